package org.zhijian.etl.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * The final score of one evaluation (R1), 0 to 100, and what it comes from.
 *
 * <p>An accepted appeal's revised score goes before the items, and these before the total. Where the items come to no
 * score, the total does not step in: an evaluation that was scored by items is known by them alone.
 *
 * <table>
 * <caption>Worked examples: item count, applying, unknown, awarded, possible</caption>
 * <tr><th>revised</th><th>items</th><th>total</th><th>score</th><th>basis</th></tr>
 * <tr><td>88</td><td>5, 4, 0, 30, 40</td><td>70</td><td>88</td><td>appeal</td></tr>
 * <tr><td></td><td>5, 4, 0, 30, 40</td><td>70</td><td>75</td><td>items</td></tr>
 * <tr><td></td><td>0</td><td>70</td><td>70</td><td>total</td></tr>
 * <tr><td></td><td>5, 0, 0</td><td>70</td><td></td><td>not_applicable</td></tr>
 * <tr><td></td><td>5, 4, 1, 30, 40</td><td>70</td><td></td><td>unknown_item</td></tr>
 * <tr><td></td><td>5, 4, 0, 41, 40</td><td>70</td><td></td><td>out_of_range</td></tr>
 * <tr><td></td><td>0</td><td></td><td></td><td>missing</td></tr>
 * </table>
 */
public final class Scores {
    public static final String APPEAL = "appeal";
    public static final String ITEMS = "items";
    public static final String TOTAL = "total";
    public static final String NOT_APPLICABLE = "not_applicable";
    public static final String UNKNOWN_ITEM = "unknown_item";
    public static final String OUT_OF_RANGE = "out_of_range";
    public static final String MISSING = "missing";

    /** Points are compared in millionths, so that 0.1 + 0.2 of 0.3 points are 100 and not a little more. */
    private static final String POINTS = "decimal(18,6)";

    private Scores() {}

    /**
     * The final score, or null where {@link #scoreBasis} says why there is none. Counts that are null, as after an outer
     * join, are 0.
     *
     * @param revisedScore the score of the accepted appeal, or null
     * @param itemCount how many items came
     * @param applyingItems how many of them have points
     * @param unknownItems how many of these have no known maximum
     * @param pointsAwarded the sum of the points of the items that apply
     * @param pointsPossible the sum of their maxima
     * @param totalScore the score as it came, or null
     */
    public static Column finalScore(
            Column revisedScore,
            Column itemCount,
            Column applyingItems,
            Column unknownItems,
            Column pointsAwarded,
            Column pointsPossible,
            Column totalScore) {
        Column source = source(revisedScore, itemCount, applyingItems, unknownItems, pointsPossible, totalScore);
        Column score = value(source, revisedScore, pointsAwarded, pointsPossible, totalScore);
        return when(isScore(score), score);
    }

    /**
     * What the score comes from (appeal, items, total), or why there is none (not_applicable, unknown_item,
     * out_of_range, missing); the arguments are those of {@link #finalScore}.
     */
    public static Column scoreBasis(
            Column revisedScore,
            Column itemCount,
            Column applyingItems,
            Column unknownItems,
            Column pointsAwarded,
            Column pointsPossible,
            Column totalScore) {
        Column source = source(revisedScore, itemCount, applyingItems, unknownItems, pointsPossible, totalScore);
        Column score = value(source, revisedScore, pointsAwarded, pointsPossible, totalScore);
        Column isScore = coalesce(isScore(score), lit(false));
        return when(source.isin(APPEAL, ITEMS, TOTAL).and(not(isScore)), OUT_OF_RANGE)
                .otherwise(source);
    }

    /**
     * The maximum less the points awarded, to the millionth: 3 of 5 → 2. Null where the item does not apply or either is
     * not known.
     */
    public static Column pointsLost(Column awarded, Column maximum) {
        return points(maximum).minus(points(awarded));
    }

    private static Column source(
            Column revisedScore,
            Column itemCount,
            Column applyingItems,
            Column unknownItems,
            Column pointsPossible,
            Column totalScore) {
        Column nothingApplies = orZero(applyingItems)
                .equalTo(0)
                .or(orZero(unknownItems).equalTo(0).and(points(pointsPossible).equalTo(0)));
        return when(revisedScore.isNotNull(), APPEAL)
                .when(orZero(itemCount).gt(0).and(nothingApplies), NOT_APPLICABLE)
                .when(orZero(itemCount).gt(0).and(orZero(unknownItems).gt(0)), UNKNOWN_ITEM)
                .when(orZero(itemCount).gt(0), ITEMS)
                .when(totalScore.isNotNull(), TOTAL)
                .otherwise(MISSING);
    }

    private static Column value(
            Column source, Column revisedScore, Column pointsAwarded, Column pointsPossible, Column totalScore) {
        Column share = points(pointsAwarded)
                .multiply(lit(100))
                .divide(when(points(pointsPossible).notEqual(0), points(pointsPossible)));
        return when(source.equalTo(APPEAL), revisedScore.cast("double"))
                .when(source.equalTo(ITEMS), share.cast("double"))
                .when(source.equalTo(TOTAL), totalScore.cast("double"));
    }

    /** A number that is none, such as 1E300 or NaN, becomes null and so leads to no score. */
    private static Column points(Column points) {
        return points.try_cast(POINTS);
    }

    private static Column isScore(Column score) {
        return score.between(lit(0), lit(100));
    }

    private static Column orZero(Column count) {
        return coalesce(count, lit(0));
    }
}
