package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.draw.Candidate;
import org.zhijian.etl.draw.DrawOrder;
import org.zhijian.etl.draw.Drawing;
import org.zhijian.etl.draw.Drawn;
import org.zhijian.etl.draw.InspectorRota;
import org.zhijian.etl.draw.Nights;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimInspector;

/**
 * {@link SamplingPlan}: what is inspected in a plan month, and by whom (R4, R5). It follows from the interactions, quotas and
 * settings alone, whatever nights it was drawn in, as long as the past does not change; where that does, what was drawn
 * stays and counts.
 */
public final class SamplingPlanMart {
    private static final String KEPT = "kept";

    /** The plan's columns, days being numbers since 1970, the team that the agent was in, and whether the row stood before. */
    private static final StructType DRAWN = new StructType()
            .add(SamplingPlan.PLAN_MONTH.name(), "int")
            .add(SamplingPlan.CATEGORY.name(), "string")
            .add(SamplingPlan.INTERACTION_ID.name(), "string")
            .add(SamplingPlan.AGENT_ID.name(), "string")
            .add(SamplingPlan.REASON.name(), "string")
            .add(SamplingPlan.DRAWN_ON.name(), "int")
            .add(SamplingPlan.METHOD.name(), "string")
            .add(SamplingPlan.TOPIC.name(), "string")
            .add(SamplingPlan.STRATUM.name(), "string")
            .add(SamplingPlan.INCLUSION_PROBABILITY.name(), "double")
            .add(SamplingPlan.POPULATION.name(), "string")
            .add(SamplingPlan.SEED.name(), "string")
            .add(SamplingPlan.ALGORITHM_VERSION.name(), "int")
            .add(PlanCandidates.TEAM, "string")
            .add(KEPT, "boolean");

    private static final StructType ASSIGNED = DRAWN.add(SamplingPlan.INSPECTOR_ID.name(), "string");
    private static final StructType MONTH = new StructType().add(SamplingPlan.PLAN_MONTH.name(), "int");

    private SamplingPlanMart() {}

    /**
     * Computes the rows of whole plan months.
     *
     * @param earlier the rows of these plan months that have been published, empty when it is drawn from the beginning
     */
    public static Dataset<Row> compute(
            PlanTables tables, Dataset<Row> earlier, List<SpecialOrder> orders, PlanPeriod period, Settings settings) {
        Dataset<Row> kept = earlier.filter(field(SamplingPlan.PLAN_MONTH).isInCollection(period.planMonths()));
        String[] key = Declared.names(SamplingPlan.PLAN_MONTH, SamplingPlan.CATEGORY, SamplingPlan.INTERACTION_ID);
        Dataset<Row> standing = withDayNumbers(kept);
        // An interaction that has come to belong to another agent since it was drawn is not drawn of that one, too.
        Dataset<Row> drawn = PlanCandidates.units(tables, kept, orders, period, settings)
                .flatMapGroups(
                        draws(
                                new PlanUnit.Factory(tables, orders, period, settings),
                                period.drawnThrough(),
                                period.runDate(),
                                settings.get(Settings.DRAW_SEED)),
                        Encoders.row(DRAWN))
                .join(standing, key, "left_anti")
                .select(PlanCandidates.columns(DRAWN))
                .withColumn(SamplingPlan.INSPECTOR_ID.name(), lit(null).cast("string"));
        return drawn.unionByName(standing)
                .groupBy(PlanCandidates.columns(MONTH))
                .as(Encoders.row(MONTH), Encoders.row(ASSIGNED))
                .flatMapGroups(assignment(inspectors(tables.dimInspector())), Encoders.row(ASSIGNED))
                .withColumn(SamplingPlan.PLAN_MONTH.name(), date_from_unix_date(field(SamplingPlan.PLAN_MONTH)))
                .withColumn(SamplingPlan.DRAWN_ON.name(), date_from_unix_date(field(SamplingPlan.DRAWN_ON)))
                .select(Declared.columns(SamplingPlan.TABLE));
    }

    private static Dataset<Row> withDayNumbers(Dataset<Row> plan) {
        return plan.withColumn(SamplingPlan.PLAN_MONTH.name(), unix_date(field(SamplingPlan.PLAN_MONTH)))
                .withColumn(SamplingPlan.DRAWN_ON.name(), unix_date(field(SamplingPlan.DRAWN_ON)))
                .withColumn(PlanCandidates.TEAM, lit(null).cast("string"))
                .withColumn(KEPT, lit(true))
                .select(PlanCandidates.columns(ASSIGNED));
    }

    private static FlatMapGroupsFunction<Row, Row, Row> draws(
            PlanUnit.Factory units, LocalDate drawnThrough, LocalDate runDate, String seed) {
        return (key, rows) -> {
            PlanUnit unit = units.of(key, rows);
            Set<String> taken = new HashSet<>();
            for (PlanUnit.Kept row : unit.kept()) {
                taken.add(row.interactionId());
                Drawing drawing = unit.drawings().get(unit.drawingOf(row));
                if (drawing != null) {
                    drawing.keep(row.stratum(), row.reason());
                }
            }
            List<Row> drawn = new ArrayList<>();
            for (LocalDate night : Nights.of(unit.planMonth(), drawnThrough, runDate)) {
                unit.drawings().forEach((name, drawing) -> {
                    Drawing.Night made = drawing.night(night, taken);
                    for (Drawn one : made.drawn()) {
                        Candidate interaction = one.interaction();
                        taken.add(interaction.interactionId());
                        drawing.keep(interaction.stratum(), one.reason());
                        drawn.add(RowFactory.create(
                                (int) unit.planMonth().toEpochDay(),
                                unit.category(),
                                interaction.interactionId(),
                                interaction.agentId(),
                                one.reason(),
                                (int) night.toEpochDay(),
                                unit.method(name),
                                unit.topic(name),
                                interaction.stratum(),
                                one.inclusionProbability(),
                                made.population(),
                                seed,
                                DrawOrder.ALGORITHM_VERSION,
                                interaction.team(),
                                false));
                    }
                });
            }
            return drawn.iterator();
        };
    }

    private static List<InspectorRota.Inspector> inspectors(Dataset<Row> dimInspector) {
        return dimInspector
                .filter(field(DimInspector.MONTHLY_CAPACITY).gt(0))
                .select(
                        field(DimInspector.INSPECTOR_ID),
                        field(DimInspector.TEAM),
                        field(DimInspector.MONTHLY_CAPACITY))
                .collectAsList()
                .stream()
                .map(row -> new InspectorRota.Inspector(row.getString(0), row.getString(1), row.getInt(2)))
                .toList();
    }

    /** Gives a plan month's new rows to inspectors, night by night in the order of the draw. */
    private static FlatMapGroupsFunction<Row, Row, Row> assignment(List<InspectorRota.Inspector> inspectors) {
        return (month, rows) -> {
            List<Work> all = new ArrayList<>();
            rows.forEachRemaining(row -> all.add(Work.of(row)));
            all.sort(Work.IN_ORDER);
            InspectorRota rota = new InspectorRota(inspectors);
            all.stream().filter(Work::kept).forEach(work -> rota.took(work.inspector(), work.agent()));
            return all.stream()
                    .map(work -> work.kept() ? work.row() : work.given(rota.next(work.agent(), work.team())))
                    .iterator();
        };
    }

    /** A row of the plan in its place of the order in which inspectors get their work. */
    private record Work(Row row, int drawnOn, long order, String category, String interaction) {
        private static final int INSPECTOR = ASSIGNED.fieldIndex(SamplingPlan.INSPECTOR_ID.name());
        static final Comparator<Work> IN_ORDER = Comparator.comparingInt(Work::drawnOn)
                .thenComparing((one, other) -> Long.compareUnsigned(one.order(), other.order()))
                .thenComparing(Work::category)
                .thenComparing(Work::interaction);

        static Work of(Row row) {
            String category = row.getAs(SamplingPlan.CATEGORY.name());
            String interaction = row.getAs(SamplingPlan.INTERACTION_ID.name());
            String seed = row.getAs(SamplingPlan.SEED.name());
            int drawnOn = row.getAs(SamplingPlan.DRAWN_ON.name());
            return new Work(row, drawnOn, new DrawOrder(seed, category).of(interaction), category, interaction);
        }

        boolean kept() {
            return row.getAs(KEPT);
        }

        String agent() {
            return row.getAs(SamplingPlan.AGENT_ID.name());
        }

        String team() {
            return row.getAs(PlanCandidates.TEAM);
        }

        String inspector() {
            return row.getString(INSPECTOR);
        }

        Row given(String inspector) {
            Object[] values = new Object[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = i == INSPECTOR ? inspector : row.get(i);
            }
            return RowFactory.create(values);
        }
    }
}
