package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.zhijian.etl.mart.Declared.field;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.zhijian.etl.rule.Agreement;
import org.zhijian.etl.rule.Agreement.Distance;
import org.zhijian.etl.rule.Grades;
import org.zhijian.schema.mart.InspectorAgreement;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactCalibrationScore;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** {@link InspectorAgreement}: how far inspectors agree over all calibration sessions, and who is lenient (R12). */
public final class InspectorAgreementMart {
    private static final List<String> GRADES = List.of("fail", "pass", "good", "excellent");

    private static final String GRADE = "grade";
    private static final String OTHER_GRADE = "other_grade";
    private static final String PAIRS = "pairs";
    private static final String SCORERS = "scorers";

    private static final UserDefinedFunction KAPPA = kappa(Distance.UNWEIGHTED);
    private static final UserDefinedFunction WEIGHTED_KAPPA = kappa(Distance.LINEAR);

    private InspectorAgreementMart() {}

    /**
     * Computes the whole mart.
     *
     * @param runDate the last day whose sessions count
     */
    public static Dataset<Row> compute(Dataset<Row> factCalibrationScore, LocalDate runDate, Settings settings) {
        Dataset<Row> scores = CalibrationScores.valid(factCalibrationScore, runDate);
        Column[] grades = GRADES.stream().map(grade -> lit(grade)).toArray(Column[]::new);
        Column grade = array_position(array(grades), Grades.grade(col(CalibrationScores.PERCENT), settings))
                .minus(1)
                .cast("int");
        Dataset<Row> shared = scores.withColumn(
                        SCORERS,
                        count(lit(1))
                                .over(Window.partitionBy(
                                        field(FactCalibrationScore.SESSION_ID),
                                        field(FactCalibrationScore.INTERACTION_ID))))
                .filter(col(SCORERS).gt(1))
                .withColumn(GRADE, grade);
        return inspectors(CalibrationScores.compared(scores))
                .unionByName(pairs(shared), true)
                .unionByName(all(shared), true)
                .select(Declared.columns(InspectorAgreement.TABLE));
    }

    private static Dataset<Row> inspectors(Dataset<Row> compared) {
        return compared.groupBy(field(FactCalibrationScore.INSPECTOR_ID).as(InspectorAgreement.INSPECTOR_ID.name()))
                .agg(
                        lit("inspector").as(InspectorAgreement.SCOPE.name()),
                        count_distinct(field(FactCalibrationScore.SESSION_ID)).as(InspectorAgreement.SESSIONS.name()),
                        count(lit(1)).as(InspectorAgreement.INTERACTIONS.name()),
                        avg(col(CalibrationScores.DEVIATION)).as(InspectorAgreement.LENIENCY.name()));
    }

    private static Dataset<Row> pairs(Dataset<Row> shared) {
        Dataset<Row> first = shared.select(
                field(FactCalibrationScore.SESSION_ID),
                field(FactCalibrationScore.INTERACTION_ID),
                field(FactCalibrationScore.INSPECTOR_ID).as(InspectorAgreement.INSPECTOR_ID.name()),
                col(GRADE));
        Dataset<Row> second = shared.select(
                field(FactCalibrationScore.SESSION_ID),
                field(FactCalibrationScore.INTERACTION_ID),
                field(FactCalibrationScore.INSPECTOR_ID).as(InspectorAgreement.OTHER_INSPECTOR_ID.name()),
                col(GRADE).as(OTHER_GRADE));
        Dataset<Row> collected = first.join(
                        second, Declared.names(FactCalibrationScore.SESSION_ID, FactCalibrationScore.INTERACTION_ID))
                .filter(field(InspectorAgreement.INSPECTOR_ID).lt(field(InspectorAgreement.OTHER_INSPECTOR_ID)))
                .groupBy(field(InspectorAgreement.INSPECTOR_ID), field(InspectorAgreement.OTHER_INSPECTOR_ID))
                .agg(
                        lit("pair").as(InspectorAgreement.SCOPE.name()),
                        count_distinct(field(FactCalibrationScore.SESSION_ID)).as(InspectorAgreement.SESSIONS.name()),
                        count(lit(1)).as(InspectorAgreement.INTERACTIONS.name()),
                        collect_list(struct(col(GRADE), col(OTHER_GRADE))).as(PAIRS));
        Column grades = col(PAIRS).getField(GRADE);
        Column otherGrades = col(PAIRS).getField(OTHER_GRADE);
        return collected
                .withColumn(InspectorAgreement.COHEN_KAPPA.name(), KAPPA.apply(grades, otherGrades))
                .withColumn(InspectorAgreement.WEIGHTED_KAPPA.name(), WEIGHTED_KAPPA.apply(grades, otherGrades))
                .drop(PAIRS);
    }

    /** One row, or none without an interaction that two scored. */
    private static Dataset<Row> all(Dataset<Row> shared) {
        return AgreementOfAll.compute(shared, GRADE, GRADES.size())
                .withColumn(InspectorAgreement.SCOPE.name(), lit("all"));
    }

    private static UserDefinedFunction kappa(Distance distance) {
        return udf(
                (UDF2<Seq<Integer>, Seq<Integer>, Double>) (first, second) ->
                        orNull(Agreement.cohenKappa(categories(first), categories(second), distance)),
                DataTypes.DoubleType);
    }

    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static int[] categories(Seq<Integer> grades) {
        return CollectionConverters.asJava(grades).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
