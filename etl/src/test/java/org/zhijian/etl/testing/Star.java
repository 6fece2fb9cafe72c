package org.zhijian.etl.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.star.FactInteraction;
import org.zhijian.schema.star.FactItemScore;

/** Star tables written as text; what is not named is the usual case. */
public final class Star {
    private Star() {}

    /** Published agent-QA evaluations, evaluated at noon, in the month of that day. */
    public static Dataset<Row> evaluations(String text) {
        return Tables.of(
                FactEvaluation.TABLE,
                text,
                Map.of(
                        FactEvaluation.EVALUATION_ID, concat(lit("E"), monotonically_increasing_id()),
                        FactEvaluation.MONTH, month(FactEvaluation.EVALUATED_ON),
                        FactEvaluation.EVALUATED_AT,
                                concat(col(FactEvaluation.EVALUATED_ON.name()).cast("string"), lit(" 12:00:00")),
                        FactEvaluation.PUBLISHED, lit(true)));
    }

    /** Errors that stand, of the type that has their code. */
    public static Dataset<Row> errors(String text) {
        return Tables.of(
                FactError.TABLE,
                text,
                Map.of(FactError.ERROR_TYPE_KEY, key(FactError.ERROR_CODE), FactError.STANDS, lit(true)));
    }

    public static Dataset<Row> errorTypes(String text) {
        return Tables.of(DimErrorType.TABLE, text, Map.of(DimErrorType.ERROR_TYPE_KEY, key(DimErrorType.ERROR_CODE)));
    }

    public static Dataset<Row> itemScores(String text) {
        return Tables.of(FactItemScore.TABLE, text);
    }

    /** Human-handled interactions, in the month of their day. */
    public static Dataset<Row> interactions(String text) {
        return Tables.of(
                FactInteraction.TABLE,
                text,
                Map.of(
                        FactInteraction.INTERACTION_ID, concat(lit("I"), monotonically_increasing_id()),
                        FactInteraction.MONTH, month(FactInteraction.STARTED_ON),
                        FactInteraction.HUMAN_HANDLED, lit(true)));
    }

    /** Agents with one span for all time, on post since 2020. */
    public static Dataset<Row> agents(String text) {
        return Tables.of(
                DimAgent.TABLE,
                text,
                Map.of(
                        DimAgent.AGENT_KEY, key(DimAgent.AGENT_ID),
                        DimAgent.ON_POST_DATE, lit("2020-01-01"),
                        DimAgent.VALID_FROM, lit("1900-01-01"),
                        DimAgent.VALID_TO, lit("9999-12-31")));
    }

    private static Column month(org.zhijian.schema.Column day) {
        return trunc(col(day.name()), "month");
    }

    private static Column key(org.zhijian.schema.Column business) {
        return xxhash64(col(business.name()));
    }
}
