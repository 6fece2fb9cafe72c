package org.zhijian.reports.content;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;
import org.zhijian.schema.star.FactAppeal;

/**
 * The appeals of a period.
 *
 * @param submitted how many were submitted in it
 * @param accepted those that were accepted in it
 * @param rejected how many were rejected in it
 * @param open how many of all are not decided when the publication was made
 */
record Appeals(long submitted, List<Row> accepted, long rejected, long open) {

    static Appeals of(ReportSource source, Period period) {
        List<Row> decided = during(source, period, FactAppeal.DECIDED_AT);
        return new Appeals(
                during(source, period, FactAppeal.SUBMITTED_AT).size(),
                decided.stream().filter(row -> is(row, "accepted")).toList(),
                decided.stream().filter(row -> is(row, "rejected")).count(),
                source.rows(FactAppeal.TABLE, Condition.equal(FactAppeal.STATUS, "submitted"))
                        .size());
    }

    private static List<Row> during(ReportSource source, Period period, Column moment) {
        ZoneId zone = ZoneId.of(source.publication().zone());
        Instant start = period.first().atStartOfDay(zone).toInstant();
        Instant end = source.lastDay(period).plusDays(1).atStartOfDay(zone).toInstant();
        return source.rows(
                FactAppeal.TABLE, Condition.from(moment, start), Condition.upTo(moment, end.minusNanos(1000)));
    }

    private static boolean is(Row appeal, String status) {
        return appeal.string(FactAppeal.STATUS).equals(status);
    }
}
