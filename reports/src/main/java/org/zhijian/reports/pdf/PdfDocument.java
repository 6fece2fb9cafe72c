package org.zhijian.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fill.JRSubreportRunnerFactory;
import net.sf.jasperreports.engine.fill.ThreadPoolSubreportRunnerFactory;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.text.Text;

/**
 * Writes documents as PDF, on A4: standing or, where a table is too wide for that, lying. The same document gives the same
 * bytes. Text is shown as it is; fonts are embedded. One instance serves all threads.
 */
public final class PdfDocument {
    private final SimpleJasperReportsContext context;
    private final Map<Sheet, JasperReport> pages = new EnumMap<>(Sheet.class);

    public PdfDocument() {
        context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
        context.setProperty(
                JRSubreportRunnerFactory.SUBREPORT_RUNNER_FACTORY, ThreadPoolSubreportRunnerFactory.class.getName());
        for (Sheet sheet : Sheet.values()) {
            pages.put(sheet, sheet.pages().copy());
        }
    }

    /**
     * Writes the file; one that exists is replaced.
     *
     * @throws UncheckedIOException if it can't be written
     */
    public void write(Document document, Path file) {
        byte[] pdf = bytes(document);
        try {
            Files.write(file, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes into the stream and leaves it open.
     *
     * @throws UncheckedIOException if the stream fails
     */
    public void write(Document document, OutputStream out) {
        byte[] pdf = bytes(document);
        try {
            out.write(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Document document) {
        try {
            JasperPrint print = fill(document);
            return StableBytes.of(export(document, print));
        } catch (JRException e) {
            throw new IllegalStateException(
                    "The document “" + document.title() + "” could not be laid out; this is a fault of the program.",
                    e);
        }
    }

    private JasperPrint fill(Document document) throws JRException {
        Sheet sheet = sheet(document);
        Text text = new Text(document.locale());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, document.locale());
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        parameters.put("running", ShownText.inOneLine(document.title() + " · " + document.subtitle()));
        parameters.put("source", ShownText.inOneLine(document.source()));
        parameters.put("page", text.of("reports.pdf.page", 1, 1));
        JasperPrint print = JasperFillManager.getInstance(context)
                .fill(
                        pages.get(sheet),
                        parameters,
                        new Records(blocks(document, sheet, text).iterator()));
        PageMarks.complete(print, text);
        return print;
    }

    private static List<Map<String, Object>> blocks(Document document, Sheet sheet, Text text) {
        Pieces pieces = new Pieces(sheet, text);
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(record(pieces.opening(document.title(), document.subtitle())));
        boolean follows = false;
        for (Section section : document.sections()) {
            int first = blocks.size();
            pieces.of(section).forEach(piece -> blocks.add(record(piece)));
            blocks.get(first).put("breaksPage", follows && section.start() == Section.Start.NEW_PAGE);
            follows = true;
        }
        return blocks;
    }

    private static Map<String, Object> record(Piece piece) {
        Map<String, Object> record = new HashMap<>();
        record.put("breaksPage", false);
        record.put("template", piece.template());
        record.put("parameters", piece.parameters());
        record.put("rows", piece.rows());
        return record;
    }

    private static Sheet sheet(Document document) {
        for (Section section : document.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Grid grid && !Columns.of(grid).fit(Sheet.PORTRAIT)) {
                    return Sheet.LANDSCAPE;
                }
            }
        }
        return Sheet.PORTRAIT;
    }

    private byte[] export(Document document, JasperPrint print) throws JRException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SimplePdfExporterConfiguration file = new SimplePdfExporterConfiguration();
        file.setMetadataTitle(ShownText.inOneLine(document.title() + " " + document.subtitle()));
        file.setDisplayMetadataTitle(true);
        file.setCompressed(false);
        SimplePdfReportConfiguration drawing = new SimplePdfReportConfiguration();
        drawing.setForceSvgShapes(false);
        JRPdfExporter exporter = new TimelessExporter(context);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(file);
        exporter.setConfiguration(drawing);
        exporter.exportReport();
        return out.toByteArray();
    }
}
