package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.publication.Publication;

/**
 * How far a run reaches.
 *
 * @param rebuild whether star and marts are made anew from the raw tables: at the first run, when a setting or the
 *     software changed, since both decide what every row looks like, and when a file that had been loaded is read again
 * @param date the business day that the run closes
 * @param previous what was published before, or null
 */
record Scope(boolean rebuild, LocalDate date, Publication previous) {

    /** The last day that the published marts know of. */
    LocalDate previousDate() {
        return previous == null ? null : previous.businessDate();
    }

    /** The days that have become past since the last publication. */
    Stream<LocalDate> newDays() {
        return previousDate().plusDays(1).datesUntil(date.plusDays(1));
    }

    /** Whether a day is one of them. */
    Column isNew(org.zhijian.schema.Column day) {
        return isNew(col(day));
    }

    /** Whether a day is one of them. */
    Column isNew(Column day) {
        return day.gt(lit(previousDate())).and(day.leq(lit(date)));
    }

    /** The version of a table that was published before. */
    long publishedVersion(Table table) {
        return previous.tables().get(table.path());
    }
}
