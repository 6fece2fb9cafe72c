package org.zhijian.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.zhijian.reports.Samples.COUNT;
import static org.zhijian.reports.Samples.EVERY_TYPE;
import static org.zhijian.reports.Samples.FACT;
import static org.zhijian.reports.Samples.MET;
import static org.zhijian.reports.Samples.MONTH;
import static org.zhijian.reports.Samples.NAME;
import static org.zhijian.reports.Samples.OCTOBER;
import static org.zhijian.reports.Samples.SCORE;
import static org.zhijian.reports.Samples.SEEN_AT;
import static org.zhijian.reports.Samples.SEPTEMBER;
import static org.zhijian.reports.Samples.TOTAL;
import static org.zhijian.reports.Samples.row;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.reports.PublishedTables;
import org.zhijian.schema.text.UserError;

class PublishedWarehouseTest {
    private static final Instant NOON = Instant.parse("2026-09-15T04:00:00.123456Z");
    private static final Object[] LI = row(SEPTEMBER, "李四", 3, 4_000_000_000L, 92.5, true, NOON);
    private static final Object[] WANG = row(SEPTEMBER, "王五", null, null, null, null, null);
    private static final Object[] ZHANG = row(OCTOBER, "张三", 7, 8L, -0.1, false, Instant.parse("2026-10-01T00:00:00Z"));

    /** Blanks and Chinese in the path are what a centre has. */
    @TempDir
    private Path folder;

    private Path warehouse;

    @BeforeEach
    void nameFolder() {
        warehouse = folder.resolve("数据 仓库+%20");
    }

    @Test
    void everyTypeComesBackFromEveryPartition() {
        published();

        List<Row> rows = PublishedWarehouse.open(warehouse).rows(EVERY_TYPE).toList();

        assertThat(rows)
                .extracting(row -> values(row))
                .containsExactlyInAnyOrder(List.of(LI), Arrays.asList(WANG), List.of(ZHANG));
        Row first = rows.stream()
                .filter(row -> row.string(NAME).equals("李四"))
                .findFirst()
                .orElseThrow();
        assertThat(first.date(MONTH)).isEqualTo(SEPTEMBER);
        assertThat(first.integer(COUNT)).isEqualTo(3);
        assertThat(first.bigint(TOTAL)).isEqualTo(4_000_000_000L);
        assertThat(first.number(SCORE)).isEqualTo(92.5);
        assertThat(first.bool(MET)).isTrue();
        assertThat(first.timestamp(SEEN_AT)).isEqualTo(NOON);
    }

    @Test
    void onlySelectedColumnsOfSelectedRowsAreRead() {
        published();
        PublishedWarehouse open = PublishedWarehouse.open(warehouse);

        assertThat(names(open, Condition.equal(MONTH, OCTOBER))).containsExactly("张三");
        assertThat(names(open, Condition.upTo(MONTH, SEPTEMBER))).containsExactlyInAnyOrder("李四", "王五");
        assertThat(names(open, Condition.equal(NAME, "王五"))).containsExactly("王五");
        assertThat(names(open, Condition.oneOf(NAME, List.of("王五", "张三", "nobody"))))
                .containsExactlyInAnyOrder("王五", "张三");
        assertThat(names(open, Condition.from(COUNT, 4))).containsExactly("张三");
        assertThat(names(open, Condition.equal(TOTAL, 8L))).containsExactly("张三");
        assertThat(names(open, Condition.upTo(SCORE, 0.0))).containsExactly("张三");
        assertThat(names(open, Condition.equal(MET, true))).containsExactly("李四");
        assertThat(names(open, Condition.equal(SEEN_AT, NOON))).containsExactly("李四");
        assertThat(names(open, Condition.missing(SCORE))).containsExactly("王五");

        Selection both = Selection.of(EVERY_TYPE)
                .columns(TOTAL, NAME)
                .where(Condition.equal(MONTH, SEPTEMBER))
                .where(Condition.equal(MET, true));
        assertThat(open.rows(both).toList()).singleElement().satisfies(row -> {
            assertThat(row.fields().columns()).containsExactly(TOTAL, NAME);
            assertThat(values(row)).containsExactly(4_000_000_000L, "李四");
        });
    }

    @Test
    void aColumnThatWasNotSelectedIsAFault() {
        published();
        Row row = PublishedWarehouse.open(warehouse)
                .rows(Selection.of(EVERY_TYPE).columns(NAME))
                .next();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> row.number(SCORE))
                .withMessageContaining("score");
    }

    @Test
    void readersSeeThePublicationThatTheyChose() {
        PublishedTables tables = new PublishedTables(warehouse);
        tables.append(FACT, row("a", 1)).publish("2026-10-01");
        tables.append(FACT, row("b", 2)).publish("2026-10-02");
        tables.append(FACT, row("not published", 3));
        PublishedWarehouse newest = PublishedWarehouse.open(warehouse);

        assertThat(facts(newest)).containsExactlyInAnyOrder("a", "b");
        assertThat(facts(newest.numbered(1))).containsExactly("a");
        // Each was made at two in the morning of the day after the one it closed.
        assertThat(facts(newest.asOf(LocalDate.of(2026, 10, 2)))).containsExactly("a");
        assertThat(facts(newest.asOf(LocalDate.of(2026, 10, 3)))).containsExactlyInAnyOrder("a", "b");
        assertThat(facts(newest.asOf(LocalDate.of(2027, 1, 1)))).containsExactlyInAnyOrder("a", "b");
        assertThat(newest.numbered(1).history()).hasSize(1);
        assertThat(newest.history()).extracting(p -> p.number()).containsExactly(1L, 2L);
    }

    @Test
    void rowsAreCountedFromTheLog() {
        published();
        new PublishedTables(folder).append(FACT).publish("2026-10-01");

        assertThat(PublishedWarehouse.open(warehouse).rowCount(EVERY_TYPE)).hasValue(3);
        assertThat(PublishedWarehouse.open(folder).rowCount(FACT)).hasValue(0);
        assertThat(PublishedWarehouse.open(folder).rows(FACT).toList()).isEmpty();
    }

    @Test
    void aColumnThatIsNewerThanTheVersionIsMissing() {
        new PublishedTables(warehouse).append(FACT, List.of(NAME), row("old")).publish("2026-10-01");
        PublishedWarehouse open = PublishedWarehouse.open(warehouse);

        assertThat(open.rows(FACT).toList()).singleElement().satisfies(row -> {
            assertThat(row.string(NAME)).isEqualTo("old");
            assertThat(row.integer(COUNT)).isNull();
        });
        assertThat(open.rows(Selection.of(FACT).where(Condition.equal(COUNT, 1)))
                        .toList())
                .isEmpty();
        assertThat(open.rows(Selection.of(FACT).where(Condition.missing(COUNT))).toList())
                .hasSize(1);
    }

    @Test
    void whatIsNotThereIsTheUsersToMend() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> PublishedWarehouse.open(warehouse))
                .withMessageContaining("Nothing has been published")
                .withMessageContaining("zhijian nightly");

        PublishedTables tables = new PublishedTables(warehouse);
        tables.append(FACT, row("a", 1)).publish("2026-10-01");
        PublishedWarehouse open = PublishedWarehouse.open(warehouse);
        assertThat(open.holds(FACT)).isTrue();
        assertThat(open.holds(EVERY_TYPE)).isFalse();
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> open.rows(EVERY_TYPE))
                .withMessageContaining("mart.every_type is not in publication 1 (business day 2026-10-01)");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> open.asOf(LocalDate.of(2026, 10, 1)))
                .withMessageContaining("by the end of 2026-10-01")
                .withMessageContaining(
                        "publication 1, the oldest, was made on 2026-10-02 and closed business day 2026-10-01");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> open.numbered(2))
                .withMessageContaining("newest is 1");
    }

    private void published() {
        new PublishedTables(warehouse)
                .append(EVERY_TYPE, LI, WANG)
                .append(EVERY_TYPE, new Object[][] {ZHANG})
                .publish("2026-10-01");
    }

    private static List<String> names(PublishedWarehouse open, Condition condition) {
        return open.rows(Selection.of(EVERY_TYPE).columns(NAME).where(condition)).toList().stream()
                .map(row -> row.string(NAME))
                .toList();
    }

    private static List<String> facts(PublishedWarehouse open) {
        return open.rows(FACT).toList().stream().map(row -> row.string(NAME)).toList();
    }

    private static List<Object> values(Row row) {
        return row.fields().columns().stream().map(row::value).toList();
    }
}
