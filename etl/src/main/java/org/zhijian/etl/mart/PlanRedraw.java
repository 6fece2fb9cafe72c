package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.draw.Drawing;
import org.zhijian.etl.draw.Drawn;
import org.zhijian.etl.draw.Nights;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;

/**
 * Draws a published plan again (R5). Each night is drawn from what stands before it: the rows that the draw has, and where
 * what decides it has changed since, those that were published. So one row that differs does not make all that follow
 * differ. Who inspects is not compared, since that follows from what inspectors' capacity was then.
 */
public final class PlanRedraw {
    /** What a row of the plan, or one that should be in it, turns out to be. */
    public enum Verdict {
        /** It is drawn again. */
        SAME,
        /** It is not, but what decided that night's draw has changed since, so that nobody can say. */
        CHANGED,
        /** It is in the plan, but the draw of that night does not have it. */
        NOT_DRAWN,
        /** The draw of that night has it, but the plan has not. */
        MISSING
    }

    public static final String VERDICT = "verdict";

    private static final StructType JUDGED = new StructType()
            .add(SamplingPlan.PLAN_MONTH.name(), "int")
            .add(SamplingPlan.CATEGORY.name(), "string")
            .add(SamplingPlan.INTERACTION_ID.name(), "string")
            .add(SamplingPlan.DRAWN_ON.name(), "int")
            .add(VERDICT, "string");

    private PlanRedraw() {}

    /**
     * One row an interaction and category, in the plan or missing from it, with its {@link Verdict}.
     *
     * @param plan at least the rows of the plan months as published
     * @param period its nights are not asked for: they are those in which the plan was drawn
     */
    public static Dataset<Row> compute(
            PlanTables tables, Dataset<Row> plan, List<SpecialOrder> orders, PlanPeriod period, Settings settings) {
        PlanMonth.Factory months = new PlanMonth.Factory(tables, orders, period, settings);
        return PlanCandidates.rows(tables, plan, orders, period, settings)
                .mapPartitions(months.each(judgement(period.runDate())), Encoders.row(JUDGED))
                .withColumn(SamplingPlan.PLAN_MONTH.name(), date_from_unix_date(field(SamplingPlan.PLAN_MONTH)))
                .withColumn(SamplingPlan.DRAWN_ON.name(), date_from_unix_date(field(SamplingPlan.DRAWN_ON)));
    }

    private static PlanMonth.Made judgement(LocalDate runDate) {
        return month -> {
            List<Row> judged = new ArrayList<>();
            month.units().forEach(unit -> judged.addAll(judge(unit, month.month(), runDate)));
            return judged;
        };
    }

    private static List<Row> judge(PlanUnit unit, LocalDate planMonth, LocalDate runDate) {
        SortedSet<LocalDate> nights = new TreeSet<>(Nights.of(planMonth, null, runDate));
        unit.kept().forEach(row -> nights.add(row.drawnOn()));
        List<Row> judged = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (LocalDate night : nights) {
            Map<String, List<PlanUnit.Kept>> published = unit.kept().stream()
                    .filter(row -> row.drawnOn().equals(night))
                    .collect(Collectors.groupingBy(unit::drawingOf));
            unit.drawings().forEach((name, drawing) -> {
                List<PlanUnit.Kept> rowsOfNight = published.getOrDefault(name, List.of());
                Drawing.Night again = drawing.night(night, taken);
                Map<String, Verdict> verdicts = judge(again, rowsOfNight);
                verdicts.forEach((interaction, verdict) -> judged.add(RowFactory.create(
                        (int) planMonth.toEpochDay(),
                        unit.category(),
                        interaction,
                        (int) night.toEpochDay(),
                        verdict.name())));
                for (PlanUnit.Kept row : rowsOfNight) {
                    if (verdicts.get(row.interactionId()) != Verdict.NOT_DRAWN) {
                        drawing.keep(row.stratum(), row.reason());
                        taken.add(row.interactionId());
                    }
                }
                for (Drawn one : again.drawn()) {
                    String interaction = one.interaction().interactionId();
                    if (verdicts.get(interaction) == Verdict.MISSING) {
                        drawing.keep(one.interaction().stratum(), one.reason());
                        taken.add(interaction);
                    }
                }
            });
        }
        return judged;
    }

    /** The verdicts by interaction. A night of which nothing is published could have had another population. */
    private static Map<String, Verdict> judge(Drawing.Night again, List<PlanUnit.Kept> published) {
        Map<String, String> redrawn = again.drawn().stream()
                .collect(Collectors.toMap(one -> one.interaction().interactionId(), Drawn::reason));
        Map<String, Verdict> verdicts = new TreeMap<>();
        boolean comparable = false;
        for (PlanUnit.Kept row : published) {
            boolean samePopulation = row.population().equals(again.population());
            comparable |= samePopulation;
            boolean same = row.reason().equals(redrawn.get(row.interactionId()));
            verdicts.put(
                    row.interactionId(), same ? Verdict.SAME : samePopulation ? Verdict.NOT_DRAWN : Verdict.CHANGED);
        }
        for (String interaction : redrawn.keySet()) {
            verdicts.putIfAbsent(interaction, comparable ? Verdict.MISSING : Verdict.CHANGED);
        }
        return verdicts;
    }
}
