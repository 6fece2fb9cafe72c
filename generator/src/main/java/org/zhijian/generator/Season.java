package org.zhijian.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;

/** How busy a day is: months, weekdays, shopping festivals, the Spring Festival and steady growth. */
final class Season {
    private static final double[] MONTHS = {1.02, 0.90, 0.97, 0.96, 0.99, 1.05, 0.98, 0.97, 1.00, 1.02, 1.10, 1.06};
    private static final Map<DayOfWeek, Double> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, 1.16,
            DayOfWeek.TUESDAY, 1.08,
            DayOfWeek.WEDNESDAY, 1.04,
            DayOfWeek.THURSDAY, 1.02,
            DayOfWeek.FRIDAY, 1.03,
            DayOfWeek.SATURDAY, 0.87,
            DayOfWeek.SUNDAY, 0.80);
    private static final Map<Integer, MonthDay> SPRING_FESTIVALS = Map.ofEntries(
            Map.entry(2020, MonthDay.of(1, 25)),
            Map.entry(2021, MonthDay.of(2, 12)),
            Map.entry(2022, MonthDay.of(2, 1)),
            Map.entry(2023, MonthDay.of(1, 22)),
            Map.entry(2024, MonthDay.of(2, 10)),
            Map.entry(2025, MonthDay.of(1, 29)),
            Map.entry(2026, MonthDay.of(2, 17)),
            Map.entry(2027, MonthDay.of(2, 6)),
            Map.entry(2028, MonthDay.of(1, 26)),
            Map.entry(2029, MonthDay.of(2, 13)),
            Map.entry(2030, MonthDay.of(2, 3)));
    private static final MonthDay USUAL_SPRING_FESTIVAL = MonthDay.of(2, 5);
    private static final double YEARLY_GROWTH = 0.06;
    private static final double DAILY_NOISE = 0.04;

    private final CentrePlan plan;
    private final double interactionsPerFactor;

    Season(CentrePlan plan) {
        this.plan = plan;
        LocalDate end = plan.start().plusMonths(plan.months());
        double factors = plan.start().datesUntil(end).mapToDouble(this::factor).sum();
        interactionsPerFactor = plan.expectedInteractions() / factors;
    }

    /** Interactions to be expected on that day. */
    double interactions(LocalDate day) {
        Rng rng = Rng.of(plan.seed(), Stream.DAY_VOLUME, day.toEpochDay());
        double noise = Math.max(0.8, Math.min(1.2, 1 + DAILY_NOISE * rng.gaussian()));
        return interactionsPerFactor * factor(day) * noise;
    }

    /** How busy the day is against the average day of its month, from which waiting follows. */
    double load(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek()) * festival(day);
    }

    private double factor(LocalDate day) {
        double years = (day.toEpochDay() - plan.start().toEpochDay()) / 365.25;
        return MONTHS[day.getMonthValue() - 1] * load(day) * (1 + YEARLY_GROWTH * years);
    }

    private static double festival(LocalDate day) {
        long sinceSpringFestival = day.toEpochDay()
                - SPRING_FESTIVALS
                        .getOrDefault(day.getYear(), USUAL_SPRING_FESTIVAL)
                        .atYear(day.getYear())
                        .toEpochDay();
        if (sinceSpringFestival >= -2 && sinceSpringFestival <= 6) {
            return 0.45;
        }
        return switch (day.getMonthValue() * 100 + day.getDayOfMonth()) {
            case 1111 -> 2.1;
            case 1112 -> 1.8;
            case 1110, 1113 -> 1.4;
            case 1114, 1115, 1116 -> 1.25;
            case 618 -> 1.8;
            case 617, 619, 620 -> 1.4;
            case 1212 -> 1.35;
            case 1213 -> 1.2;
            case 1001, 1002, 1003, 1004, 1005, 1006, 1007 -> 0.8;
            default -> 1;
        };
    }
}
