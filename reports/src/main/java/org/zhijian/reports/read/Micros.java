package org.zhijian.reports.read;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Timestamps as Delta and Parquet keep them: microseconds since 1970-01-01T00:00Z. */
public final class Micros {

    public static long of(Instant timestamp) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, timestamp);
    }

    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private Micros() {}
}
