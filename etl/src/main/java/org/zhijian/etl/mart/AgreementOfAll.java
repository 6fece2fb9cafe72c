package org.zhijian.etl.mart;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.zhijian.etl.mart.Declared.field;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.zhijian.etl.rule.Agreement;
import org.zhijian.schema.mart.InspectorAgreement;
import org.zhijian.schema.star.FactCalibrationScore;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@link Agreement} of all inspectors at once; a centre's calibration scores, some thousands a year, are collected into
 * one array for it.
 *
 * <p>An ICC needs every score, but inspectors come and go. So it is of some, over the interactions that all of them scored:
 * of those who leave it the most degrees of freedom, (interactions − 1) × (inspectors − 1). Of 70 interactions that A and B
 * scored, C scored 40 too: it is of all three, 39 × 2 being more than 69 × 1.
 */
final class AgreementOfAll {
    private static final String SCORES = "scores";
    private static final String RESULT = "result";

    private static final StructType FIGURES = new StructType()
            .add(InspectorAgreement.INTERACTIONS.name(), DataTypes.LongType)
            .add(InspectorAgreement.FLEISS_KAPPA.name(), DataTypes.DoubleType)
            .add(InspectorAgreement.GWET_AC1.name(), DataTypes.DoubleType)
            .add(InspectorAgreement.ICC_AGREEMENT.name(), DataTypes.DoubleType)
            .add(InspectorAgreement.ICC_CONSISTENCY.name(), DataTypes.DoubleType)
            .add(InspectorAgreement.ICC_INSPECTORS.name(), DataTypes.LongType)
            .add(InspectorAgreement.ICC_INTERACTIONS.name(), DataTypes.LongType);

    private static final UserDefinedFunction FIGURES_OF =
            udf((UDF2<Seq<Row>, Integer, Row>) AgreementOfAll::figures, FIGURES);

    private AgreementOfAll() {}

    private record Subject(String session, String interaction) {}

    private record Score(String heldOn, Subject subject, String inspector, double percent, int grade) {}

    /**
     * One row, or none without scores.
     *
     * @param shared {@link CalibrationScores#valid} scores of interactions that two inspectors or more scored
     * @param grade the name of their column with the grade's number, from 0 to below {@code grades}
     */
    static Dataset<Row> compute(Dataset<Row> shared, String grade, int grades) {
        Column score = struct(
                field(FactCalibrationScore.HELD_ON).cast("string"),
                field(FactCalibrationScore.SESSION_ID),
                field(FactCalibrationScore.INTERACTION_ID),
                field(FactCalibrationScore.INSPECTOR_ID),
                col(CalibrationScores.PERCENT).cast("double"),
                col(grade));
        return shared.agg(
                        count_distinct(field(FactCalibrationScore.SESSION_ID)).as(InspectorAgreement.SESSIONS.name()),
                        collect_list(score).as(SCORES))
                .filter(size(col(SCORES)).gt(0))
                .withColumn(RESULT, FIGURES_OF.apply(col(SCORES), lit(grades)))
                .select(field(InspectorAgreement.SESSIONS), col(RESULT + ".*"));
    }

    private static Row figures(Seq<Row> rows, Integer grades) {
        List<Score> scores = CollectionConverters.asJava(rows).stream()
                .map(row -> new Score(
                        row.getString(0),
                        new Subject(row.getString(1), row.getString(2)),
                        row.getString(3),
                        row.getDouble(4),
                        row.getInt(5)))
                .toList();
        Map<Subject, Map<String, Score>> bySubject = bySubject(scores);
        int[][] ratings = bySubject.values().stream()
                .map(subject -> ratings(subject.values(), grades))
                .toArray(int[][]::new);
        Set<String> inspectors = compared(bySubject.values());
        double[][] complete = bySubject.values().stream()
                .filter(subject -> subject.keySet().containsAll(inspectors))
                .map(subject -> inspectors.stream()
                        .mapToDouble(inspector -> subject.get(inspector).percent())
                        .toArray())
                .toArray(double[][]::new);
        return RowFactory.create(
                (long) ratings.length,
                InspectorAgreementMart.orNull(Agreement.fleissKappa(ratings)),
                InspectorAgreementMart.orNull(Agreement.gwetAc1(ratings)),
                InspectorAgreementMart.orNull(Agreement.iccAgreement(complete)),
                InspectorAgreementMart.orNull(Agreement.iccConsistency(complete)),
                (long) inspectors.size(),
                (long) complete.length);
    }

    /** What each inspector scored, in an order of its own, on which the last digits of sums depend. */
    private static Map<Subject, Map<String, Score>> bySubject(List<Score> scores) {
        Comparator<Subject> order = Comparator.comparing(Subject::session).thenComparing(Subject::interaction);
        return scores.stream()
                .collect(Collectors.groupingBy(
                        Score::subject,
                        () -> new TreeMap<>(order),
                        Collectors.toMap(Score::inspector, score -> score)));
    }

    private static int[] ratings(Collection<Score> subject, int grades) {
        int[] ratings = new int[grades];
        subject.forEach(score -> ratings[score.grade()]++);
        return ratings;
    }

    /** The inspectors of an interaction whose common ones tell most; of equal ones those whose names come first. */
    private static Set<String> compared(Collection<Map<String, Score>> subjects) {
        return subjects.stream()
                .map(subject -> (Set<String>) new TreeSet<>(subject.keySet()))
                .distinct()
                .max(Comparator.<Set<String>>comparingLong(inspectors -> degreesOfFreedom(inspectors, subjects))
                        .thenComparing(Object::toString, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static long degreesOfFreedom(Set<String> inspectors, Collection<Map<String, Score>> subjects) {
        long common = subjects.stream()
                .filter(subject -> subject.keySet().containsAll(inspectors))
                .count();
        return (common - 1) * (inspectors.size() - 1);
    }
}
