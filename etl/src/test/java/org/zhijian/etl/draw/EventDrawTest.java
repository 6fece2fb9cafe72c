package org.zhijian.etl.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventDrawTest {
    private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
    private static final LocalDate LAST = LocalDate.parse("2026-04-30");

    private final List<EventDraw.Event> month = new ArrayList<>();

    @Test
    void allComplaintsAreDrawnThenTheOthersInTheirOrderUntilTheShareIsReached() {
        add("c", 1, "complaint", "peak", 9);
        add("k", 1, "keyword", "peak", 8);
        add("e", 1, "emotion", "peak", 7);
        add("l", 1, "ultra_long", "peak", 6);
        add("s", 1, "ultra_short", "peak", 5);
        add("t", 1, "time_band", "peak", 4);

        assertThat(drawn("1", 30)).containsExactly("1 c complaint");
        assertThat(drawn("50", 1)).containsExactly("1 c complaint", "1 k keyword", "1 e emotion");
        assertThat(drawn("84", 1))
                .containsExactly("1 c complaint", "1 k keyword", "1 e emotion", "1 l ultra_long", "1 s ultra_short");
        assertThat(drawn("100", 1)).hasSize(6).endsWith("1 t time_band");
    }

    @Test
    void complaintsAreNeverCutAndCountTowardsTheShare() {
        for (int i = 0; i < 5; i++) {
            add("c" + i, 2, "complaint", "peak", i);
            add("k" + i, 1 + i, "keyword", "peak", i);
        }

        assertThat(drawn("30", 30)).hasSize(5).allMatch(row -> row.endsWith("complaint"));
        assertThat(drawn("0", 30)).hasSize(5);
        assertThat(drawn("60", 30)).hasSize(6).last().asString().endsWith("keyword");
    }

    @Test
    void onTheWayTheShareIsRoundedDownAndAtTheEndUp() {
        for (int day = 1; day <= 30; day++) {
            for (int i = 0; i < 5; i++) {
                add(day + "-" + i, day, "keyword", "peak", day * 10L + i);
            }
        }

        assertThat(drawn("1", 29)).containsExactly("20 20-0 keyword");
        assertThat(drawn("1", 30)).containsExactly("20 20-0 keyword", "30 1-0 keyword");
    }

    @Test
    void theRestIsDrawnInProportionToTheTimeBands() {
        for (int i = 0; i < 12; i++) {
            add("p" + i, 30, "time_band", "peak", i);
            if (i < 6) {
                add("n" + i, 30, "time_band", "normal", i);
            }
            if (i < 2) {
                add("o" + i, 30, "time_band", "off_peak", i);
            }
        }

        assertThat(drawn("50", 30))
                .containsExactlyInAnyOrder(
                        "30 p0 time_band",
                        "30 p1 time_band",
                        "30 p2 time_band",
                        "30 p3 time_band",
                        "30 p4 time_band",
                        "30 p5 time_band",
                        "30 n0 time_band",
                        "30 n1 time_band",
                        "30 n2 time_band",
                        "30 o0 time_band");
    }

    @Test
    void aComplaintThatNobodyHandledIsDrawnButIsNoVolume() {
        month.add(new EventDraw.Event(
                new Candidate("c", null, null, day(1), "complaint", 1), EventDraw.Reason.COMPLAINT, "peak", false));
        add("k", 1, "keyword", "peak", 1);

        assertThat(drawn("100", 1)).containsExactly("1 c complaint");
    }

    @Test
    void aComplaintThatComesLateIsDrawnInTheNextNight() {
        EventDraw draw = new EventDraw(List.of(event("c", 3, "complaint", "peak", 1)), BigDecimal.ONE, LAST);

        assertThat(draw.night(day(9), Set.of()).drawn()).hasSize(1);
    }

    @Test
    void whatHasAReasonWaitsForALaterNightRatherThanYieldToTheRest() {
        for (int i = 0; i < 5; i++) {
            add("k" + i, 1, "keyword", "peak", i);
        }
        for (int i = 0; i < 5; i++) {
            add("t" + i, 2, "time_band", "peak", i);
        }
        add("k9", 2, "keyword", "peak", 9);

        assertThat(drawn("40", 2)).containsExactly("1 k0 keyword", "1 k1 keyword", "2 k9 keyword", "2 k2 keyword");
        assertThat(drawn("70", 2))
                .containsExactly(
                        "1 k0 keyword",
                        "1 k1 keyword",
                        "1 k2 keyword",
                        "2 k9 keyword",
                        "2 k3 keyword",
                        "2 k4 keyword",
                        "2 t0 time_band");
    }

    @Test
    void everyRowSaysHowLikelyItWasDrawn() {
        add("c", 30, "complaint", "peak", 1);
        add("k1", 30, "keyword", "peak", 2);
        add("k2", 30, "keyword", "peak", 1);

        assertThat(new EventDraw(month, new BigDecimal("50"), LAST)
                        .night(LAST, Set.of())
                        .drawn())
                .extracting(one -> one.interaction().interactionId(), Drawn::inclusionProbability)
                .containsExactly(tuple("c", 1.0), tuple("k2", 0.5));
    }

    private List<String> drawn(String percent, int lastNight) {
        EventDraw draw = new EventDraw(month, new BigDecimal(percent), LAST);
        Set<String> taken = new HashSet<>();
        List<String> all = new ArrayList<>();
        for (int day = 1; day <= lastNight; day++) {
            for (Drawn one : draw.night(day(day), taken).drawn()) {
                draw.keep(one.interaction().stratum(), one.reason());
                taken.add(one.interaction().interactionId());
                all.add(day + " " + one.interaction().interactionId() + " " + one.reason());
            }
        }
        return all;
    }

    private void add(String id, int day, String reason, String band, long order) {
        month.add(event(id, day, reason, band, order));
    }

    private static EventDraw.Event event(String id, int day, String reason, String band, long order) {
        String stratum = reason.equals("time_band") ? band : reason;
        return new EventDraw.Event(
                new Candidate(id, "A", "T", day(day), stratum, order), EventDraw.Reason.of(reason), band, true);
    }

    private static LocalDate day(int day) {
        return APRIL.plusDays(day - 1L);
    }
}
