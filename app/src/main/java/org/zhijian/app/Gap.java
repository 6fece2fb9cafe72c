package org.zhijian.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.FactEvaluation;

/**
 * Records that lack what they need to count in full, such as the evaluations of a scorecard that has not come.
 *
 * @param kind what they are and what they lack, the end of a message's key
 * @param names their numbers, in order
 */
record Gap(String kind, List<String> names) {
    private static final List<String> WITHOUT_SCORE = List.of("unknown_item", "out_of_range", "missing");

    Gap {
        names = List.copyOf(names);
    }

    /** All of a publication. */
    static List<Gap> in(PublishedWarehouse warehouse) {
        List<Gap> gaps = new ArrayList<>(withoutScore(warehouse));
        gaps.add(inferred(warehouse, "agents", DimAgent.TABLE, DimAgent.AGENT_ID, DimAgent.INFERRED));
        gaps.add(inferred(
                warehouse, "inspectors", DimInspector.TABLE, DimInspector.INSPECTOR_ID, DimInspector.INFERRED));
        gaps.add(
                inferred(warehouse, "error-types", DimErrorType.TABLE, DimErrorType.ERROR_CODE, DimErrorType.INFERRED));
        gaps.add(withoutInspector(warehouse));
        gaps.removeIf(gap -> gap.names().isEmpty());
        return gaps;
    }

    private static List<Gap> withoutScore(PublishedWarehouse warehouse) {
        Map<String, List<String>> byBasis = warehouse
                .rowsIfAny(Selection.of(FactEvaluation.TABLE)
                        .columns(FactEvaluation.EVALUATION_ID, FactEvaluation.SCORE_BASIS)
                        .where(Condition.equal(FactEvaluation.PUBLISHED, true))
                        .where(Condition.oneOf(FactEvaluation.SCORE_BASIS, WITHOUT_SCORE)))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.string(FactEvaluation.SCORE_BASIS),
                        TreeMap::new,
                        Collectors.mapping(row -> row.string(FactEvaluation.EVALUATION_ID), Collectors.toList())));
        return byBasis.entrySet().stream()
                .map(basis -> of("no-score." + basis.getKey(), basis.getValue()))
                .toList();
    }

    private static Gap inferred(PublishedWarehouse warehouse, String kind, Table table, Column id, Column inferred) {
        return of(kind, ids(warehouse, Selection.of(table).columns(id).where(Condition.equal(inferred, true)), id));
    }

    private static Gap withoutInspector(PublishedWarehouse warehouse) {
        LocalDate month = warehouse.publication().businessDate().withDayOfMonth(1);
        return of(
                "no-inspector",
                ids(
                        warehouse,
                        Selection.of(SamplingPlan.TABLE)
                                .columns(SamplingPlan.INTERACTION_ID)
                                .where(Condition.equal(SamplingPlan.PLAN_MONTH, month))
                                .where(Condition.missing(SamplingPlan.INSPECTOR_ID)),
                        SamplingPlan.INTERACTION_ID));
    }

    private static List<String> ids(PublishedWarehouse warehouse, Selection selection, Column id) {
        return warehouse.rowsIfAny(selection).stream()
                .map(row -> row.string(id))
                .toList();
    }

    private static Gap of(String kind, List<String> names) {
        return new Gap(
                kind,
                names.stream().filter(Objects::nonNull).distinct().sorted().toList());
    }
}
