package org.zhijian.etl.run;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.schema.Table;

/** Times the steps of a run, tells a listener, and keeps what the ledger is told. Safe for steps side by side. */
final class Steps {
    /** A step that is done. Rows are null where they do not apply. */
    record Done(String step, Instant startedAt, Long rowsIn, Long rowsOut, double seconds) {}

    private final RunListener listener;
    private final List<Done> done = new ArrayList<>();

    Steps(RunListener listener) {
        this.listener = listener;
    }

    /** Runs a step whose result says how many rows it wrote. */
    <T> T run(String step, Supplier<T> work, ToLongFunction<T> rowsOut) {
        return timed(step, work, result -> null, result -> rowsOut.applyAsLong(result));
    }

    /** Runs a step without rows. */
    <T> T run(String step, Supplier<T> work) {
        return timed(step, work, result -> null, result -> null);
    }

    void run(String step, Runnable work) {
        run(step, () -> {
            work.run();
            return step;
        });
    }

    /** Runs a step that writes a table and is named after it. */
    void write(Warehouse warehouse, Table table, Runnable work) {
        run(
                table.name(),
                () -> {
                    long before = warehouse.rowsWritten(table);
                    work.run();
                    return warehouse.rowsWritten(table) - before;
                },
                Long::longValue);
    }

    /** Runs a step whose result says how many rows it took in and wrote. */
    <T> T timed(String step, Supplier<T> work, Function<T, Long> rowsIn, Function<T, Long> rowsOut) {
        listener.begun(step);
        Instant start = Instant.now();
        long nanos = System.nanoTime();
        T result = work.get();
        double seconds = (System.nanoTime() - nanos) / 1e9;
        Done entry = new Done(step, start, rowsIn.apply(result), rowsOut.apply(result), seconds);
        synchronized (done) {
            done.add(entry);
        }
        listener.done(step, entry.rowsOut(), seconds);
        return result;
    }

    /** The steps that are done, as rows of the ledger. */
    List<Row> ledger(long runId, LocalDate businessDate) {
        synchronized (done) {
            List<Row> rows = new ArrayList<>();
            for (Done entry : done) {
                rows.add(RowFactory.create(
                        runId,
                        rows.size() + 1,
                        entry.step(),
                        Date.valueOf(businessDate),
                        Timestamp.from(entry.startedAt()),
                        entry.rowsIn(),
                        entry.rowsOut(),
                        entry.seconds()));
            }
            return rows;
        }
    }
}
