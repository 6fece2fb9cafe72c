package org.zhijian.etl.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.zhijian.schema.settings.BaseBy;
import org.zhijian.schema.settings.Settings;

/**
 * Scores, tiers, quotas and competency flags (R1, R2, R3, R7) of everything that landed, row by row in exact fractions, as
 * the specification words them and with nothing of the pipeline. A row is a text: its key, then its values.
 */
final class RulesByHand {
    private static final int SHOWN_DECIMALS = 9;

    private final LandedRecords landed;
    private final LocalDate runDate;
    private final Settings settings;
    private final Map<String, NavigableMap<LocalDate, Post>> posts = new HashMap<>();
    private final List<Handled> handled = new ArrayList<>();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final Set<YearMonth> monthsWithData = new TreeSet<>();

    private record Post(String team, String skillGroup, LocalDate onPost, Optional<LocalDate> left) {
        boolean isOnPost(LocalDate day) {
            return !onPost.isAfter(day) && left.map(day::isBefore).orElse(true);
        }
    }

    /** A human-handled interaction. */
    private record Handled(String agent, LocalDate day) {}

    /** A published evaluation; {@code subject} is its interaction, or itself where there is none. */
    private record Evaluation(
            String id,
            String subject,
            String agent,
            String category,
            Instant at,
            LocalDate day,
            Optional<BigFraction> score,
            boolean severe,
            boolean openAppeal) {
        YearMonth month() {
            return YearMonth.from(day);
        }
    }

    private record Score(int evaluations, BigFraction mean) {
        BigDecimal rounded() {
            return divided(mean, 4);
        }

        String shown() {
            return show(mean);
        }
    }

    private record Tier(YearMonth month, String agent, char tier, String row) {}

    private record Base(Optional<YearMonth> month, Optional<BigFraction> volume, String basis) {}

    /** What was inspected and has a standing severe error: the evaluations that say so. */
    private record Occurrence(List<Evaluation> evidence) {
        LocalDate day() {
            return evidence.get(0).day();
        }
    }

    RulesByHand(LandedRecords landed, LocalDate runDate, Settings settings) throws IOException {
        this.landed = landed;
        this.runDate = runDate;
        this.settings = settings;
        readPosts();
        readInteractions();
        readEvaluations();
    }

    // What landed

    private void readPosts() throws IOException {
        for (Map<String, String> row : landed.of("agents", "agent_id", "effective_from")) {
            LocalDate from = date(row.get("effective_from")).orElse(LocalDate.MIN);
            posts.computeIfAbsent(row.get("agent_id"), agent -> new TreeMap<>())
                    .put(
                            from,
                            new Post(
                                    row.get("team"),
                                    row.get("skill_group"),
                                    LocalDate.parse(row.get("on_post_date")),
                                    date(row.get("left_date"))));
        }
    }

    private void readInteractions() throws IOException {
        for (Map<String, String> row : landed.of("interactions", "interaction_id")) {
            LocalDate day = landed.day(row.get("started_at"));
            if (day.isAfter(runDate)) {
                continue;
            }
            monthsWithData.add(YearMonth.from(day));
            boolean human = !row.getOrDefault("handled_by", "").equals("bot");
            if (row.get("outcome").equals("answered")
                    && human
                    && !row.get("agent_id").isEmpty()) {
                handled.add(new Handled(row.get("agent_id"), day));
            }
        }
    }

    private void readEvaluations() throws IOException {
        Map<String, List<Map<String, String>>> items = by("evaluation_id", "evaluation_scores", "item_code");
        Map<String, List<Map<String, String>>> errors = by("evaluation_id", "evaluation_errors", "error_code");
        Map<String, List<Map<String, String>>> appeals = new HashMap<>();
        for (Map<String, String> appeal : landed.of("appeals", "appeal_id")) {
            appeals.computeIfAbsent(appeal.get("evaluation_id"), id -> new ArrayList<>())
                    .add(appeal);
        }
        Map<String, NavigableMap<LocalDate, BigFraction>> maxima = new HashMap<>();
        for (Map<String, String> item : landed.of("scorecards", "scorecard_id", "item_code", "effective_from")) {
            maxima.computeIfAbsent(item.get("scorecard_id") + " " + item.get("item_code"), code -> new TreeMap<>())
                    .put(date(item.get("effective_from")).orElse(LocalDate.MIN), fraction(item.get("max_points")));
        }
        Set<String> severe = landed.of("error_types", "error_code").stream()
                .filter(type -> type.get("severity").equals("severe"))
                .map(type -> type.get("error_code"))
                .collect(toSet());
        for (Map<String, String> row : landed.of("evaluations", "evaluation_id")) {
            LocalDate day = landed.day(row.get("evaluated_at"));
            if (day.isAfter(runDate)) {
                continue;
            }
            monthsWithData.add(YearMonth.from(day));
            if (!row.get("review_status").equals("published")) {
                continue;
            }
            String id = row.get("evaluation_id");
            String interaction = row.get("interaction_id");
            List<Map<String, String>> itsAppeals = appeals.getOrDefault(id, List.of());
            List<Map<String, String>> accepted = itsAppeals.stream()
                    .filter(appeal -> appeal.get("status").equals("accepted"))
                    .sorted(Comparator.comparing(appeal -> landed.instant(appeal.get("decided_at"))))
                    .toList();
            Set<String> removed = accepted.stream()
                    .flatMap(
                            appeal -> Arrays.stream(appeal.get("removed_errors").split(";", -1)))
                    .collect(toSet());
            evaluations.add(new Evaluation(
                    id,
                    interaction.isEmpty() ? "evaluation " + id : "interaction " + interaction,
                    row.get("agent_id"),
                    row.get("category"),
                    landed.instant(row.get("evaluated_at")),
                    day,
                    score(row, day, items.getOrDefault(id, List.of()), maxima, accepted),
                    errors.getOrDefault(id, List.of()).stream()
                            .map(error -> error.get("error_code"))
                            .anyMatch(code -> severe.contains(code) && !removed.contains(code)),
                    itsAppeals.stream().anyMatch(appeal -> appeal.get("status").equals("submitted"))));
        }
    }

    private Map<String, List<Map<String, String>>> by(String field, String entity, String otherKey) throws IOException {
        return landed.of(entity, field, otherKey).stream().collect(groupingBy(row -> row.get(field)));
    }

    private static Optional<BigFraction> score(
            Map<String, String> evaluation,
            LocalDate day,
            List<Map<String, String>> items,
            Map<String, NavigableMap<LocalDate, BigFraction>> maxima,
            List<Map<String, String>> accepted) {
        Optional<String> revised = accepted.stream()
                .map(appeal -> appeal.get("revised_score"))
                .filter(score -> !score.isEmpty())
                .reduce((one, other) -> other);
        if (revised.isPresent()) {
            return revised.map(RulesByHand::fraction);
        }
        if (items.isEmpty()) {
            return Optional.of(evaluation.get("total_score"))
                    .filter(score -> !score.isEmpty())
                    .map(RulesByHand::fraction);
        }
        BigFraction awarded = BigFraction.ZERO;
        BigFraction possible = BigFraction.ZERO;
        for (Map<String, String> item : items) {
            if (!item.get("points").isEmpty()) {
                awarded = awarded.add(fraction(item.get("points")));
                possible = possible.add(maxima.get(evaluation.get("scorecard_id") + " " + item.get("item_code"))
                        .floorEntry(day)
                        .getValue());
            }
        }
        return possible.equals(BigFraction.ZERO)
                ? Optional.empty()
                : Optional.of(awarded.multiply(100).divide(possible));
    }

    // R1

    /** qa_month, agent_id, evaluations, score_mean, grade. */
    List<String> scores() {
        List<String> rows = new ArrayList<>();
        for (YearMonth month : monthsWithData) {
            scores(month)
                    .forEach((agent, score) ->
                            rows.add(row(month.atDay(1), agent, score.evaluations(), score.shown(), grade(score))));
        }
        return rows;
    }

    private Map<String, Score> scores(YearMonth month) {
        Map<String, List<BigFraction>> all = new TreeMap<>();
        for (Evaluation evaluation : evaluations) {
            if (evaluation.month().equals(month) && evaluation.category().equals("agent")) {
                evaluation.score().ifPresent(score -> all.computeIfAbsent(
                                evaluation.agent(), agent -> new ArrayList<>())
                        .add(score));
            }
        }
        Map<String, Score> means = new TreeMap<>();
        all.forEach((agent, scores) -> means.put(
                agent,
                new Score(
                        scores.size(),
                        scores.stream()
                                .reduce(BigFraction.ZERO, BigFraction::add)
                                .divide(scores.size()))));
        return means;
    }

    private static String grade(Score score) {
        Predicate<Integer> from = least -> score.rounded().compareTo(BigDecimal.valueOf(least)) >= 0;
        return from.test(90) ? "excellent" : from.test(80) ? "good" : from.test(60) ? "pass" : "fail";
    }

    // R2

    /** plan_month, agent_id, tier, reason, rank, ranked_agents, score_mean. */
    List<String> tiers() {
        return allTiers().stream().map(Tier::row).toList();
    }

    private List<Tier> allTiers() {
        return monthsWithData.stream()
                .filter(month -> !month.atEndOfMonth().isAfter(runDate))
                .flatMap(month -> tiers(month).stream())
                .toList();
    }

    private List<Tier> tiers(YearMonth scored) {
        YearMonth plan = scored.plusMonths(1);
        Map<String, Score> scores = scores(scored);
        Map<String, Post> present = new TreeMap<>();
        posts.keySet().forEach(agent -> post(agent, scored.atEndOfMonth())
                .filter(post -> post.isOnPost(scored.atEndOfMonth()))
                .ifPresent(post -> present.put(agent, post)));
        Predicate<String> newcomer =
                agent -> present.get(agent).onPost().plusMonths(3).isAfter(plan.atDay(1));
        List<BigDecimal> ranking = present.keySet().stream()
                .filter(newcomer.negate())
                .map(scores::get)
                .filter(Objects::nonNull)
                .map(Score::rounded)
                .toList();
        long k = settings.get(Settings.TIER_PERCENT)
                .multiply(BigDecimal.valueOf(ranking.size()))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
        List<Tier> tiers = new ArrayList<>();
        for (String agent : present.keySet()) {
            Score score = scores.get(agent);
            char tier = 'B';
            String reason = "middle";
            Long rank = null;
            if (newcomer.test(agent)) {
                tier = 'C';
                reason = "newcomer";
            } else if (score == null) {
                reason = "unscored";
            } else {
                BigDecimal own = score.rounded();
                rank = 1
                        + ranking.stream()
                                .filter(other -> other.compareTo(own) > 0)
                                .count();
                boolean top = rank <= k;
                boolean bottom = 1
                                + ranking.stream()
                                        .filter(other -> other.compareTo(own) < 0)
                                        .count()
                        <= k;
                if (top != bottom) {
                    tier = top ? 'A' : 'C';
                    reason = top ? "top" : "bottom";
                }
            }
            String shown = score == null ? "null" : score.shown();
            tiers.add(
                    new Tier(plan, agent, tier, row(plan.atDay(1), agent, tier, reason, rank, ranking.size(), shown)));
        }
        return tiers;
    }

    /** The agent's record on a day: the latest that is effective, or the first when it is not yet. */
    private Optional<Post> post(String agent, LocalDate day) {
        NavigableMap<LocalDate, Post> all = posts.getOrDefault(agent, new TreeMap<>());
        return Optional.ofNullable(all.floorEntry(day))
                .or(() -> Optional.ofNullable(all.firstEntry()))
                .map(Map.Entry::getValue);
    }

    // R3

    /** plan_month, agent_id, tier, base_month, base_volume, quota, basis. */
    List<String> quotas() {
        Map<String, NavigableMap<YearMonth, BigFraction>> volumes = volumes();
        List<String> rows = new ArrayList<>();
        for (Tier tier : allTiers()) {
            YearMonth wanted = tier.month().minusYears(1);
            Base base = scope(tier.agent(), tier.month().atDay(1).minusDays(1))
                    .map(volumes::get)
                    .map(months -> months.floorEntry(wanted))
                    .map(found -> new Base(
                            Optional.of(found.getKey()),
                            Optional.of(found.getValue()),
                            found.getKey().equals(wanted) ? "same_month_last_year" : "earlier_month"))
                    .orElse(new Base(Optional.empty(), Optional.empty(), "configured"));
            BigDecimal middle = base.volume()
                    .map(volume -> ceiling(volume.multiply(percent(settings.get(Settings.QUOTA_PERCENT))))
                            .max(BigDecimal.ONE))
                    .orElse(BigDecimal.valueOf(settings.get(Settings.QUOTA_WITHOUT_DATA)));
            BigFraction share =
                    switch (tier.tier()) {
                        case 'A' -> percent(settings.get(Settings.QUOTA_A_PERCENT));
                        case 'C' -> percent(settings.get(Settings.QUOTA_C_PERCENT));
                        default -> BigFraction.ONE;
                    };
            rows.add(row(
                    tier.month().atDay(1),
                    tier.agent(),
                    tier.tier(),
                    base.month().map(month -> month.atDay(1).toString()).orElse("null"),
                    base.volume().map(RulesByHand::show).orElse("null"),
                    ceiling(share.multiply(middle.toBigIntegerExact())),
                    base.basis()));
        }
        return rows;
    }

    private Map<String, NavigableMap<YearMonth, BigFraction>> volumes() {
        Map<String, Map<YearMonth, List<String>>> agents = new HashMap<>();
        for (Handled interaction : handled) {
            scope(interaction.agent(), interaction.day())
                    .ifPresent(scope -> agents.computeIfAbsent(scope, name -> new HashMap<>())
                            .computeIfAbsent(YearMonth.from(interaction.day()), month -> new ArrayList<>())
                            .add(interaction.agent()));
        }
        Map<String, NavigableMap<YearMonth, BigFraction>> volumes = new HashMap<>();
        agents.forEach((scope, months) ->
                months.forEach((month, each) -> volumes.computeIfAbsent(scope, name -> new TreeMap<>())
                        .put(month, new BigFraction(each.size(), new HashSet<>(each).size()))));
        return volumes;
    }

    private Optional<String> scope(String agent, LocalDate day) {
        BaseBy baseBy = settings.get(Settings.QUOTA_BASE_BY);
        return baseBy == BaseBy.CENTRE
                ? Optional.of("centre")
                : post(agent, day).map(post -> baseBy == BaseBy.TEAM ? post.team() : post.skillGroup());
    }

    // R7

    /** agent_id, rule, period_start, reached_on, occurrences, evidence in alphabetical order, provisional. */
    List<String> flags() {
        Map<String, List<Evaluation>> severe = evaluations.stream()
                .filter(Evaluation::severe)
                .filter(evaluation ->
                        settings.get(Settings.COMPETENCY_CATEGORIES).contains(evaluation.category()))
                .collect(groupingBy(Evaluation::agent));
        List<String> rows = new ArrayList<>();
        severe.forEach((agent, all) -> {
            Map<YearMonth, List<Occurrence>> months = occurrences(all, Evaluation::month);
            months.forEach((month, here) -> {
                flag(agent, "two_in_month", month.atDay(1), here, settings.get(Settings.COMPETENCY_IN_MONTH))
                        .ifPresent(rows::add);
                List<Occurrence> next = months.getOrDefault(month.plusMonths(1), List.of());
                if (!next.isEmpty()) {
                    List<Occurrence> both =
                            Stream.of(here, next).flatMap(List::stream).toList();
                    flag(agent, "consecutive_months", month.atDay(1), both, here.size() + 1)
                            .ifPresent(rows::add);
                }
            });
            occurrences(all, evaluation -> evaluation.day().getYear()).forEach((year, here) -> flag(
                            agent,
                            "four_in_year",
                            LocalDate.of(year, 1, 1),
                            here,
                            settings.get(Settings.COMPETENCY_IN_YEAR))
                    .ifPresent(rows::add));
        });
        return rows;
    }

    /** By period, what was inspected in it, each with the evaluations that found a severe error, in the order of time. */
    private static <P> Map<P, List<Occurrence>> occurrences(List<Evaluation> severe, Function<Evaluation, P> period) {
        Map<P, Map<String, List<Evaluation>>> found = severe.stream()
                .sorted(Comparator.comparing(Evaluation::at))
                .collect(groupingBy(period, groupingBy(Evaluation::subject)));
        Map<P, List<Occurrence>> occurrences = new HashMap<>();
        found.forEach((when, subjects) -> occurrences.put(
                when, subjects.values().stream().map(Occurrence::new).toList()));
        return occurrences;
    }

    private static Optional<String> flag(
            String agent, String rule, LocalDate start, List<Occurrence> occurrences, int least) {
        if (occurrences.size() < least) {
            return Optional.empty();
        }
        List<Evaluation> evidence = occurrences.stream()
                .flatMap(occurrence -> occurrence.evidence().stream())
                .toList();
        return Optional.of(row(
                agent,
                rule,
                start,
                occurrences.stream().map(Occurrence::day).sorted().toList().get(least - 1),
                occurrences.size(),
                String.join(";", evidence.stream().map(Evaluation::id).sorted().toList()),
                evidence.stream().anyMatch(Evaluation::openAppeal)));
    }

    // Numbers and texts

    /** A row as a text, its fractions cut to as many decimals as are compared. */
    static String row(Object... values) {
        return String.join(" ", Arrays.stream(values).map(String::valueOf).toList());
    }

    static String show(double number) {
        return new BigDecimal(number)
                .setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String show(BigFraction number) {
        return divided(number, SHOWN_DECIMALS).toPlainString();
    }

    private static BigDecimal divided(BigFraction number, int decimals) {
        return new BigDecimal(number.getNumerator())
                .divide(new BigDecimal(number.getDenominator()), decimals, RoundingMode.HALF_UP);
    }

    private static BigDecimal ceiling(BigFraction number) {
        return new BigDecimal(number.getNumerator())
                .divide(new BigDecimal(number.getDenominator()), 0, RoundingMode.CEILING);
    }

    private static BigFraction percent(BigDecimal percent) {
        return fraction(percent.toPlainString()).divide(100);
    }

    private static BigFraction fraction(String number) {
        BigDecimal decimal = new BigDecimal(number);
        return new BigFraction(
                decimal.movePointRight(decimal.scale()).toBigIntegerExact(), BigInteger.TEN.pow(decimal.scale()));
    }

    private static Optional<LocalDate> date(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
