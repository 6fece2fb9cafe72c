package org.zhijian.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhijian.schema.text.UserError;

/** Writes landing folders of made-up centres. */
public final class CentreGenerator {
    private final Centre centre;
    private final CentrePlan plan;
    private final LandingFolder folder;

    private CentreGenerator(CentrePlan plan, Path out, ProgressListener listener) {
        this.plan = plan;
        centre = Centre.of(plan);
        folder = new LandingFolder(plan, out, Estimate.rows(centre), listener);
    }

    /**
     * Writes what arrived on the plan's days: a file an entity and month ({@code 2025-09/interactions-2025-09.csv}), or an
     * entity and day ({@code 2026-11-01/interactions-2026-11-01.csv}) when the plan names its first day or lies within a
     * month. A month that is not written to its end is named after its last day, so that later files always have later
     * paths. Files of the same name are replaced; an entity of which nothing arrived has no file. Works with as many threads
     * as there are processors, which changes nothing in the files.
     *
     * @throws UserError when the folder cannot be written
     */
    public static GeneratedFiles write(CentrePlan plan, Path out, ProgressListener listener) {
        return write(plan, out, listener, Runtime.getRuntime().availableProcessors());
    }

    static GeneratedFiles write(CentrePlan plan, Path out, ProgressListener listener, int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            return new CentreGenerator(plan, out, listener).write(workers);
        } catch (IOException e) {
            throw new UserError("generator.out.unwritable", out, e).causedBy(e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** The workers write interactions, a month each; this thread follows them with what the quality department makes of them. */
    private GeneratedFiles write(ExecutorService workers) throws IOException {
        LocalDate first = plan.firstWritten();
        List<Callable<List<Inspection>>> pieces = new ArrayList<>();
        LocalDate remembered = later(plan.start(), first.minusDays(QualityDepartment.MEMORY_DAYS));
        pieces.add(() -> InteractionWork.inspections(centre, remembered, first.minusDays(1)));
        List<LocalDate> ends = new ArrayList<>(List.of(first.minusDays(1)));
        for (LocalDate begin = first;
                !begin.isAfter(plan.until());
                begin = ends.get(ends.size() - 1).plusDays(1)) {
            LocalDate from = begin;
            LocalDate monthEnd = begin.with(TemporalAdjusters.lastDayOfMonth());
            LocalDate end = monthEnd.isAfter(plan.until()) ? plan.until() : monthEnd;
            pieces.add(() -> InteractionWork.write(centre, from, end, folder));
            ends.add(end);
        }
        List<Future<List<Inspection>>> results =
                pieces.stream().map(workers::submit).toList();
        new MasterData(plan, centre).write(folder);
        try (QualityFiles files = QualityFiles.in(folder)) {
            QualityDepartment department = new QualityDepartment(centre, files);
            LocalDate day = remembered;
            for (int i = 0; i < results.size(); i++) {
                department.accept(result(results.get(i)));
                for (; !day.isAfter(ends.get(i)); day = day.plusDays(1)) {
                    department.work(day);
                }
            }
            files.complete();
        }
        return folder.done();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Inspection> result(Future<List<Inspection>> piece) throws IOException {
        try {
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The writing was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
