package org.zhijian.etl.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A CSV file's records. A quote that is never closed would swallow all that follows it, and a field without end would fill
 * the memory: such a record is reported at its first line and reading goes on with the next line, so that the rest of the
 * file is not lost.
 */
final class CsvRecords implements RecordReader {
    /** Going on behind a broken quote reads the file again up to there; a file that needs it more often is no such CSV. */
    private static final int MOST_RESTARTS = 100;

    /** The longest field, in characters. */
    private static final int LONGEST_FIELD = 1 << 20;

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final Path file;
    private final SourceOptions options;
    private final List<String> columns;
    private CsvReader<CsvRecord> csv;
    private Iterator<CsvRecord> records;
    private CsvRecord previous;
    private long linesBefore;
    private int restarts;

    CsvRecords(Path file, SourceOptions options) throws IOException {
        this.file = file;
        this.options = options;
        openBehind(options.skipLines());
        this.columns = options.header() ? header() : options.columns();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public SourceRecord next() throws IOException {
        while (true) {
            CsvRecord record;
            try {
                record = read();
            } catch (CsvParseException e) {
                return resumeBehind(nextLine());
            }
            if (record == null) {
                return null;
            }
            previous = record;
            long line = linesBefore + record.getStartingLineNumber();
            if (Terminated.ends(last(record))) {
                return resumeBehind(line);
            }
            if (isBlank(record)) {
                continue;
            }
            if (columns.isEmpty() || record.getFieldCount() == columns.size()) {
                return new SourceRecord(line, values(record), null);
            }
            return newlines(record) > 0 ? resumeBehind(line) : SourceRecord.broken(line, Reason.WRONG_COLUMN_COUNT);
        }
    }

    /** The next record; null at the end. */
    private CsvRecord read() {
        CsvRecord record = records.hasNext() ? records.next() : null;
        boolean onlyTerminators = record != null && record.getFieldCount() == 1 && Terminated.isAll(record.getField(0));
        return onlyTerminators ? null : record;
    }

    private List<String> header() throws IOException {
        CsvRecord record = read();
        while (record != null && isBlank(record)) {
            record = read();
        }
        if (record == null) {
            return List.of();
        }
        previous = record;
        if (Terminated.ends(last(record))) {
            throw new IOException("the header has a quote that is not closed");
        }
        return RecordReader.named(record.getFields());
    }

    private SourceRecord resumeBehind(long line) throws IOException {
        restarts++;
        if (restarts > MOST_RESTARTS) {
            throw new IOException("more than " + MOST_RESTARTS
                    + " records have a quote that is not closed or a field that is too long, the last in line " + line);
        }
        int length = openBehind(line);
        return SourceRecord.broken(line, length > LONGEST_FIELD ? Reason.FIELD_TOO_LONG : Reason.QUOTE_NOT_CLOSED);
    }

    /** The line on which the record after the previous one begins. */
    private long nextLine() {
        return previous == null
                ? linesBefore + 1
                : linesBefore + previous.getStartingLineNumber() + newlines(previous) + 1;
    }

    private static String last(CsvRecord record) {
        return record.getField(record.getFieldCount() - 1);
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && SourceRecord.clean(record.getField(0)) == null;
    }

    /** Line ends within the record's fields: LF, CR LF or CR. */
    private static long newlines(CsvRecord record) {
        return record.getFields().stream()
                .mapToLong(field -> LINE_END.matcher(field).results().count())
                .sum();
    }

    private static String[] values(CsvRecord record) {
        String[] values = new String[record.getFieldCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = SourceRecord.clean(record.getField(i));
        }
        return values;
    }

    /** Goes on behind that many lines; the length of the last of them. */
    private int openBehind(long lines) throws IOException {
        close();
        RecordBound bound = new RecordBound(TextFiles.characters(file, options.charset()));
        BufferedReader reader = new BufferedReader(bound);
        int length = 0;
        for (long i = 0; i < lines; i++) {
            bound.begin();
            String line = reader.readLine();
            length = line == null ? 0 : line.length();
        }
        bound.end();
        linesBefore = lines;
        previous = null;
        csv = CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .quoteCharacter(options.quote())
                // Blank lines are left out here, so that each record is known to begin right behind the one before.
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(new Terminated(reader));
        records = csv.iterator();
        return length;
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }

    /** Puts a line of its own behind the last, which no file holds: a field that runs into it was never closed. */
    private static final class Terminated extends FilterReader {
        private static final char END = '\uffff';
        private static final String LAST_LINE = "\n" + END;

        private int given;

        private Terminated(Reader in) {
            super(in);
        }

        static boolean ends(String field) {
            return !field.isEmpty() && field.charAt(field.length() - 1) == END;
        }

        static boolean isAll(String field) {
            return field.length() == 1 && field.charAt(0) == END;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count >= 0 || given == LAST_LINE.length()) {
                return count;
            }
            int more = Math.min(length, LAST_LINE.length() - given);
            LAST_LINE.getChars(given, given + more, buffer, offset);
            given += more;
            return more;
        }
    }
}
