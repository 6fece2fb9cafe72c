package org.zhijian.etl.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs independent work at the same time; when it returns or fails, none of it goes on. */
public final class SideBySide {
    /** More than the cores: much of a small commit is waiting for the file system. */
    private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors();

    private SideBySide() {}

    /** Runs them all; the first failure ends all of it. */
    public static void all(Runnable... tasks) {
        run(Stream.of(tasks).map(task -> Executors.callable(task)).toList());
    }

    /** The results in the order of the tasks; the first failure ends all of it. */
    public static <T> List<T> run(Collection<? extends Callable<T>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(pool.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
        }
    }

    /** Waits for what was interrupted to stop: it must not write into a warehouse that the next run already works on. */
    private static void awaitEnd(ExecutorService pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
