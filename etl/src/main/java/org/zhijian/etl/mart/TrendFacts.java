package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.TrendPeriod;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactEvaluation;

/** What trends count, by week and month and by centre and team (R9). */
final class TrendFacts {
    /** The columns that every trend's key has. */
    static final List<org.zhijian.schema.Column> PERIOD_AND_SCOPE =
            List.of(ErrorTrend.PERIOD_TYPE, ErrorTrend.PERIOD_START, ErrorTrend.TEAM);

    private static final long UNKNOWN_TEAM = 0;

    private TrendFacts() {}

    /** The published evaluations up to the run date, with day, category and team; the team is null while unknown. */
    static Dataset<Row> evaluations(Dataset<Row> factEvaluation, Dataset<Row> dimTeam, LocalDate runDate) {
        Dataset<Row> teams = dimTeam.filter(field(DimTeam.TEAM_KEY).notEqual(UNKNOWN_TEAM))
                .select(
                        field(DimTeam.TEAM_KEY).as(FactEvaluation.TEAM_KEY.name()),
                        field(DimTeam.TEAM).as(ErrorTrend.TEAM.name()));
        return factEvaluation
                .filter(field(FactEvaluation.PUBLISHED))
                .filter(field(FactEvaluation.EVALUATED_ON).leq(lit(runDate)))
                .join(broadcast(teams), Declared.names(FactEvaluation.TEAM_KEY), "left")
                .select(
                        field(FactEvaluation.EVALUATION_ID),
                        field(FactEvaluation.EVALUATED_ON),
                        field(FactEvaluation.CATEGORY),
                        field(ErrorTrend.TEAM));
    }

    /**
     * Numbers by day added up by period, scope and those columns. What is of an unknown team is the centre's only.
     *
     * @param daily rows with day and team
     * @param counted the number
     */
    static Dataset<Row> counted(
            Dataset<Row> daily, org.zhijian.schema.Column counted, List<org.zhijian.schema.Column> by) {
        Dataset<Row> days = daily.groupBy(fields(List.of(FactEvaluation.EVALUATED_ON, ErrorTrend.TEAM), by))
                .agg(sum(field(counted)).as(counted.name()));
        return spread(days, by, List.of(counted))
                .groupBy(fields(PERIOD_AND_SCOPE, by))
                .agg(sum(field(counted)).as(counted.name()));
    }

    /** Rows with day and team, once for every period and scope they belong to, with the columns of both lists. */
    static Dataset<Row> spread(
            Dataset<Row> rows, List<org.zhijian.schema.Column> by, List<org.zhijian.schema.Column> values) {
        Column periods = TrendPeriod.of(
                field(FactEvaluation.EVALUATED_ON), ErrorTrend.PERIOD_TYPE.name(), ErrorTrend.PERIOD_START.name());
        List<Column> columns = new ArrayList<>(List.of(inline(periods), field(ErrorTrend.TEAM)));
        columns.addAll(List.of(fields(by, values)));
        return withTotal(rows.select(columns.toArray(Column[]::new)), ErrorTrend.TEAM);
    }

    /** Every row once more for the total, where the column is null; rows in which it is null are of the total only. */
    static Dataset<Row> withTotal(Dataset<Row> rows, org.zhijian.schema.Column column) {
        Column total = lit(null).cast(column.type().sql());
        Column values = when(field(column).isNull(), array(total)).otherwise(array(total, field(column)));
        return rows.withColumn(column.name(), explode(values));
    }

    /** The rows of periods that begin in those months, with that month. */
    static Dataset<Row> beginningIn(Dataset<Row> rows, Collection<LocalDate> months) {
        return rows.withColumn(ErrorTrend.MONTH.name(), trunc(field(ErrorTrend.PERIOD_START), "month"))
                .filter(field(ErrorTrend.MONTH).isInCollection(months));
    }

    static Column[] fields(List<org.zhijian.schema.Column> first, List<org.zhijian.schema.Column> second) {
        return both(first, second).stream().map(Declared::field).toArray(Column[]::new);
    }

    static List<org.zhijian.schema.Column> both(
            List<org.zhijian.schema.Column> first, List<org.zhijian.schema.Column> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
