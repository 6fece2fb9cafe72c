package org.zhijian.etl.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sets of months, by their first days. */
final class Months {
    private Months() {}

    /** The months, or days, that a column of some rows has; a job of Spark's finds them. */
    static SortedSet<LocalDate> in(Dataset<Row> rows, Column date) {
        SortedSet<LocalDate> months = new TreeSet<>();
        rows.select(date)
                .where(date.isNotNull())
                .distinct()
                .collectAsList()
                .forEach(row -> months.add(row.getDate(0).toLocalDate()));
        return months;
    }

    static SortedSet<LocalDate> union(Collection<LocalDate> some, Collection<LocalDate> others) {
        SortedSet<LocalDate> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    static SortedSet<LocalDate> without(Collection<LocalDate> months, Collection<LocalDate> taken) {
        SortedSet<LocalDate> others = new TreeSet<>(months);
        others.removeAll(taken);
        return others;
    }
}
