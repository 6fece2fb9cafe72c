package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;

/**
 * When the facts of a table are that a load added, changed or moved, before it and after it.
 *
 * @param months the months they count in
 * @param days the days they count on; where only months are known, the first of each, as if all of the month had changed
 */
record Changed(Set<LocalDate> months, Set<LocalDate> days) {
    static final Changed NOTHING = inMonths(Set.of());

    static Changed inMonths(Set<LocalDate> months) {
        return new Changed(months, months);
    }

    /**
     * When those facts are; a job of Spark's finds it.
     *
     * @param day the day on which one counts
     * @param dates dates in whose months it counts
     */
    static Changed in(Dataset<Row> facts, org.zhijian.schema.Column day, List<org.zhijian.schema.Column> dates) {
        Column[] columns =
                Stream.concat(Stream.of(day), dates.stream()).map(Schemas::col).toArray(Column[]::new);
        Set<LocalDate> months = new TreeSet<>();
        Set<LocalDate> days = new TreeSet<>();
        for (Row row : facts.select(columns).distinct().collectAsList()) {
            if (!row.isNullAt(0)) {
                days.add(row.getDate(0).toLocalDate());
            }
            for (int i = 1; i < row.size(); i++) {
                if (!row.isNullAt(i)) {
                    months.add(row.getDate(i).toLocalDate().withDayOfMonth(1));
                }
            }
        }
        return new Changed(months, days);
    }

    /** The rows that stand on one side only. */
    static Dataset<Row> rows(Dataset<Row> now, Dataset<Row> before) {
        return now.except(before).union(before.except(now));
    }

    Changed plus(Changed other) {
        return new Changed(Months.union(months, other.months), Months.union(days, other.days));
    }
}
