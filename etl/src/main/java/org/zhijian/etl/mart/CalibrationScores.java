package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.zhijian.etl.rule.Calibration;
import org.zhijian.schema.star.FactCalibrationScore;

/** The scores of calibration sessions in percent of their maximum, a decimal, and how far each is from its reference. */
final class CalibrationScores {
    static final String PERCENT = "percent";
    static final String DEVIATION = "deviation";

    private CalibrationScores() {}

    /**
     * Rows of {@link FactCalibrationScore} with {@link #PERCENT}: the scores that count, those above their maximum or of
     * none left out.
     */
    static Dataset<Row> valid(Dataset<Row> factCalibrationScore, LocalDate runDate) {
        Column score = field(FactCalibrationScore.SCORE);
        Column maximum = field(FactCalibrationScore.MAX_SCORE);
        return factCalibrationScore
                .filter(field(FactCalibrationScore.HELD_ON).leq(lit(runDate)))
                .filter(Calibration.valid(score, maximum))
                .withColumn(PERCENT, Calibration.percent(score, maximum));
    }

    /** Those of them that have a reference, with {@link #DEVIATION} from it. */
    static Dataset<Row> compared(Dataset<Row> valid) {
        Column isReference = field(FactCalibrationScore.REFERENCE);
        WindowSpec interaction =
                Window.partitionBy(field(FactCalibrationScore.SESSION_ID), field(FactCalibrationScore.INTERACTION_ID));
        Column deviation = Calibration.deviation(
                col(PERCENT),
                isReference,
                count_if(isReference).over(interaction),
                sum(when(isReference, col(PERCENT))).over(interaction),
                count(lit(1)).over(interaction),
                sum(col(PERCENT)).over(interaction));
        return valid.withColumn(DEVIATION, deviation).filter(col(DEVIATION).isNotNull());
    }
}
