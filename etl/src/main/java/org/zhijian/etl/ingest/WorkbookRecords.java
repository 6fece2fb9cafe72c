package org.zhijian.etl.ingest;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.zhijian.schema.text.UserError;

/** The rows of one sheet of a workbook; dates become ISO-8601, numbers plain decimals. */
final class WorkbookRecords implements RecordReader {
    /** The day behind the last that a workbook can show, 9999-12-31. */
    private static final BigDecimal DAYS_END = BigDecimal.valueOf(2_958_466);

    private static final long HALF_SECOND = 500_000_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> columns;

    WorkbookRecords(Path file, SourceOptions options) throws IOException {
        workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        try {
            stream = sheet(options.sheet()).openStream();
            rows = stream.filter(row -> row.getRowNum() > options.skipLines()).iterator();
            columns = options.header() ? header() : options.columns();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private Sheet sheet(String name) {
        if (name.isEmpty()) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name)
                .orElseThrow(() -> new UserError(
                        "etl.file.no-sheet",
                        name,
                        workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", "))));
    }

    private List<String> header() {
        List<String> names = new ArrayList<>();
        if (rows.hasNext()) {
            Row row = rows.next();
            for (int i = 0; i < row.getCellCount(); i++) {
                names.add(text(row, i));
            }
        }
        while (!names.isEmpty() && names.get(names.size() - 1) == null) {
            names.remove(names.size() - 1);
        }
        return RecordReader.named(names);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public SourceRecord next() {
        while (rows.hasNext()) {
            Row row = rows.next();
            int width = columns.isEmpty() ? row.getCellCount() : columns.size();
            String[] values = new String[width];
            int filled = 0;
            for (int i = 0; i < row.getCellCount(); i++) {
                String value = text(row, i);
                if (value != null) {
                    filled = i + 1;
                }
                if (i < width) {
                    values[i] = value;
                }
            }
            if (filled > width) {
                return SourceRecord.broken(row.getRowNum(), Reason.WRONG_COLUMN_COUNT);
            }
            if (filled > 0) {
                return new SourceRecord(row.getRowNum(), values, null);
            }
        }
        return null;
    }

    /** What stands in a cell, null when it is blank. */
    static String text(Row row, int index) {
        return row.getOptionalCell(index)
                .map(cell -> SourceRecord.clean(text(cell)))
                .orElse(null);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            if (cell.getValue() instanceof BigDecimal number) {
                return isDate(cell.getDataFormatString()) && isDay(number)
                        ? moment(cell, number)
                        : number.stripTrailingZeros().toPlainString();
            }
            return cell.getValue() == null ? null : String.valueOf(cell.getValue());
        }
        return cell.getType() == CellType.ERROR ? cell.getRawValue() : cell.getText();
    }

    /**
     * A time alone below one day, else a day and time, and of a cell that shows no time the day where it is midnight; to the
     * second, since a part of one may only come from a moment's being kept as a fraction of a day.
     */
    private static String moment(Cell cell, BigDecimal days) {
        LocalDateTime moment = cell.asDate().plusNanos(HALF_SECOND).truncatedTo(ChronoUnit.SECONDS);
        String time = TIME.format(moment);
        if (days.compareTo(BigDecimal.ONE) < 0) {
            return time;
        }
        boolean isDay = moment.toLocalTime().equals(LocalTime.MIDNIGHT) && !shows("hHsS", cell.getDataFormatString());
        return isDay ? moment.toLocalDate().toString() : moment.toLocalDate() + "T" + time;
    }

    /** Whether a workbook can show a number as a date; others it shows as number signs. */
    private static boolean isDay(BigDecimal days) {
        return days.signum() >= 0 && days.compareTo(DAYS_END) < 0;
    }

    private static boolean isDate(String format) {
        return format != null && shows("yYdDhHsS", format);
    }

    /** Whether one of the letters stands in a number format outside quotes and brackets. */
    private static boolean shows(String letters, String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
