package org.zhijian.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.schema.raw.RunStep;

/**
 * A run, summed up over its steps.
 *
 * @param id the run's number
 * @param businessDate the day it closed
 * @param startedAt when its first step began
 * @param steps how many steps it had
 * @param rowsOut rows written by all steps
 * @param endedAt when its last step ended; the publication follows
 */
record RunSummary(long id, LocalDate businessDate, Instant startedAt, int steps, long rowsOut, Instant endedAt) {

    /** The seconds from the beginning of the first step to the end of the last. */
    double seconds() {
        return Duration.between(startedAt, endedAt).toMillis() / 1e3;
    }

    /** The last runs, the newest first. */
    static List<RunSummary> newest(PublishedWarehouse warehouse, int limit) {
        if (!warehouse.holds(RunStep.TABLE)) {
            return List.of();
        }
        Map<Long, RunSummary> runs = new TreeMap<>(Comparator.reverseOrder());
        try (Rows rows = warehouse.rows(RunStep.TABLE)) {
            rows.forEachRemaining(row -> runs.merge(row.bigint(RunStep.RUN_ID), of(row), RunSummary::plus));
        }
        return runs.values().stream().limit(limit).toList();
    }

    private static RunSummary of(Row step) {
        Long rowsOut = step.bigint(RunStep.ROWS_OUT);
        Instant startedAt = step.timestamp(RunStep.STARTED_AT);
        return new RunSummary(
                step.bigint(RunStep.RUN_ID),
                step.date(RunStep.BUSINESS_DATE),
                startedAt,
                1,
                rowsOut == null ? 0 : rowsOut,
                startedAt.plusMillis(Math.round(step.number(RunStep.SECONDS) * 1e3)));
    }

    private RunSummary plus(RunSummary other) {
        return new RunSummary(
                id,
                businessDate,
                startedAt.isBefore(other.startedAt) ? startedAt : other.startedAt,
                steps + other.steps,
                rowsOut + other.rowsOut,
                endedAt.isAfter(other.endedAt) ? endedAt : other.endedAt);
    }
}
