package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.not;
import static org.zhijian.etl.mart.Declared.field;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.Column;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimInspector;

/**
 * {@link SamplingPlan}: what is inspected in a plan month, and by whom (R4, R5). It follows from the interactions, quotas and
 * settings alone, whatever nights it was drawn in, as long as the past does not change; where that does, what was drawn
 * stays and counts.
 */
public final class SamplingPlanMart {
    private static final StructType ROW = Schemas.struct(SamplingPlan.TABLE);

    private SamplingPlanMart() {}

    /**
     * Computes the rows of whole plan months.
     *
     * @param earlier the rows of these plan months that have been published, empty when it is drawn from the beginning
     */
    public static Dataset<Row> compute(
            PlanTables tables, Dataset<Row> earlier, List<SpecialOrder> orders, PlanPeriod period, Settings settings) {
        PlanMonth.Factory months = new PlanMonth.Factory(tables, orders, period, settings);
        return PlanCandidates.rows(tables, earlier, orders, period, settings)
                .mapPartitions(
                        months.each(plan(
                                inspectors(tables.dimInspector()),
                                period.drawnThrough(),
                                period.runDate(),
                                settings.get(Settings.DRAW_SEED))),
                        Encoders.row(ROW))
                .select(Declared.columns(SamplingPlan.TABLE));
    }

    /** What stands of a plan month, and what the nights draw, with who inspects it. */
    private static PlanMonth.Made plan(
            List<InspectorRota.Inspector> inspectors, LocalDate drawnThrough, LocalDate runDate, String seed) {
        return month -> {
            List<LocalDate> nights = Nights.of(month.month(), drawnThrough, runDate);
            Map<List<String>, Work> work = new HashMap<>();
            month.keptRows().forEach(row -> add(Work.of(row, null, true), work));
            // An interaction that has come to belong to another agent since it was drawn is not drawn of that one, too.
            month.units()
                    .forEach(unit -> drawn(unit, month.month(), nights, seed).forEach(drawn -> add(drawn, work)));
            return assigned(work.values(), inspectors);
        };
    }

    private static void add(Work one, Map<List<String>, Work> work) {
        work.putIfAbsent(List.of(one.category(), one.interaction()), one);
    }

    private static List<Work> drawn(PlanUnit unit, LocalDate planMonth, List<LocalDate> nights, String seed) {
        Set<String> taken = new HashSet<>();
        for (PlanUnit.Kept row : unit.kept()) {
            taken.add(row.interactionId());
            Drawing drawing = unit.drawings().get(unit.drawingOf(row));
            if (drawing != null) {
                drawing.keep(row.stratum(), row.reason());
            }
        }
        List<Work> drawn = new ArrayList<>();
        for (LocalDate night : nights) {
            unit.drawings().forEach((name, drawing) -> {
                Drawing.Night made = drawing.night(night, taken);
                for (Drawn one : made.drawn()) {
                    Candidate interaction = one.interaction();
                    taken.add(interaction.interactionId());
                    drawing.keep(interaction.stratum(), one.reason());
                    Row row = RowFactory.create(
                            Date.valueOf(planMonth),
                            interaction.interactionId(),
                            interaction.agentId(),
                            null,
                            unit.category(),
                            one.reason(),
                            Date.valueOf(night),
                            unit.method(name),
                            unit.topic(name),
                            interaction.stratum(),
                            one.inclusionProbability(),
                            made.population(),
                            seed,
                            DrawOrder.ALGORITHM_VERSION);
                    drawn.add(Work.of(row, interaction.team(), false));
                }
            });
        }
        return drawn;
    }

    /** Those who get work: whose capacity is not said is taken to have the mean of the others', who is only a name none. */
    private static List<InspectorRota.Inspector> inspectors(Dataset<Row> dimInspector) {
        List<Row> known = dimInspector
                .filter(not(field(DimInspector.INFERRED)))
                .filter(field(DimInspector.INSPECTOR_KEY).notEqual(WarehouseSchema.UNKNOWN_MEMBER))
                .select(
                        field(DimInspector.INSPECTOR_ID),
                        field(DimInspector.TEAM),
                        field(DimInspector.MONTHLY_CAPACITY))
                .collectAsList();
        int mean = (int) Math.round(known.stream()
                .filter(row -> !row.isNullAt(2))
                .mapToInt(row -> row.getInt(2))
                .filter(capacity -> capacity > 0)
                .average()
                .orElse(1));
        return known.stream()
                .map(row -> new InspectorRota.Inspector(
                        row.getString(0), row.getString(1), row.isNullAt(2) ? mean : row.getInt(2)))
                .filter(inspector -> inspector.capacity() > 0)
                .toList();
    }

    /** Gives a plan month's new rows to inspectors, night by night in the order of the draw. */
    private static List<Row> assigned(Collection<Work> work, List<InspectorRota.Inspector> inspectors) {
        InspectorRota rota = new InspectorRota(inspectors);
        work.stream().filter(Work::isKept).forEach(kept -> rota.took(kept.inspector(), kept.agent(), kept.category()));
        return work.stream()
                .sorted(Work.IN_ORDER)
                .map(one -> one.isKept() ? one.row() : one.given(rota.next(one.agent(), one.team(), one.category())))
                .toList();
    }

    /** A row of the plan in its place of the order in which inspectors get their work. */
    private record Work(
            Row row, String team, boolean isKept, LocalDate drawnOn, long order, String category, String interaction) {
        private static final int INSPECTOR = at(SamplingPlan.INSPECTOR_ID);
        static final Comparator<Work> IN_ORDER = Comparator.comparing(Work::drawnOn)
                .thenComparing((one, other) -> Long.compareUnsigned(one.order(), other.order()))
                .thenComparing(Work::category)
                .thenComparing(Work::interaction);

        static Work of(Row row, String team, boolean isKept) {
            String category = row.getString(at(SamplingPlan.CATEGORY));
            String interaction = row.getString(at(SamplingPlan.INTERACTION_ID));
            long order = new DrawOrder(row.getString(at(SamplingPlan.SEED)), category).of(interaction);
            return new Work(
                    row,
                    team,
                    isKept,
                    row.getDate(at(SamplingPlan.DRAWN_ON)).toLocalDate(),
                    order,
                    category,
                    interaction);
        }

        private static int at(Column column) {
            return ROW.fieldIndex(column.name());
        }

        String agent() {
            return row.getString(at(SamplingPlan.AGENT_ID));
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
