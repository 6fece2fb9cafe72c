package org.zhijian.etl.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    /** The start with which a quota is spread by rounding half up. */
    private static final long HALF = 15;

    private static final LocalDate LAST = LocalDate.parse("2026-04-30");

    @Test
    void theOrderIsThatOfAPublicHash() {
        assertThat(Long.toHexString(new DrawOrder("zhijian", "agent").of("I1"))).isEqualTo("1bc75cdbbb5f79b9");
    }

    @Test
    void theFingerprintChangesWithAllThatDecidesANight() {
        Population first = new Population();
        first.add(new Candidate("I", "A", "T", LocalDate.EPOCH, "s", 5), 0);
        assertThat(first.fingerprint("2")).isEqualTo("1-0000000000000005-2");
        assertThat(new Population().fingerprint("0")).isEqualTo("0-0000000000000000-0");

        String night = population(List.of(at("a", 1, "s", 3), at("b", 2, "t", 5)), quota(2));
        assertThat(night).startsWith("2-").endsWith("-1-tier_b");
        assertThat(population(List.of(at("b", 2, "t", 5), at("a", 1, "s", 3)), quota(2)))
                .isEqualTo(night);
        assertThat(Stream.of(
                        population(List.of(at("a", 1, "t", 3), at("b", 2, "s", 5)), quota(2)),
                        population(List.of(at("a", 2, "s", 3), at("b", 1, "t", 5)), quota(2)),
                        population(List.of(at("a", 1, "s", 3), at("b", 2, "t", 7)), quota(2)),
                        population(List.of(at("b", 2, "t", 5)), quota(2)),
                        population(List.of(at("a", 1, "s", 3), at("b", 2, "t", 5)), quota(4))))
                .doesNotContain(night)
                .doesNotHaveDuplicates();
    }

    @Test
    void theQuotaIsSpreadEvenlyOverTheMonth() {
        List<Candidate> everyDay =
                days(30, day -> Stream.of(at("I" + day + "a", day, "s", 1), at("I" + day + "b", day, "s", 2)));

        assertThat(drawn(everyDay, quota(7), 30))
                .containsExactly("3 I3a", "7 I7a", "11 I11a", "15 I15a", "20 I20a", "24 I24a", "28 I28a");
    }

    @Test
    void theStartDecidesOnWhichDaysAndNotHowMany() {
        for (long start : new long[] {0, 7, 29, 30, -1}) {
            Target quota =
                    new Target.TierQuota(APRIL, new TreeMap<>(Map.of(APRIL, new Target.Quota(1, "tier_a"))), start);
            long rest = Long.remainderUnsigned(start, 30);

            assertThat(quota.by(APRIL.minusDays(1), 0)).isZero();
            assertThat(quota.by(day((int) (29 - rest)), 0)).isZero();
            assertThat(quota.by(day((int) (30 - rest)), 0)).isEqualTo(1);
            assertThat(quota.by(LAST, 0)).isEqualTo(1);
        }
    }

    @Test
    void whatADayLacksIsDrawnOnTheNextThatHasIt() {
        assertThat(drawn(List.of(at("a", 12, "s", 1), at("b", 12, "s", 2), at("c", 13, "s", 3)), quota(2), 15))
                .containsExactly("12 a");
        assertThat(drawn(List.of(at("a", 12, "s", 2), at("b", 12, "s", 1), at("c", 13, "s", 3)), quota(6), 15))
                .as("target 2 by the 8th, 3 by the 13th")
                .containsExactly("12 b", "12 a", "13 c");
    }

    @Test
    void onTheLastDayWhatIsMissingIsDrawnFromTheWholeMonth() {
        List<Candidate> early = List.of(at("a", 1, "s", 3), at("b", 1, "s", 1), at("c", 2, "s", 2));

        assertThat(drawn(early, quota(2), 29)).isEmpty();
        assertThat(drawn(early, quota(2), 30)).containsExactly("30 b", "30 c");
    }

    @Test
    void aQuotaAboveWhatThereIsTakesAllAndOfNothingNothingIsDrawn() {
        assertThat(drawn(List.of(at("a", 1, "s", 1), at("b", 30, "s", 2)), quota(9), 30))
                .containsExactly("30 a", "30 b");
        assertThat(drawn(List.of(), quota(9), 30)).isEmpty();
        assertThat(drawn(List.of(at("a", 1, "s", 1)), quota(0), 30)).isEmpty();
        assertThat(drawn(List.of(at("a", 1, "s", 1)), new Target.TierQuota(APRIL, new TreeMap<>(), HALF), 30))
                .isEmpty();
    }

    @Test
    void ordersCompareAsUnsignedNumbersAndEqualOnesByTheInteraction() {
        assertThat(drawn(List.of(at("a", 30, "s", -1), at("c", 30, "s", 1), at("b", 30, "s", 1)), quota(2), 30))
                .containsExactly("30 b", "30 c");
    }

    @Test
    void strataGetTheirSharesByTheLargestRemainder() {
        List<Candidate> month = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> month.add(at("a" + i, 30, "a", i)));
        IntStream.range(0, 3).forEach(i -> month.add(at("b" + i, 30, "b", i)));
        month.add(at("c0", 30, "c", 0));

        assertThat(drawn(month, quota(3), 30)).containsExactlyInAnyOrder("30 a0", "30 a1", "30 b0");
        assertThat(probabilities(month, quota(3))).containsOnly(2.0 / 6, 1.0 / 3);
    }

    @Test
    void equalRemaindersGoToTheFirstName() {
        assertThat(drawn(List.of(at("x", 30, "y", 1), at("y", 30, "x", 9), at("z", 30, "z", 0)), quota(1), 30))
                .containsExactly("30 y");
    }

    @Test
    void overTheNightsEachStratumGetsItsShareOfTheMonth() {
        List<Candidate> month = days(
                30,
                day -> Stream.of(at("a" + day, day, "a", 1), at("b" + day, day, "a", 2), at("c" + day, day, "b", 0)));

        List<String> drawn = drawn(month, quota(9), 30);

        assertThat(drawn).hasSize(9);
        assertThat(drawn.stream().filter(row -> row.contains("c"))).hasSize(3);
    }

    @Test
    void aChangeOfTheTierCountsWhatWasDrawn() {
        TreeMap<LocalDate, Target.Quota> quotas = new TreeMap<>();
        quotas.put(APRIL, new Target.Quota(2, "tier_a"));
        quotas.put(day(16), new Target.Quota(10, "tier_c"));
        List<Candidate> month = days(30, day -> IntStream.range(0, 5).mapToObj(i -> at(day + "-" + i, day, "s", i)));

        List<String> drawn = drawn(month, new Target.TierQuota(APRIL, quotas, HALF), 30);

        assertThat(drawn).hasSize(10).startsWith("8 8-0", "16 16-0", "16 16-1", "16 16-2", "16 16-3");
        assertThat(new Target.TierQuota(APRIL, quotas, HALF).reason(day(15))).isEqualTo("tier_a");
        assertThat(new Target.TierQuota(APRIL, quotas, HALF).reason(day(16))).isEqualTo("tier_c");
    }

    @Test
    void aShareIsRoundedUpAndAllMeansAll() {
        List<Candidate> month = days(3, day -> IntStream.range(0, 2).mapToObj(i -> at(day + "-" + i, day, "s", i)));

        assertThat(drawn(month, new Target.Share(new BigDecimal("20"), "share"), 30))
                .containsExactly("1 1-0", "3 3-0");
        assertThat(drawn(month, new Target.Share(new BigDecimal("100"), "newcomer"), 30))
                .hasSize(6);
    }

    @Test
    void anOrderIsSpreadOverItsOwnDays() {
        SpecialOrder order = new SpecialOrder("refunds", day(30), day(39), "true", 10, "sampling");

        Target april = new Target.TopicOrder(APRIL, order);
        Target may = new Target.TopicOrder(LocalDate.parse("2026-05-01"), order);

        assertThat(april.by(day(29), 0)).isZero();
        assertThat(april.by(day(30), 0)).isEqualTo(1);
        assertThat(april.by(day(40), 0)).isEqualTo(1);
        assertThat(may.by(day(32), 0)).isEqualTo(2);
        assertThat(may.by(day(60), 0)).isEqualTo(9);
    }

    @Test
    void nightByNightIsAllAtOnce() {
        List<Candidate> month = days(30, day -> IntStream.range(0, day % 4)
                .mapToObj(i -> at(day + "-" + i, day, i % 2 == 0 ? "a" : "b", (day * 7L + i) % 5)));
        List<String> resumed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<Drawn> kept = new ArrayList<>();
        for (int runDay = 1; runDay <= 30; runDay++) {
            LocalDate through = runDay == 1 ? null : day(runDay - 1);
            Draw draw = new Draw(month, quota(11), LAST);
            kept.forEach(row -> draw.keep(row.interaction().stratum(), row.reason()));
            for (LocalDate night : Nights.of(APRIL, through, day(runDay))) {
                draw.night(night, taken).drawn().forEach(row -> {
                    kept.add(row);
                    taken.add(row.interaction().interactionId());
                    resumed.add(night.getDayOfMonth() + " " + row.interaction().interactionId());
                });
            }
        }

        assertThat(resumed).hasSize(11).isEqualTo(drawn(month, quota(11), 30));
    }

    @Test
    void theNightsOfARun() {
        assertThat(Nights.of(APRIL, null, day(3))).containsExactly(day(1), day(2), day(3));
        assertThat(Nights.of(APRIL, day(2), day(3))).containsExactly(day(3));
        assertThat(Nights.of(APRIL, day(3), day(3))).containsExactly(day(3));
        assertThat(Nights.of(APRIL, day(28), day(39))).containsExactly(day(29), day(30));
        assertThat(Nights.of(APRIL, day(38), day(39))).containsExactly(day(39));
        assertThat(Nights.of(APRIL, LocalDate.parse("2026-03-20"), day(1))).containsExactly(day(1));
        assertThat(Nights.of(APRIL, null, LocalDate.parse("2026-03-31"))).isEmpty();
    }

    private static List<String> drawn(List<Candidate> month, Target target, int lastNight) {
        Draw draw = new Draw(month, target, LAST);
        Set<String> taken = new HashSet<>();
        List<String> all = new ArrayList<>();
        for (int day = 1; day <= lastNight; day++) {
            for (Drawn one : draw.night(day(day), taken).drawn()) {
                draw.keep(one.interaction().stratum(), one.reason());
                taken.add(one.interaction().interactionId());
                all.add(day + " " + one.interaction().interactionId());
            }
        }
        return all;
    }

    private static List<Double> probabilities(List<Candidate> month, Target target) {
        return new Draw(month, target, LAST)
                .night(LAST, Set.of()).drawn().stream()
                        .map(Drawn::inclusionProbability)
                        .toList();
    }

    /** The fingerprint of the 20th. */
    private static String population(List<Candidate> month, Target target) {
        return new Draw(month, target, LAST).night(day(20), Set.of()).population();
    }

    private static Target quota(long quota) {
        return new Target.TierQuota(APRIL, new TreeMap<>(Map.of(APRIL, new Target.Quota(quota, "tier_b"))), HALF);
    }

    private static List<Candidate> days(int days, IntFunction<Stream<Candidate>> ofDay) {
        return IntStream.rangeClosed(1, days).boxed().flatMap(ofDay::apply).toList();
    }

    private static Candidate at(String id, int day, String stratum, long order) {
        return new Candidate(id, "A", "T", day(day), stratum, order);
    }

    /** That day of April; the 31st is 1 May. */
    private static LocalDate day(int day) {
        return APRIL.plusDays(day - 1L);
    }
}
