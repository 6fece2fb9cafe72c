package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.Grades;
import org.zhijian.etl.rule.Means;
import org.zhijian.etl.star.AgentSpans;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.indicator.Measure;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactAgentState;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactExam;
import org.zhijian.schema.star.FactInteraction;

/**
 * The sums of every {@link Measure} by day, agent and the agent's team that day: one pass a fact, whole numbers or
 * decimals, so that any further sum of them is exact.
 *
 * <p>Whole numbers are doubles, which hold them up to 2^53: Spark's check of every addition of integers for an overflow takes
 * as long as a third of the rest.
 */
final class IndicatorSums {
    static final String DAY = "day";
    /** The agent's number; null for what belongs to the centre alone. */
    static final String AGENT = "agent";
    /** The key of the agent's team; the unknown member's for none. */
    static final String TEAM_KEY = "agent_team_key";

    private static final long SECOND = 1_000_000;
    private static final String SEVERE = "severe";
    private static final String IN_BREACH = "in_breach";
    private static final String EVALUATED = "evaluated";

    private final Function<Table, Dataset<Row>> tables;
    private final IndicatorPeriods periods;
    private final LocalDate runDate;
    private final Settings settings;

    IndicatorSums(
            Function<Table, Dataset<Row>> tables, IndicatorPeriods periods, LocalDate runDate, Settings settings) {
        this.tables = tables;
        this.periods = periods;
        this.runDate = runDate;
        this.settings = settings;
    }

    /** A row a fact, day, agent and team; measures of other facts are null in it. */
    Dataset<Row> daily() {
        return Stream.of(interactions(), states(), evaluations(), planned(), rechecks(), calibrations(), exams())
                .reduce((some, more) -> some.unionByName(more, true))
                .orElseThrow();
    }

    private Dataset<Row> interactions() {
        Dataset<Row> counted = ofDay(FactInteraction.TABLE, field(FactInteraction.STARTED_ON))
                .withColumn(AGENT, field(FactInteraction.AGENT_ID))
                .withColumn(TEAM_KEY, field(FactInteraction.TEAM_KEY))
                .join(broadcast(tables.apply(DimChannel.TABLE)), Declared.names(DimChannel.CHANNEL_KEY), "left")
                .join(
                        broadcast(tables.apply(DimBusinessType.TABLE)),
                        Declared.names(DimBusinessType.BUSINESS_TYPE_KEY),
                        "left");
        Column answered = field(FactInteraction.OUTCOME).equalTo("answered");
        Column voiceIn = field(DimChannel.CHANNEL).equalTo("voice_in");
        Column voiceInAnswered = voiceIn.and(answered);
        Column online = field(DimChannel.CHANNEL).isin("chat", "email", "social");
        Column onlineAnswered = online.and(answered);
        Column toAnswer = micros(FactInteraction.STARTED_AT, FactInteraction.ANSWERED_AT);
        Column toEnd = micros(FactInteraction.STARTED_AT, FactInteraction.ENDED_AT);
        Column inTime = toAnswer.leq(lit(settings.get(Settings.ANSWER_SECONDS) * SECOND));
        Column talk = field(FactInteraction.TALK_SECONDS);
        Column hold = field(FactInteraction.HOLD_SECONDS);
        Column wrap = field(FactInteraction.WRAP_SECONDS);
        Column handle = talk.cast("double").plus(coalesce(hold, lit(0))).plus(coalesce(wrap, lit(0)));
        Column resolved = field(FactInteraction.FIRST_CONTACT_RESOLVED);
        Column transferred = field(FactInteraction.TRANSFERRED);
        Column rating = field(FactInteraction.CSAT);
        Map<Measure, Column> sums = new EnumMap<>(Measure.class);
        sums.put(Measure.INTERACTIONS, number(lit(true)));
        sums.put(Measure.VOICE_IN, number(voiceIn));
        sums.put(Measure.VOICE_IN_ANSWERED, number(voiceInAnswered));
        sums.put(Measure.VOICE_IN_IN_TIME, number(voiceInAnswered.and(inTime)));
        sums.put(
                Measure.VOICE_IN_ABANDONED,
                number(voiceIn.and(field(FactInteraction.OUTCOME).equalTo("abandoned"))));
        sums.put(Measure.VOICE_IN_ANSWER_SECONDS, seconds(total(when(voiceInAnswered, toAnswer))));
        sums.put(Measure.VOICE_IN_WITH_ANSWER_TIME, having(when(voiceInAnswered, toAnswer)));
        sums.put(Measure.ANSWERED, number(answered));
        sums.put(Measure.TALK_SECONDS, total(when(answered, talk)));
        sums.put(Measure.WITH_TALK_SECONDS, having(when(answered, talk)));
        sums.put(Measure.HOLD_SECONDS, total(when(answered, hold)));
        sums.put(Measure.WITH_HOLD_SECONDS, having(when(answered, hold)));
        sums.put(Measure.WRAP_SECONDS, total(when(answered, wrap)));
        sums.put(Measure.WITH_WRAP_SECONDS, having(when(answered, wrap)));
        sums.put(Measure.HANDLE_SECONDS, total(when(answered, handle)));
        sums.put(Measure.TRANSFERRED, number(answered.and(transferred)));
        sums.put(Measure.SAYING_TRANSFERRED, having(when(answered, transferred)));
        sums.put(Measure.RESOLVED, number(resolved));
        sums.put(Measure.SAYING_RESOLVED, having(resolved));
        sums.put(Measure.RATING_SUM, total(rating));
        sums.put(Measure.RATINGS, having(rating));
        sums.put(Measure.TOP_RATINGS, number(rating.geq(4)));
        sums.put(
                Measure.COMPLAINTS,
                number(answered.and(field(DimBusinessType.BUSINESS_TYPE).equalTo("complaint"))));
        sums.put(Measure.ONLINE, number(online));
        sums.put(Measure.RESPONSE_SECONDS, seconds(total(when(onlineAnswered, toAnswer))));
        sums.put(Measure.WITH_RESPONSE_TIME, having(when(onlineAnswered, toAnswer)));
        sums.put(Measure.RESOLUTION_SECONDS, seconds(total(when(onlineAnswered, toEnd))));
        sums.put(Measure.WITH_END_TIME, having(when(onlineAnswered, toEnd)));
        return summed(counted, sums);
    }

    private Dataset<Row> states() {
        Dataset<Row> counted = ofDay(FactAgentState.TABLE, field(FactAgentState.STARTED_ON))
                .withColumn(AGENT, field(FactAgentState.AGENT_ID))
                .withColumn(TEAM_KEY, field(FactAgentState.TEAM_KEY));
        Column state = field(FactAgentState.STATE);
        Column length = micros(FactAgentState.STARTED_AT, FactAgentState.ENDED_AT);
        Map<Measure, Column> sums = new EnumMap<>(Measure.class);
        sums.put(Measure.STATES, number(lit(true)));
        sums.put(Measure.WORKING_SECONDS, seconds(total(when(state.isin("busy", "wrap"), length))));
        sums.put(Measure.AVAILABLE_SECONDS, seconds(total(when(state.isin("ready", "busy", "wrap"), length))));
        sums.put(Measure.STAFFED_SECONDS, seconds(total(length)));
        return summed(counted, sums);
    }

    private Dataset<Row> evaluations() {
        Dataset<Row> counted = ofDay(FactEvaluation.TABLE, field(FactEvaluation.EVALUATED_ON))
                .filter(field(FactEvaluation.PUBLISHED))
                .withColumn(AGENT, field(FactEvaluation.AGENT_ID))
                .withColumn(TEAM_KEY, field(FactEvaluation.TEAM_KEY))
                .join(standingErrors(), Declared.names(FactEvaluation.EVALUATION_ID), "left")
                .join(appeals(), Declared.names(FactEvaluation.EVALUATION_ID), "left");
        Column score = when(field(FactEvaluation.CATEGORY).equalTo("agent"), field(FactEvaluation.SCORE));
        Column severe = coalesce(col(SEVERE), lit(false));
        Column inBreach = coalesce(col(IN_BREACH), lit(false));
        Column toFeedback = micros(FactEvaluation.EVALUATED_AT, FactEvaluation.FEEDBACK_AT);
        Column inTime = toFeedback.leq(lit(settings.get(Settings.FEEDBACK_HOURS) * 3600 * SECOND));
        Map<Measure, Column> sums = new EnumMap<>(Measure.class);
        sums.put(Measure.EVALUATIONS, number(lit(true)));
        sums.put(Measure.INSPECTIONS, number(lit(true)));
        sums.put(Measure.SCORED, having(score));
        sums.put(Measure.SCORE_SUM, Means.sum(score));
        sums.put(Measure.PASSED, number(Grades.grade(score, settings).notEqual("fail")));
        sums.put(Measure.WITH_SEVERE_ERROR, number(severe));
        sums.put(Measure.WITHOUT_SEVERE_ERROR, number(not(severe)));
        sums.put(Measure.COMPLIANT, number(not(inBreach)));
        sums.put(Measure.APPEALED, having(col(Measure.APPEALS_DECIDED.column())));
        sums.put(Measure.APPEALS_ACCEPTED, total(col(Measure.APPEALS_ACCEPTED.column())));
        sums.put(Measure.APPEALS_DECIDED, total(col(Measure.APPEALS_DECIDED.column())));
        sums.put(Measure.FED_BACK, having(toFeedback));
        sums.put(Measure.FED_BACK_IN_TIME, number(inTime));
        return summed(counted, sums);
    }

    /** A row an evaluation with errors that stand. */
    private Dataset<Row> standingErrors() {
        Column inBreach = field(DimErrorType.CATEGORY).isInCollection(settings.get(Settings.COMPLIANCE_CATEGORIES));
        Dataset<Row> types = tables.apply(DimErrorType.TABLE)
                .select(
                        field(DimErrorType.ERROR_TYPE_KEY),
                        field(DimErrorType.SEVERITY).equalTo("severe").as(SEVERE),
                        inBreach.as(IN_BREACH));
        return tables.apply(FactError.TABLE)
                .filter(field(FactError.STANDS))
                .join(broadcast(types), Declared.names(FactError.ERROR_TYPE_KEY))
                .groupBy(field(FactError.EVALUATION_ID))
                .agg(bool_or(col(SEVERE)).as(SEVERE), bool_or(col(IN_BREACH)).as(IN_BREACH));
    }

    /** A row an evaluation that was appealed, be the appeal withdrawn since. */
    private Dataset<Row> appeals() {
        Column status = field(FactAppeal.STATUS);
        return tables.apply(FactAppeal.TABLE)
                .groupBy(field(FactAppeal.EVALUATION_ID))
                .agg(
                        count_if(status.equalTo("accepted")).as(Measure.APPEALS_ACCEPTED.column()),
                        count_if(status.isin("accepted", "rejected")).as(Measure.APPEALS_DECIDED.column()));
    }

    private Dataset<Row> planned() {
        Dataset<Row> inspected = PlannedInspections.done(tables.apply(FactEvaluation.TABLE), runDate)
                .withColumn(EVALUATED, lit(true));
        Dataset<Row> counted = withTeam(ofDay(SamplingPlan.TABLE, PlannedInspections.day()), SamplingPlan.AGENT_ID)
                .join(inspected, Declared.names(SamplingPlan.CATEGORY, SamplingPlan.INTERACTION_ID), "left");
        Map<Measure, Column> sums = new EnumMap<>(Measure.class);
        sums.put(Measure.INSPECTIONS, number(lit(true)));
        sums.put(Measure.PLANNED, number(lit(true)));
        sums.put(Measure.PLANNED_EVALUATED, having(col(EVALUATED)));
        return summed(counted, sums);
    }

    private Dataset<Row> rechecks() {
        Dataset<Row> counted =
                withTeam(ofDay(FactCoaching.TABLE, field(FactCoaching.RECHECKED_ON)), FactCoaching.AGENT_ID);
        Map<Measure, Column> sums = new EnumMap<>(Measure.class);
        sums.put(Measure.RECHECKS, number(lit(true)));
        sums.put(Measure.RECHECKS_JUDGED, having(field(FactCoaching.RECHECK_RESULT)));
        sums.put(
                Measure.RECHECKS_PASSED,
                number(field(FactCoaching.RECHECK_RESULT).equalTo("passed")));
        return summed(counted, sums);
    }

    /** Inspectors are no agents: calibration belongs to the centre alone. */
    private Dataset<Row> calibrations() {
        Dataset<Row> scores =
                CalibrationScores.compared(CalibrationScores.valid(tables.apply(FactCalibrationScore.TABLE), runDate));
        Dataset<Row> counted = ofDay(scores, field(FactCalibrationScore.HELD_ON))
                .withColumn(AGENT, lit(null).cast("string"))
                .withColumn(TEAM_KEY, lit(WarehouseSchema.UNKNOWN_MEMBER));
        Map<Measure, Column> sums = new EnumMap<>(Measure.class);
        sums.put(Measure.CALIBRATED, number(lit(true)));
        sums.put(Measure.CALIBRATION_DEVIATION, sum(abs(col(CalibrationScores.DEVIATION))));
        return summed(counted, sums);
    }

    private Dataset<Row> exams() {
        Dataset<Row> counted = ofDay(FactExam.TABLE, field(FactExam.TAKEN_ON))
                .withColumn(AGENT, field(FactExam.AGENT_ID))
                .withColumn(TEAM_KEY, field(FactExam.TEAM_KEY));
        Column passed = field(FactExam.SCORE).geq(lit(settings.get(Settings.EXAM_PASS_FROM)));
        Map<Measure, Column> sums = new EnumMap<>(Measure.class);
        sums.put(Measure.EXAMS, number(lit(true)));
        sums.put(Measure.EXAMS_PASSED, number(passed));
        return summed(counted, sums);
    }

    /** The facts of the days that count. */
    private Dataset<Row> ofDay(Table table, Column day) {
        return ofDay(tables.apply(table), day);
    }

    private Dataset<Row> ofDay(Dataset<Row> facts, Column day) {
        return facts.filter(day.leq(lit(runDate))).filter(periods.hold(day)).withColumn(DAY, day);
    }

    /** The facts with their agent and the agent's team of the day. */
    private Dataset<Row> withTeam(Dataset<Row> facts, org.zhijian.schema.Column agentId) {
        return AgentSpans.join(facts, field(agentId), col(DAY), tables.apply(DimAgent.TABLE))
                .withColumn(AGENT, field(agentId))
                .withColumn(TEAM_KEY, field(DimAgent.TEAM_KEY));
    }

    private static Dataset<Row> summed(Dataset<Row> counted, Map<Measure, Column> sums) {
        List<Column> named = sums.entrySet().stream()
                .map(sum -> sum.getValue().as(sum.getKey().column()))
                .toList();
        return counted.groupBy(col(DAY), col(AGENT), col(TEAM_KEY))
                .agg(named.get(0), named.subList(1, named.size()).toArray(Column[]::new));
    }

    private static Column number(Column condition) {
        return sum(when(condition, 1.0));
    }

    private static Column having(Column value) {
        return number(value.isNotNull());
    }

    private static Column total(Column value) {
        return sum(value.cast("double"));
    }

    private static Column micros(org.zhijian.schema.Column from, org.zhijian.schema.Column to) {
        return unix_micros(field(to))
                .cast("double")
                .minus(unix_micros(field(from)).cast("double"));
    }

    /** Microseconds as seconds, a decimal: over many months there are more of them than a double holds exactly. */
    private static Column seconds(Column micros) {
        return micros.cast("decimal(20,0)").multiply(lit(BigDecimal.ONE.movePointLeft(6)));
    }
}
