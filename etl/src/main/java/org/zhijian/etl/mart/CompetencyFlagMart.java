package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
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
    private static final String SEVERE = "severe";
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
        Dataset<Row> marked = marked(inspections, severeEvaluations(factError, dimErrorType));
        Dataset<Row> inPeriods = inPeriods(marked).filter(periods.replaced());
        Dataset<Row> items = items(inPeriods);
        Dataset<Row> agents = agents(items, settings);
        return withCentre(agents)
                .filter(field(CompetencyFlag.REACHED_ON).isNotNull())
                .select(Declared.columns(CompetencyFlag.TABLE));
    }

    private static Dataset<Row> inspections(Dataset<Row> factEvaluation, LocalDate runDate, Settings settings) {
        return factEvaluation
                .filter(field(FactEvaluation.PUBLISHED))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .filter(field(FactEvaluation.CATEGORY).isInCollection(settings.get(Settings.COMPETENCY_CATEGORIES)));
    }

    /** The evaluations with a severe error that stands. */
    private static Dataset<Row> severeEvaluations(Dataset<Row> factError, Dataset<Row> dimErrorType) {
        return StandingErrors.severe(factError, dimErrorType)
                .select(field(FactError.EVALUATION_ID))
                .distinct()
                .withColumn(SEVERE, lit(true));
    }

    private static Dataset<Row> marked(Dataset<Row> inspections, Dataset<Row> severeEvaluations) {
        Column item = Competency.inspected(field(FactEvaluation.INTERACTION_ID), field(FactEvaluation.EVALUATION_ID));
        return inspections
                .join(severeEvaluations, Declared.names(FactEvaluation.EVALUATION_ID), "left")
                .withColumn(SEVERE, coalesce(col(SEVERE), lit(false)))
                .withColumn(ITEM, item);
    }

    /** One row an evaluation and period of a rule. */
    private static Dataset<Row> inPeriods(Dataset<Row> marked) {
        Column periods = Competency.periods(
                field(FactEvaluation.MONTH), CompetencyFlag.RULE.name(), CompetencyFlag.PERIOD_START.name(), PART);
        return marked.select(
                inline(periods),
                field(FactEvaluation.AGENT_ID).as(CompetencyFlag.AGENT_ID.name()),
                col(ITEM),
                col(SEVERE),
                field(FactEvaluation.EVALUATION_ID),
                field(FactEvaluation.EVALUATED_AT),
                field(FactEvaluation.EVALUATED_ON),
                field(FactEvaluation.OPEN_APPEAL));
    }

    /** One row a period, part of it, agent and what was inspected: a severe one is an occurrence. */
    private static Dataset<Row> items(Dataset<Row> inPeriods) {
        Column evaluation = struct(
                field(FactEvaluation.EVALUATED_AT),
                field(FactEvaluation.EVALUATION_ID),
                field(FactEvaluation.EVALUATED_ON));
        return inPeriods
                .groupBy(
                        field(CompetencyFlag.RULE),
                        field(CompetencyFlag.PERIOD_START),
                        col(PART),
                        field(CompetencyFlag.AGENT_ID),
                        col(ITEM))
                .agg(
                        bool_or(col(SEVERE)).as(SEVERE),
                        min(when(col(SEVERE), evaluation)).as(FIRST),
                        collect_list(when(col(SEVERE), field(FactEvaluation.EVALUATION_ID)))
                                .as(EVALUATIONS),
                        bool_or(col(SEVERE).and(field(FactEvaluation.OPEN_APPEAL)))
                                .as(OPEN));
    }

    /** One row a period and agent who was inspected in it. */
    private static Dataset<Row> agents(Dataset<Row> items, Settings settings) {
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
                        count_if(col(SEVERE)).as(CompetencyFlag.OCCURRENCES.name()),
                        concat_ws(";", array_sort(flatten(collect_list(col(EVALUATIONS)))))
                                .as(CompetencyFlag.EVIDENCE.name()),
                        bool_or(col(OPEN)).as(CompetencyFlag.PROVISIONAL.name()),
                        count(lit(1)).as(CompetencyFlag.INSPECTED.name()));
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
