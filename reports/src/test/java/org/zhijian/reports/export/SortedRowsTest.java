package org.zhijian.reports.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhijian.reports.Samples.EVERY_TYPE;
import static org.zhijian.reports.Samples.MONTH;
import static org.zhijian.reports.Samples.OCTOBER;
import static org.zhijian.reports.Samples.SEPTEMBER;
import static org.zhijian.reports.Samples.TOTAL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.reports.read.Fields;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;

class SortedRowsTest {
    private static final Fields FIELDS = new Fields(EVERY_TYPE.columns());
    private static final List<Row> UNSORTED = List.of(
            Row.of(FIELDS, OCTOBER, "一".repeat(40_000), 1, 5L, 0.1, true, Instant.parse("2026-01-01T00:00:00.000001Z")),
            Row.of(FIELDS, SEPTEMBER, "first of two", null, 9L, null, null, null),
            Row.of(FIELDS, SEPTEMBER, "second of two", null, 9L, -0.0, false, Instant.parse("1969-12-31T23:59:59Z")),
            Row.of(FIELDS, OCTOBER, "", 2, null, Double.NaN, false, null),
            Row.of(FIELDS, null, null, null, 7L, null, null, null));
    private static final List<Integer> ORDER = List.of(4, 1, 2, 3, 0);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 100})
    void whateverFitsInMemoryTheOrderIsTheSame(int runLength) throws IOException {
        try (Rows sorted = SortedRows.of(
                rows(UNSORTED.iterator()), new KeyOrder(FIELDS, List.of(MONTH, TOTAL)), runLength, folder)) {
            assertThat(sorted.toList())
                    .containsExactlyElementsOf(ORDER.stream().map(UNSORTED::get).toList());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static Rows rows(Iterator<Row> rows) {
        return new Rows() {
            @Override
            public Fields fields() {
                return FIELDS;
            }

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return rows.next();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
