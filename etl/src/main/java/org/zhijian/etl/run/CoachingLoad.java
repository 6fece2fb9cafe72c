package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.KeyLookup;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.mart.CoachingLoopMart;
import org.zhijian.etl.rule.CoachingStates;
import org.zhijian.schema.Table;
import org.zhijian.schema.mart.CoachingLoop;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimTeam;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/** Brings the coaching loop up to date. */
final class CoachingLoad {
    private final Warehouse warehouse;
    private final Scope scope;
    private final MartWriter writer;

    CoachingLoad(Warehouse warehouse, Scope scope, MartWriter writer) {
        this.warehouse = warehouse;
        this.scope = scope;
        this.writer = writer;
    }

    /** The touched months, those with coachings that the passing of days changes, and those that a changed one answers. */
    SortedSet<LocalDate> months(TouchedMonths touched) {
        SortedSet<LocalDate> months = Months.union(touched.evaluations(), touched.of(FactCoaching.TABLE));
        if (scope.rebuild()) {
            return months;
        }
        scope.newDays().forEach(day -> months.add(day.withDayOfMonth(1)));
        Column state = col(CoachingLoop.STATE);
        Column isOverdueNow =
                state.equalTo(CoachingStates.OPEN).and(col(CoachingLoop.DUE_ON).lt(lit(scope.date())));
        Column isRecheckedNow = col(CoachingLoop.RECHECKED_ON).leq(lit(scope.date()));
        months.addAll(Months.in(
                warehouse
                        .read(CoachingLoop.TABLE)
                        .where(state.isin(CoachingStates.OPEN, CoachingStates.OVERDUE))
                        .where(isOverdueNow.or(isRecheckedNow)),
                col(CoachingLoop.MONTH)));
        Dataset<Row> coachings = warehouse.read(FactCoaching.TABLE);
        Dataset<Row> published = warehouse.read(FactCoaching.TABLE, scope.publishedVersion(FactCoaching.TABLE));
        Dataset<Row> openedNow = coachings.where(col(FactCoaching.OPENED_ON).gt(lit(scope.previousDate())));
        KeyLookup.Keys answered =
                KeyLookup.Keys.of(Changed.rows(coachings, published).union(openedNow), FactCoaching.EVALUATION_ID);
        months.addAll(Months.in(
                new KeyLookup(warehouse).rows(FactEvaluation.TABLE, warehouse.version(FactEvaluation.TABLE), answered),
                col(FactEvaluation.MONTH)));
        return months;
    }

    Table load(SortedSet<LocalDate> months) {
        return writer.replace(
                CoachingLoop.TABLE,
                months,
                () -> CoachingLoopMart.compute(
                        warehouse.read(FactCoaching.TABLE),
                        warehouse.read(FactEvaluation.TABLE, months),
                        warehouse.read(FactError.TABLE, months),
                        warehouse.readSmall(DimErrorType.TABLE),
                        warehouse.readSmall(DimTeam.TABLE),
                        months,
                        scope.date()));
    }
}
