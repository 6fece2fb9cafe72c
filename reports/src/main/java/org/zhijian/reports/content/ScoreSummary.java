package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.reports.content.TeamScores.Spread;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tiles.Tile;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.settings.Setting;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactError;

/** An agent's score of the month, over a year, and beside the team, of which nobody is named (R1). */
final class ScoreSummary {
    private static final List<Setting<BigDecimal>> GRADES_FROM =
            List.of(Settings.EXCELLENT_FROM, Settings.GOOD_FROM, Settings.PASS_FROM);

    private final ScoreFacts facts;
    private final ReportSource source;
    private final String agentId;
    private final String team;

    ScoreSummary(ScoreFacts facts, String agentId) {
        this.facts = facts;
        this.source = facts.source();
        this.agentId = agentId;
        this.team = facts.team(agentId, facts.month());
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(lead()));
        blocks.add(tiles());
        blocks.add(Paragraph.body(beside()));
        trend().ifPresent(blocks::add);
        blocks.add(Paragraph.note(source.say("details.how-scored")));
        return new Section(source.say("details.section.score"), Section.Start.FOLLOWS, blocks);
    }

    private String lead() {
        int all = facts.evaluations(agentId).size();
        Optional<Row> score = facts.score(agentId, facts.month());
        if (score.isEmpty()) {
            return source.say(all == 0 ? "details.none" : "details.none-counts", all);
        }
        Double mean = score.get().number(AgentMonthScore.SCORE_MEAN);
        return source.say(
                "details.lead",
                format(mean).text(mean),
                CodeText.grade(source, score.get().string(AgentMonthScore.GRADE)),
                score.get().bigint(AgentMonthScore.EVALUATIONS),
                all);
    }

    private Tiles tiles() {
        Optional<Row> score = facts.score(agentId, facts.month());
        Double mean = mean(facts.month());
        List<Row> errors = standing();
        long severe = errors.stream()
                .filter(error -> source.names().isSevere(error.string(FactError.ERROR_CODE)))
                .count();
        return new Tiles(List.of(
                new Tile(
                        source.say("details.tile.mean"),
                        mean,
                        format(mean),
                        Tone.NEUTRAL,
                        List.of(against(
                                mean,
                                mean(facts.month().previous()),
                                facts.month().previous()))),
                new Tile(
                        source.say("details.tile.grade"),
                        score.map(row -> CodeText.grade(source, row.string(AgentMonthScore.GRADE)))
                                .orElse(null),
                        Format.TEXT,
                        tone(score),
                        List.of(grades())),
                new Tile(
                        source.say("details.tile.counted"),
                        score.map(row -> row.bigint(AgentMonthScore.EVALUATIONS))
                                .orElse(0L),
                        Format.INTEGER,
                        Tone.NEUTRAL,
                        List.of(source.say(
                                "details.tile.inspected",
                                facts.evaluations(agentId).size()))),
                new Tile(
                        source.say("details.tile.errors"),
                        errors.size(),
                        Format.INTEGER,
                        severe > 0 ? Tone.ATTENTION : Tone.NEUTRAL,
                        List.of(source.say("details.tile.severe", severe)))));
    }

    /** Two decimals, or the four in which grades compare scores where two would show a threshold that the mean misses. */
    private Format format(Double mean) {
        if (mean == null) {
            return Format.TWO_DECIMALS;
        }
        BigDecimal shown = BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_UP);
        BigDecimal compared = BigDecimal.valueOf(mean).setScale(4, RoundingMode.HALF_UP);
        return GRADES_FROM.stream()
                        .map(source::number)
                        .anyMatch(from -> shown.compareTo(from) >= 0 && compared.compareTo(from) < 0)
                ? Format.FOUR_DECIMALS
                : Format.TWO_DECIMALS;
    }

    private static Tone tone(Optional<Row> score) {
        return score.map(row -> switch (row.string(AgentMonthScore.GRADE)) {
                    case "excellent" -> Tone.GOOD;
                    case "fail" -> Tone.BAD;
                    default -> Tone.NEUTRAL;
                })
                .orElse(Tone.NEUTRAL);
    }

    private String grades() {
        return source.say(
                "details.tile.grades",
                source.setting(Settings.EXCELLENT_FROM),
                source.setting(Settings.GOOD_FROM),
                source.setting(Settings.PASS_FROM));
    }

    /** The errors that stand, be the evaluation of a category that does not count. */
    private List<Row> standing() {
        return facts.evaluations(agentId).stream()
                .flatMap(evaluation -> facts.facts().errors(evaluation).stream())
                .filter(error -> error.bool(FactError.STANDS))
                .toList();
    }

    private String against(Double mean, Double other, Period period) {
        if (other == null) {
            return source.say("figures.no-value", period);
        }
        String difference = Comparison.difference(source, Indicators.QA_MEAN, mean, other);
        return difference == null
                ? source.say("figures.other", period, two(other))
                : source.say("figures.against", period, two(other), difference);
    }

    private String beside() {
        Double mean = mean(facts.month());
        Double ofTeam = facts.teamMean(team, facts.month());
        if (team == null) {
            return source.say("details.team.unknown");
        }
        int scored = facts.teamScores().scored(team);
        if (ofTeam == null) {
            return source.say("details.team.too-few", team, scored);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(source.say("details.team.mean", team, two(ofTeam), scored));
        if (mean != null) {
            int side = Double.compare(rounded(mean), rounded(ofTeam));
            sentences.add(
                    side == 0
                            ? source.say("details.team.same")
                            : source.say(
                                    side > 0 ? "details.team.above" : "details.team.below",
                                    two(Math.abs(rounded(mean) - rounded(ofTeam)))));
        }
        facts.teamScores().spread(team).ifPresent(spread -> {
            sentences.add(
                    source.say("details.team.spread", two(spread.low()), two(spread.high()), two(spread.median())));
            if (mean != null) {
                sentences.add(source.say("details.team.quarter." + quarter(mean, spread)));
            }
        });
        return source.sentences(sentences);
    }

    private static String quarter(double mean, Spread spread) {
        if (mean < spread.low()) {
            return "below";
        }
        return mean > spread.high() ? "above" : "within";
    }

    private Optional<Block> trend() {
        List<Double> own = new ArrayList<>();
        List<Double> teams = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Period month : facts.months()) {
            Double mean = mean(month);
            if (mean != null || !own.isEmpty()) {
                labels.add(month.toString());
                own.add(mean);
                teams.add(facts.teamMean(facts.team(agentId, month), month));
            }
        }
        if (own.size() < 2) {
            return Optional.empty();
        }
        List<Chart.Series> series = new ArrayList<>(List.of(new Chart.Series(source.say("details.trend.own"), own)));
        if (teams.stream().anyMatch(value -> value != null)) {
            series.add(new Chart.Series(source.say("details.trend.team"), teams));
        }
        return Optional.of(
                new Chart.Lines(source.say("details.trend"), source.say("details.tile.mean"), labels, series));
    }

    private Double mean(Period month) {
        return facts.score(agentId, month)
                .map(row -> row.number(AgentMonthScore.SCORE_MEAN))
                .orElse(null);
    }

    private static double rounded(double score) {
        return Double.parseDouble(two(score));
    }

    private static String two(Double score) {
        return Format.TWO_DECIMALS.text(score);
    }
}
