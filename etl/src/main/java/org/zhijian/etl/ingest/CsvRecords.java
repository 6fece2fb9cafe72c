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

/**
 * A CSV file's records. A quote that is never closed would swallow all that follows it: such a record is reported at its
 * first line and reading goes on with the next line, so that the rest of the file is not lost.
 */
final class CsvRecords implements RecordReader {
    /** A file with more broken quotes than this is reported as broken from there to its end. */
    private static final int MOST_RESTARTS = 100;

    /** The longest field, in characters. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final Path file;
    private final SourceOptions options;
    private final List<String> columns;
    private CsvReader<CsvRecord> csv;
    private Iterator<CsvRecord> records;
    private LastCharacter source;
    private CsvRecord previous;
    private long linesBefore;
    private int restarts;
    private boolean ended;

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
        while (!ended && records.hasNext()) {
            CsvRecord record;
            try {
                record = records.next();
            } catch (CsvParseException e) {
                return resumeBehind(nextLine());
            }
            previous = record;
            long line = linesBefore + record.getStartingLineNumber();
            if (swallowsTheRest(record)) {
                return resumeBehind(line);
            }
            if (columns.isEmpty() || record.getFieldCount() == columns.size()) {
                return new SourceRecord(line, values(record), null);
            }
            if (!isBlank(record)) {
                return newlines(record) > 0
                        ? resumeBehind(line)
                        : SourceRecord.broken(line, Reason.WRONG_COLUMN_COUNT);
            }
        }
        return null;
    }

    private List<String> header() {
        if (!records.hasNext()) {
            return List.of();
        }
        previous = records.next();
        return previous.getFields().stream().map(String::strip).toList();
    }

    private SourceRecord resumeBehind(long line) throws IOException {
        restarts++;
        if (restarts > MOST_RESTARTS) {
            ended = true;
        } else {
            openBehind(line);
        }
        return SourceRecord.broken(line, Reason.QUOTE_NOT_CLOSED);
    }

    /** The line on which the record after the previous one begins. */
    private long nextLine() {
        return previous == null
                ? linesBefore + 1
                : linesBefore + previous.getStartingLineNumber() + newlines(previous) + 1;
    }

    /** Whether this is the last record and its last field runs over lines without a quote at the file's end. */
    private boolean swallowsTheRest(CsvRecord record) {
        String last = record.getField(record.getFieldCount() - 1);
        return last.indexOf('\n') >= 0 && !records.hasNext() && source.last != options.quote();
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isBlank();
    }

    private static long newlines(CsvRecord record) {
        return record.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '\n')
                .count();
    }

    private static String[] values(CsvRecord record) {
        String[] values = new String[record.getFieldCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = SourceRecord.clean(record.getField(i));
        }
        return values;
    }

    private void openBehind(long lines) throws IOException {
        close();
        BufferedReader reader = TextFiles.characters(file, options.charset());
        for (long i = 0; i < lines; i++) {
            reader.readLine();
        }
        linesBefore = lines;
        previous = null;
        source = new LastCharacter(reader);
        csv = CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .quoteCharacter(options.quote())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(source);
        records = csv.iterator();
    }

    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.close();
        }
    }

    /** Remembers the last character that is no line end. */
    private static final class LastCharacter extends FilterReader {
        private char last;

        private LastCharacter(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            for (int i = offset + count - 1; i >= offset; i--) {
                if (buffer[i] != '\n' && buffer[i] != '\r') {
                    last = buffer[i];
                    break;
                }
            }
            return count;
        }
    }
}
