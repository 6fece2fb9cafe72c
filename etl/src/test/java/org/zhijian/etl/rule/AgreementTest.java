package org.zhijian.etl.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.zhijian.etl.rule.Agreement.Distance;

class AgreementTest {
    private static final double[][] SHROUT_AND_FLEISS = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    /** Krippendorff's example, 12 subjects, 4 raters, 7 ratings missing, as Gwet's handbook has it. */
    private static final int[][] WITH_MISSING =
            counts(5, "11 1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", " 555", "  11", " 3  ");

    @Test
    void cohensKappaOfTwoRatersWhoAgreeInThirtyFiveOfFifty() {
        assertValue(table(new int[][] {{20, 5}, {10, 15}}, Distance.UNWEIGHTED), 0.4, 1e-12);
    }

    @Test
    void cohensKappaOfGwetsThreeAbstractors() {
        assertValue(table(new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}, Distance.UNWEIGHTED), 0.7964094, 1e-7);
    }

    @Test
    void cohensKappaByLinearAndSquaredSteps() {
        int[][] found = {{2, 1, 0}, {0, 2, 0}, {1, 0, 2}};
        assertValue(table(found, Distance.LINEAR), 1 - 3 * 8.0 / 58, 1e-12);
        assertValue(table(found, Distance.SQUARED), 1 - 5 * 8.0 / 88, 1e-12);
    }

    @Test
    void ratersWhoNeverAgreeComeToMinusOne() {
        assertValue(Agreement.cohenKappa(new int[] {0, 1}, new int[] {1, 0}, Distance.UNWEIGHTED), -1, 0);
    }

    @Test
    void oneGradeForAllTellsNothingOfKappa() {
        int[] same = {2, 2, 2};
        assertThat(Agreement.cohenKappa(same, same, Distance.UNWEIGHTED)).isEmpty();
        assertThat(Agreement.fleissKappa(new int[][] {{3, 0}, {3, 0}})).isEmpty();
        assertValue(Agreement.gwetAc1(new int[][] {{3, 0}, {3, 0}}), 1, 0);
    }

    @Test
    void ratersOfDifferentSubjectsAreRefused() {
        assertThatThrownBy(() -> Agreement.cohenKappa(new int[1], new int[2], Distance.UNWEIGHTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the raters have 1 and 2 subjects");
    }

    @Test
    void threeRatersOfFourSubjects() {
        int[][] ratings = {{3, 0}, {0, 3}, {2, 1}, {1, 2}};
        assertValue(Agreement.fleissKappa(ratings), 1.0 / 3, 1e-12);
        assertValue(Agreement.gwetAc1(ratings), 1.0 / 3, 1e-12);
    }

    @Test
    void whereNearlyAllIsOfOneCategoryKappaFallsAndGwetsDoesNot() {
        int[][] ratings = new int[10][];
        for (int i = 0; i < 9; i++) {
            ratings[i] = new int[] {2, 0};
        }
        ratings[9] = new int[] {1, 1};
        assertValue(Agreement.fleissKappa(ratings), (0.9 - 0.905) / 0.095, 1e-9);
        assertValue(Agreement.gwetAc1(ratings), (0.9 - 0.095) / 0.905, 1e-12);
    }

    @Test
    void subjectsThatNotEverybodyRatedAreTakenAsGwetTakesThem() {
        assertValue(Agreement.fleissKappa(WITH_MISSING), 0.76117, 5e-6);
        assertValue(Agreement.gwetAc1(WITH_MISSING), 0.77544, 5e-6);
    }

    @Test
    void categoriesThatNobodyUsedCountInGwetsChance() {
        int[][] ratings = {{2, 0, 0}, {0, 2, 0}, {1, 1, 0}};
        assertValue(Agreement.gwetAc1(ratings), (2.0 / 3 - 0.25) / 0.75, 1e-12);
    }

    @Test
    void withoutASubjectThatTwoRatedNothingIsKnown() {
        for (int[][] ratings : List.of(new int[0][], new int[][] {{0, 0}}, new int[][] {{1, 0}, {0, 1}})) {
            assertThat(Agreement.fleissKappa(ratings)).isEmpty();
            assertThat(Agreement.gwetAc1(ratings)).isEmpty();
        }
        assertThat(Agreement.cohenKappa(new int[0], new int[0], Distance.LINEAR))
                .isEmpty();
    }

    @Test
    void intraclassCorrelationsOfShroutAndFleiss() {
        assertValue(Agreement.iccAgreement(SHROUT_AND_FLEISS), 0.2897638, 1e-6);
        assertValue(Agreement.iccConsistency(SHROUT_AND_FLEISS), 0.7148407, 1e-6);
    }

    @Test
    void aConstantLeniencyLowersAgreementAndNotConsistency() {
        double[][] scores = {{80, 85}, {90, 95}, {70, 75}};
        assertValue(Agreement.iccConsistency(scores), 1, 1e-12);
        assertValue(Agreement.iccAgreement(scores), 200 / (200 + 2 * 37.5 / 3), 1e-12);
    }

    @Test
    void intraclassCorrelationsNeedTwoSubjectsTwoRatersAndDifferentScores() {
        for (double[][] scores :
                List.of(new double[0][], new double[][] {{80, 90}}, new double[][] {{80}, {90}}, new double[][] {
                    {0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}
                })) {
            assertThat(Agreement.iccAgreement(scores)).isEmpty();
            assertThat(Agreement.iccConsistency(scores)).isEmpty();
        }
    }

    private static void assertValue(OptionalDouble actual, double expected, double tolerance) {
        assertThat(actual).isPresent();
        assertThat(actual.getAsDouble()).isCloseTo(expected, within(tolerance));
    }

    /** Kappa of two raters from how often each pair of categories was found. */
    private static OptionalDouble table(int[][] found, Distance distance) {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < found[i].length; j++) {
                for (int times = 0; times < found[i][j]; times++) {
                    first.add(i);
                    second.add(j);
                }
            }
        }
        return Agreement.cohenKappa(
                first.stream().mapToInt(Integer::intValue).toArray(),
                second.stream().mapToInt(Integer::intValue).toArray(),
                distance);
    }

    /** How often each category from 1 on was chosen, a text a subject, a digit or blank a rater. */
    private static int[][] counts(int categories, String... subjects) {
        int[][] counts = new int[subjects.length][categories];
        for (int i = 0; i < subjects.length; i++) {
            for (char rating : subjects[i].replace(" ", "").toCharArray()) {
                counts[i][rating - '1']++;
            }
        }
        return counts;
    }
}
