package org.zhijian.reports.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.zhijian.reports.read.Fields;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;

/** Writes CSV, see {@link ExportFormat#CSV}. */
final class CsvRowWriter implements RowWriter {
    private final CsvWriter csv;
    private final DateTimeFormatter timestamps;
    private final String[] texts;

    CsvRowWriter(Path file, Fields fields, ZoneId zone) throws IOException {
        timestamps = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
        texts = new String[fields.size()];
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(file, StandardCharsets.UTF_8);
        csv.writeRecord(fields.columns().stream().map(Column::name).toList());
    }

    @Override
    public void write(Row row) throws IOException {
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(row.value(i));
        }
        try {
            csv.writeRecord(texts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String text(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Double number) {
            return plain(number);
        }
        if (value instanceof Instant timestamp) {
            return timestamps.format(timestamp);
        }
        return value.toString();
    }

    /** The number's decimal text without an exponent; it reads back as the same double. */
    private static String plain(double number) {
        String text = Double.toString(number);
        if (text.indexOf('E') < 0) {
            return text;
        }
        String plain = new BigDecimal(text).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
