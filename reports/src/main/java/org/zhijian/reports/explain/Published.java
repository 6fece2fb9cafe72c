package org.zhijian.reports.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.settings.Setting;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

/** What a publication holds, and the words of one language to tell it in. */
record Published(PublishedWarehouse warehouse, Text text) {

    String say(String key, Object... arguments) {
        return text.of("reports.explain." + key, arguments);
    }

    /** The rows that satisfy all of these. */
    List<Row> rows(Table table, Condition... conditions) {
        return warehouse.rows(Selection.of(table, conditions)).toList();
    }

    /** The same, and none where the publication does not have the table. */
    List<Row> rowsIfAny(Table table, Condition... conditions) {
        return warehouse.rowsIfAny(Selection.of(table, conditions));
    }

    /** The last day whose records count. */
    LocalDate closed() {
        return warehouse.publication().businessDate();
    }

    /** That there is no such row, and for which periods there are rows. */
    UserError missing(String key, Object subject, Object period, Collection<?> periods) {
        return new UserError(
                "reports.explain." + key,
                subject,
                period,
                warehouse.publication().number(),
                closed(),
                periods.isEmpty()
                        ? "—"
                        : periods.stream()
                                .distinct()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
    }

    /** The months of that column's values. */
    static List<YearMonth> months(List<Row> rows, Column column) {
        return rows.stream().map(row -> YearMonth.from(row.date(column))).toList();
    }

    /** The setting as it was when the publication was made. */
    BigDecimal number(Setting<?> setting) {
        return new BigDecimal(word(setting));
    }

    String word(Setting<?> setting) {
        return Optional.ofNullable(warehouse.publication().settings().get(setting.key()))
                .orElse(setting.defaultValue());
    }

    /** A setting that is a list, such as [agent, event]. */
    List<String> words(Setting<List<String>> setting) {
        return Arrays.stream(word(setting).replaceAll("[\\[\\]\\s]", "").split(",", -1))
                .toList();
    }

    /** A number as people write it: at most four decimals, half up. 85.50 → 85.5, 66.66666 → 66.6667. */
    static String plain(BigDecimal number) {
        return number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    static String plain(Double number) {
        return number == null ? "" : plain(BigDecimal.valueOf(number));
    }

    /** A percentage of a number. */
    static BigDecimal share(BigDecimal percent, BigDecimal of) {
        return percent.movePointLeft(2).multiply(of);
    }
}
