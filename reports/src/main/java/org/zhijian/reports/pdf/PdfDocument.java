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
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.text.Text;

/**
 * Writes documents as PDF, on A4: standing and, where a table is too wide for that, lying. The same document gives the same
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
            return StableBytes.of(export(document, fill(document)));
        } catch (JRException e) {
            throw new IllegalStateException(
                    "The document “" + document.title() + "” could not be laid out; this is a fault of the program.",
                    e);
        }
    }

    private List<JasperPrint> fill(Document document) throws JRException {
        Text text = new Text(document.locale());
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, document.locale());
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        parameters.put("running", ShownText.inOneLine(document.title() + " · " + document.subtitle()));
        parameters.put("source", ShownText.inOneLine(document.source()));
        parameters.put("page", text.of("reports.pdf.page", 1, 1));
        List<JasperPrint> prints = new ArrayList<>();
        for (Stretch stretch : Stretch.of(document)) {
            Pieces pieces = new Pieces(stretch.sheet(), text);
            List<Map<String, Object>> blocks = new ArrayList<>();
            if (prints.isEmpty()) {
                blocks.add(record(pieces.opening(document.title(), document.subtitle())));
            }
            blocks.addAll(blocks(stretch, pieces));
            prints.add(JasperFillManager.getInstance(context)
                    .fill(pages.get(stretch.sheet()), new HashMap<>(parameters), new Records(blocks.iterator())));
        }
        PageMarks.complete(prints, text);
        return prints;
    }

    private static List<Map<String, Object>> blocks(Stretch stretch, Pieces pieces) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        for (Section section : stretch.sections()) {
            boolean breaksPage = !blocks.isEmpty() && section.start() == Section.Start.NEW_PAGE;
            int first = blocks.size();
            pieces.of(section).forEach(piece -> blocks.add(record(piece)));
            blocks.get(first).put("breaksPage", breaksPage);
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

    private byte[] export(Document document, List<JasperPrint> prints) throws JRException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SimplePdfExporterConfiguration file = new SimplePdfExporterConfiguration();
        file.setMetadataTitle(ShownText.inOneLine(document.title() + " " + document.subtitle()));
        file.setDisplayMetadataTitle(true);
        file.setCompressed(false);
        SimplePdfReportConfiguration drawing = new SimplePdfReportConfiguration();
        drawing.setForceSvgShapes(false);
        JRPdfExporter exporter = new TimelessExporter(context);
        exporter.setExporterInput(SimpleExporterInput.getInstance(prints));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
        exporter.setConfiguration(file);
        exporter.setConfiguration(drawing);
        exporter.exportReport();
        return out.toByteArray();
    }
}
