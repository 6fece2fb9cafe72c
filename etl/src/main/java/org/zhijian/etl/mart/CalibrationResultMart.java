package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.rule.Calibration;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactCalibrationScore;

/** {@link CalibrationResult}: how far each inspector's scores of a session lie from the references (R12). */
public final class CalibrationResultMart {
    private CalibrationResultMart() {}

    /**
     * Computes the whole mart.
     *
     * @param runDate the last day whose sessions count
     */
    public static Dataset<Row> compute(Dataset<Row> factCalibrationScore, LocalDate runDate, Settings settings) {
        Dataset<Row> compared = CalibrationScores.compared(CalibrationScores.valid(factCalibrationScore, runDate));
        Column deviation = col(CalibrationScores.DEVIATION);
        return compared.groupBy(
                        field(FactCalibrationScore.SESSION_ID).as(CalibrationResult.SESSION_ID.name()),
                        field(FactCalibrationScore.INSPECTOR_ID).as(CalibrationResult.INSPECTOR_ID.name()))
                .agg(
                        max(field(FactCalibrationScore.HELD_ON)).as(CalibrationResult.HELD_ON.name()),
                        count(lit(1)).as(CalibrationResult.INTERACTIONS.name()),
                        avg(deviation).as(CalibrationResult.MEAN_DEVIATION.name()),
                        avg(abs(deviation)).as(CalibrationResult.MEAN_ABSOLUTE_DEVIATION.name()))
                .withColumn(
                        CalibrationResult.WITHIN_TOLERANCE.name(),
                        Calibration.withinTolerance(field(CalibrationResult.MEAN_ABSOLUTE_DEVIATION), settings))
                .select(Declared.columns(CalibrationResult.TABLE));
    }
}
