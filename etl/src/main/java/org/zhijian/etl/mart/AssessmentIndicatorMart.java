package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.Indicators;
import org.zhijian.schema.Table;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Measure;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimTeam;

/**
 * {@link AssessmentIndicator}: the assessment indicators of centre, teams and agents by day, week and month (R10).
 *
 * <p>The facts are summed by day, agent and team first; these sums add up to the scopes' days, and those to their periods.
 * Only then is anything divided. An indicator is stated where there are facts of its base: a day on which an agent's
 * interactions got no rating has csat_mean without a value, a day without interactions has no csat_mean.
 */
public final class AssessmentIndicatorMart {
    private static final String CENTRE = "centre";
    private static final String AGENT = "agent";
    private static final String BASE = "base";

    private static final Set<Measure> COMPOSITE =
            EnumSet.of(Measure.COMPOSITE_PARTS, Measure.WEIGHTED_POINTS, Measure.WEIGHTS);

    private static final Column[] DAYS = {
        col(IndicatorSums.DAY), field(AssessmentIndicator.SCOPE), field(AssessmentIndicator.SCOPE_ID)
    };
    private static final Column[] PERIODS = {
        field(AssessmentIndicator.PERIOD_TYPE),
        field(AssessmentIndicator.PERIOD_START),
        field(AssessmentIndicator.MONTH),
        field(AssessmentIndicator.SCOPE),
        field(AssessmentIndicator.SCOPE_ID)
    };

    private AssessmentIndicatorMart() {}

    /**
     * Computes the rows of all periods that begin in some months.
     *
     * @param tables gives the tables the indicators come from: the dimensions of agents, teams, channels, business types
     *     and error types whole; the facts of {@link IndicatorPeriods#factMonths}, be they of interactions, agent states,
     *     evaluations, errors, appeals, calibration scores, exams or coaching; and the sampling plan of these months
     * @param runDate the last day whose facts count
     */
    public static Dataset<Row> compute(
            Function<Table, Dataset<Row>> tables, IndicatorPeriods periods, LocalDate runDate, Settings settings) {
        Dataset<Row> daily = new IndicatorSums(tables, periods, runDate, settings).daily();
        Dataset<Row> ofDays = sums(inScopes(daily, tables.apply(DimTeam.TABLE)), DAYS);
        Dataset<Row> sums = numbers(sums(inPeriods(ofDays, periods), PERIODS));
        Column value = Indicators.value(field(AssessmentIndicator.NUMERATOR), field(AssessmentIndicator.DENOMINATOR));
        Column met = Indicators.met(
                field(AssessmentIndicator.INDICATOR),
                field(AssessmentIndicator.VALUE),
                field(AssessmentIndicator.TARGET));
        return indicators(withComposite(sums, settings), settings)
                .withColumn(AssessmentIndicator.VALUE.name(), value)
                .withColumn(AssessmentIndicator.MET.name(), met)
                .select(Declared.columns(AssessmentIndicator.TABLE));
    }

    /** A day's sum in each of its periods. */
    private static Dataset<Row> inPeriods(Dataset<Row> ofDays, IndicatorPeriods periods) {
        return ofDays.select(columns(
                        counted(),
                        inline(IndicatorPeriods.of(col(IndicatorSums.DAY))),
                        field(AssessmentIndicator.SCOPE),
                        field(AssessmentIndicator.SCOPE_ID)))
                .withColumn(AssessmentIndicator.MONTH.name(), trunc(field(AssessmentIndicator.PERIOD_START), "month"))
                .filter(field(AssessmentIndicator.MONTH).isInCollection(periods.months()));
    }

    /** A sum in each of its scopes: the centre, and the team and the agent where it has them. */
    private static Dataset<Row> inScopes(Dataset<Row> daily, Dataset<Row> dimTeam) {
        Dataset<Row> teams = dimTeam.filter(field(DimTeam.TEAM_KEY).notEqual(0))
                .select(field(DimTeam.TEAM_KEY).as(IndicatorSums.TEAM_KEY), field(DimTeam.TEAM));
        Column scopes = array(
                scope(CENTRE, lit(null).cast("string")),
                scope("team", field(DimTeam.TEAM)),
                scope(AGENT, col(IndicatorSums.AGENT)));
        return daily.join(broadcast(teams), new String[] {IndicatorSums.TEAM_KEY}, "left")
                .select(columns(counted(), col(IndicatorSums.DAY), inline(scopes)))
                .filter(field(AssessmentIndicator.SCOPE)
                        .equalTo(CENTRE)
                        .or(field(AssessmentIndicator.SCOPE_ID).isNotNull()));
    }

    private static Column scope(String scope, Column id) {
        return struct(lit(scope).as(AssessmentIndicator.SCOPE.name()), id.as(AssessmentIndicator.SCOPE_ID.name()));
    }

    /** A row for each of these keys with every measure's sum: exact where the measure is, null where nothing was counted. */
    private static Dataset<Row> sums(Dataset<Row> counts, Column... keys) {
        List<Column> sums = counted().stream()
                .map(measure -> sum(measure(measure)).as(measure.column()))
                .toList();
        return counts.groupBy(keys)
                .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    }

    /** The sums as doubles, 0 where nothing was counted. */
    private static Dataset<Row> numbers(Dataset<Row> sums) {
        List<Column> columns = new ArrayList<>(Arrays.asList(PERIODS));
        counted()
                .forEach(measure -> columns.add(
                        coalesce(measure(measure).cast("double"), lit(0.0)).as(measure.column())));
        return sums.select(columns.toArray(Column[]::new));
    }

    /** The composite is made for an agent's month alone. */
    private static Dataset<Row> withComposite(Dataset<Row> sums, Settings settings) {
        Column agentMonth = field(AssessmentIndicator.SCOPE)
                .equalTo(AGENT)
                .and(field(AssessmentIndicator.PERIOD_TYPE).equalTo("month"));
        Column parts = when(agentMonth, Indicators.compositeParts(AssessmentIndicatorMart::measure, settings))
                .otherwise(lit(0.0));
        return sums.withColumn(Measure.COMPOSITE_PARTS.column(), parts)
                .withColumn(
                        Measure.WEIGHTED_POINTS.column(),
                        Indicators.weightedPoints(AssessmentIndicatorMart::measure, settings))
                .withColumn(Measure.WEIGHTS.column(), Indicators.weights(AssessmentIndicatorMart::measure, settings));
    }

    /** A row a period, scope and indicator that has facts of its base. */
    private static Dataset<Row> indicators(Dataset<Row> sums, Settings settings) {
        Column[] indicators = Indicator.ALL.stream()
                .map(indicator -> struct(
                        lit(indicator.name()).as(AssessmentIndicator.INDICATOR.name()),
                        measure(indicator.base()).as(BASE),
                        measure(indicator.numerator()).as(AssessmentIndicator.NUMERATOR.name()),
                        measure(indicator.denominator()).as(AssessmentIndicator.DENOMINATOR.name()),
                        Indicators.target(indicator, settings).as(AssessmentIndicator.TARGET.name())))
                .toArray(Column[]::new);
        List<Column> columns = new ArrayList<>(Arrays.asList(PERIODS));
        columns.add(inline(array(indicators)));
        return sums.select(columns.toArray(Column[]::new)).filter(col(BASE).gt(0));
    }

    private static Set<Measure> counted() {
        return EnumSet.complementOf(EnumSet.copyOf(COMPOSITE));
    }

    private static Column[] columns(Set<Measure> measures, Column... others) {
        List<Column> columns = new ArrayList<>(Arrays.asList(others));
        measures.forEach(measure -> columns.add(measure(measure)));
        return columns.toArray(Column[]::new);
    }

    private static Column measure(Measure measure) {
        return col(measure.column());
    }
}
