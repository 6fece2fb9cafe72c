package org.zhijian.etl.star;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.io.Schemas;
import org.zhijian.schema.raw.Calibrations;
import org.zhijian.schema.raw.Coaching;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactExam;

/** The facts that need no more than their keys: calibration score, exam, coaching. */
public final class SmallFacts {
    private static final double DEFAULT_MAXIMUM = 100;

    private SmallFacts() {}

    public static Dataset<Row> calibrationScores(Dataset<Row> calibrations) {
        return calibrations
                .withColumn(FactCalibrationScore.INSPECTOR_KEY.name(), Keys.of(col(Calibrations.INSPECTOR_ID)))
                .withColumn(
                        FactCalibrationScore.MAX_SCORE.name(),
                        coalesce(col(Calibrations.MAX_SCORE), lit(DEFAULT_MAXIMUM)))
                .withColumn(FactCalibrationScore.REFERENCE.name(), coalesce(col(Calibrations.REFERENCE), lit(false)))
                .select(Schemas.columns(FactCalibrationScore.TABLE));
    }

    public static Dataset<Row> exams(Dataset<Row> exams, Dataset<Row> dimAgent) {
        return AgentSpans.join(exams, col(Exams.AGENT_ID), col(Exams.TAKEN_ON), dimAgent)
                .select(Schemas.columns(FactExam.TABLE));
    }

    public static Dataset<Row> coaching(Dataset<Row> coaching, Dataset<Row> dimAgent) {
        return AgentSpans.join(coaching, col(Coaching.AGENT_ID), col(Coaching.OPENED_ON), dimAgent)
                .select(Schemas.columns(FactCoaching.TABLE));
    }
}
