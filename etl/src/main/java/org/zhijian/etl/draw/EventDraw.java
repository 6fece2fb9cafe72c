package org.zhijian.etl.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Event QA's draws of a plan month (R4): every night all complaints; then the interactions with keywords, abnormal emotion,
 * ultra-long and ultra-short ones, each by the order of the draw, those of the day before those that were left of the days
 * before; then the rest of the day in proportion to the time bands, until a percentage of the month's human-handled
 * interactions so far is reached, complaints counted. The percentage is rounded down, so that nothing is drawn that the month
 * may not need; from the last day on it is rounded up, and what is missing is drawn from all that are left of the month. With
 * 1 %, 250 interactions by the 10th and one complaint drawn: 2 may be drawn by then, so one more.
 */
public final class EventDraw implements Drawing {
    /** Why an interaction can be drawn; the first that applies, in the order of the draw. */
    public enum Reason {
        COMPLAINT("complaint"),
        KEYWORD("keyword"),
        EMOTION("emotion"),
        ULTRA_LONG("ultra_long"),
        ULTRA_SHORT("ultra_short"),
        TIME_BAND("time_band");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        public static Reason of(String word) {
            for (Reason reason : values()) {
                if (reason.word.equals(word)) {
                    return reason;
                }
            }
            throw new IllegalArgumentException("No reason of event QA: " + word);
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * An interaction that event QA can draw.
     *
     * @param interaction the interaction, its stratum being the reason, or the time band where that is the reason
     * @param reason why it can be drawn
     * @param timeBand the time band it began in
     * @param humanHandled whether it counts as volume
     */
    public record Event(Candidate interaction, Reason reason, String timeBand, boolean humanHandled) {}

    /** The interactions of a night that are drawn one after another, before those of the next turn. */
    private record Turn(Reason reason, boolean left) {
        static final Comparator<Turn> IN_ORDER =
                Comparator.comparing(Turn::reason).thenComparing(Turn::left);
    }

    private final NavigableMap<LocalDate, List<Event>> byDay;
    private final NavigableMap<LocalDate, List<Event>> withReason;
    private final BigDecimal percent;
    private final LocalDate lastDay;
    private final Strata timeBands = new Strata();
    private final Population population = new Population();
    private long drawn;
    private LocalDate seen = LocalDate.MIN;

    /** @param lastDay the plan month's last day */
    public EventDraw(Collection<Event> events, BigDecimal percent, LocalDate lastDay) {
        this.byDay = byDay(events.stream());
        this.withReason = byDay(events.stream().filter(event -> event.reason() != Reason.TIME_BAND));
        this.percent = percent;
        this.lastDay = lastDay;
    }

    @Override
    public Night night(LocalDate night, Set<String> taken) {
        byDay.subMap(seen, false, night, true).values().forEach(day -> day.forEach(this::see));
        seen = night;
        long wanted = Math.max(0, target(night) - drawn);
        Map<Turn, List<Candidate>> open = open(night, taken);
        List<Drawn> chosen = new ArrayList<>();
        open.forEach((turn, candidates) -> {
            Reason reason = turn.reason();
            long missing = reason == Reason.COMPLAINT ? candidates.size() : wanted - chosen.size();
            chosen.addAll(
                    reason == Reason.TIME_BAND
                            ? timeBands.choose(candidates, missing, reason.toString())
                            : new Strata().choose(candidates, missing, reason.toString()));
        });
        return new Night(population.fingerprint(Long.toString(wanted)), List.copyOf(chosen));
    }

    private void see(Event event) {
        if (event.humanHandled()) {
            timeBands.add(event.timeBand());
        }
        population.add(
                event.interaction(), Objects.hash(event.reason().toString(), event.timeBand(), event.humanHandled()));
    }

    private long target(LocalDate night) {
        return Target.percentOf(
                percent, timeBands.population(), night.isBefore(lastDay) ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /** What can be drawn: what has a reason of its own of any day so far, also what came late, and else what is of the day. */
    private Map<Turn, List<Candidate>> open(LocalDate night, Set<String> taken) {
        boolean onTheWay = night.isBefore(lastDay);
        Stream<Event> open = onTheWay
                ? Stream.concat(
                        upTo(night, withReason),
                        byDay.getOrDefault(night, List.of()).stream()
                                .filter(event -> event.reason() == Reason.TIME_BAND))
                : upTo(night, byDay);
        return open.filter(event -> !taken.contains(event.interaction().interactionId()))
                .collect(Collectors.groupingBy(
                        event -> new Turn(
                                event.reason(),
                                onTheWay && event.interaction().day().isBefore(night)),
                        () -> new TreeMap<>(Turn.IN_ORDER),
                        Collectors.mapping(Event::interaction, Collectors.toList())));
    }

    private static Stream<Event> upTo(LocalDate night, NavigableMap<LocalDate, List<Event>> byDay) {
        return byDay.headMap(night, true).values().stream().flatMap(Collection::stream);
    }

    private static NavigableMap<LocalDate, List<Event>> byDay(Stream<Event> events) {
        return events.collect(
                Collectors.groupingBy(event -> event.interaction().day(), TreeMap::new, Collectors.toList()));
    }

    @Override
    public void keep(String stratum, String reason) {
        drawn++;
        if (reason.equals(Reason.TIME_BAND.toString())) {
            timeBands.keep(stratum);
        }
    }
}
