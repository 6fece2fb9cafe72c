package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.rule.Competency;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/** {@link CompetencyFlag}: agents whose severe errors call for a decision (R7). */
public final class CompetencyFlagMart {
    private static final String PART = "part";
    private static final String ITEM = "item";
    private static final String FIRST = "first";
    private static final String EVALUATIONS = "evaluations";
    private static final String OPEN = "open";
    private static final String CENTRE_OCCURRENCES = "centre_occurrences";
    private static final String CENTRE_INSPECTED = "centre_inspected";

    private CompetencyFlagMart() {}

    /**
     * Computes the rows of exactly the periods that {@link CompetencyPeriods#replaced} names.
     *
     * @param factEvaluation at least the evaluations of {@link CompetencyPeriods#factMonths}
     * @param factError at least the errors of these evaluations
     * @param runDate the last day whose evaluations count
     */
    public static Dataset<Row> compute(
            Dataset<Row> factEvaluation,
            Dataset<Row> factError,
            Dataset<Row> dimErrorType,
            CompetencyPeriods periods,
            LocalDate runDate,
            Settings settings) {
        Dataset<Row> inspections = inspections(factEvaluation, runDate, settings);
        Dataset<Row> severe = inspections.join(
                severeErrors(factError, dimErrorType), Declared.names(FactEvaluation.EVALUATION_ID), "left_semi");
        Dataset<Row> inspected = inspected(inPeriods(inspections, periods));
        Dataset<Row> reached = reached(items(inPeriods(severe, periods)), settings);
        String[] key = Declared.names(CompetencyFlag.RULE, CompetencyFlag.PERIOD_START, CompetencyFlag.AGENT_ID);
        return withCentre(inspected.join(broadcast(reached), key, "left"))
                .filter(field(CompetencyFlag.REACHED_ON).isNotNull())
                .select(Declared.columns(CompetencyFlag.TABLE));
    }

    private static Dataset<Row> inspections(Dataset<Row> factEvaluation, LocalDate runDate, Settings settings) {
        return factEvaluation
                .filter(field(FactEvaluation.PUBLISHED))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .filter(field(FactEvaluation.CATEGORY).isInCollection(settings.get(Settings.COMPETENCY_CATEGORIES)));
    }

    private static Dataset<Row> severeErrors(Dataset<Row> factError, Dataset<Row> dimErrorType) {
        return StandingErrors.severe(factError, dimErrorType).select(field(FactError.EVALUATION_ID));
    }

    /** One row an evaluation and period of a rule. */
    private static Dataset<Row> inPeriods(Dataset<Row> inspections, CompetencyPeriods wanted) {
        Column periods = Competency.periods(
                field(FactEvaluation.MONTH), CompetencyFlag.RULE.name(), CompetencyFlag.PERIOD_START.name(), PART);
        Column item = Competency.inspected(field(FactEvaluation.INTERACTION_ID), field(FactEvaluation.EVALUATION_ID));
        return inspections
                .select(
                        inline(periods),
                        field(FactEvaluation.AGENT_ID).as(CompetencyFlag.AGENT_ID.name()),
                        item.as(ITEM),
                        field(FactEvaluation.EVALUATION_ID),
                        field(FactEvaluation.EVALUATED_AT),
                        field(FactEvaluation.EVALUATED_ON),
                        field(FactEvaluation.OPEN_APPEAL))
                .filter(wanted.replaced());
    }

    /** One row a period and agent who was inspected in it. */
    private static Dataset<Row> inspected(Dataset<Row> inPeriods) {
        return inPeriods
                .groupBy(field(CompetencyFlag.RULE), field(CompetencyFlag.PERIOD_START), field(CompetencyFlag.AGENT_ID))
                .agg(count_distinct(col(PART), col(ITEM)).as(CompetencyFlag.INSPECTED.name()));
    }

    /** One row an occurrence: a period, part of it, agent and what was inspected. */
    private static Dataset<Row> items(Dataset<Row> severe) {
        Column evaluation = struct(
                field(FactEvaluation.EVALUATED_AT),
                field(FactEvaluation.EVALUATION_ID),
                field(FactEvaluation.EVALUATED_ON));
        return severe.groupBy(
                        field(CompetencyFlag.RULE),
                        field(CompetencyFlag.PERIOD_START),
                        field(CompetencyFlag.AGENT_ID),
                        col(PART),
                        col(ITEM))
                .agg(
                        min(evaluation).as(FIRST),
                        collect_list(field(FactEvaluation.EVALUATION_ID)).as(EVALUATIONS),
                        bool_or(field(FactEvaluation.OPEN_APPEAL)).as(OPEN));
    }

    /** One row a period and agent with an occurrence in it. */
    private static Dataset<Row> reached(Dataset<Row> items, Settings settings) {
        Column day = col(FIRST).getField(FactEvaluation.EVALUATED_ON.name());
        Column inFirstPart = col(PART).equalTo(field(CompetencyFlag.PERIOD_START));
        Column days = array_sort(collect_list(col(FIRST))).getField(FactEvaluation.EVALUATED_ON.name());
        Column reachedOn = Competency.reachedOn(
                field(CompetencyFlag.RULE),
                days,
                min(when(inFirstPart, day)),
                min(when(not(inFirstPart), day)),
                settings);
        return items.groupBy(
                        field(CompetencyFlag.RULE), field(CompetencyFlag.PERIOD_START), field(CompetencyFlag.AGENT_ID))
                .agg(
                        reachedOn.as(CompetencyFlag.REACHED_ON.name()),
                        count(lit(1)).as(CompetencyFlag.OCCURRENCES.name()),
                        concat_ws(";", array_sort(flatten(collect_list(col(EVALUATIONS)))))
                                .as(CompetencyFlag.EVIDENCE.name()),
                        bool_or(col(OPEN)).as(CompetencyFlag.PROVISIONAL.name()));
    }

    private static Dataset<Row> withCentre(Dataset<Row> agents) {
        WindowSpec period = Window.partitionBy(field(CompetencyFlag.RULE), field(CompetencyFlag.PERIOD_START));
        Dataset<Row> beside = agents.withColumn(
                        CENTRE_OCCURRENCES,
                        sum(field(CompetencyFlag.OCCURRENCES)).over(period))
                .withColumn(
                        CENTRE_INSPECTED, sum(field(CompetencyFlag.INSPECTED)).over(period));
        Column expected =
                Competency.expected(field(CompetencyFlag.INSPECTED), col(CENTRE_OCCURRENCES), col(CENTRE_INSPECTED));
        return beside.withColumn(CompetencyFlag.EXPECTED_OCCURRENCES.name(), expected);
    }
}
