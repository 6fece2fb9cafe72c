package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tiles.Tile;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;

/** What a trainer looks at first: how many errors, whether more than before, and what to train where. */
final class DefectSummary {
    private static final int TREND_PERIODS = 26;

    private final ReportSource source;
    private final Period period;
    private final DefectTrends trends;
    private final DefectCases cases;

    DefectSummary(ReportSource source, Period period, DefectTrends trends, DefectCases cases) {
        this.source = source;
        this.period = period;
        this.trends = trends;
        this.cases = cases;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        Optional<Row> centre = trends.centre();
        if (centre.isEmpty()) {
            blocks.add(Paragraph.body(source.say("errors.none-inspected")));
        } else {
            blocks.add(Paragraph.lead(lead(centre.get())));
            blocks.add(tiles(centre.get()));
            blocks.add(TrendChart.ofCentre(source, period.upToThis(TREND_PERIODS)));
            blocks.addAll(ParetoChart.of(source, period));
            focus().ifPresent(blocks::add);
        }
        blocks.add(Paragraph.note(source.say("defects.what-counts")));
        return new Section(source.say("section.summary"), Section.Start.FOLLOWS, blocks);
    }

    private String lead(Row centre) {
        return source.sentences(List.of(
                source.say(
                        "defects.lead",
                        centre.bigint(ErrorTrend.EVALUATIONS),
                        centre.bigint(ErrorTrend.ERRORS),
                        ErrorText.rate(centre.number(ErrorTrend.RATE_PER_100))),
                judgement(centre)));
    }

    private String judgement(Row centre) {
        String signal = centre.string(ErrorTrend.SIGNAL);
        if (signal != null) {
            return source.say("defects.lead.unusual", source.word("signal", signal), ErrorText.limits(source, centre));
        }
        return centre.number(ErrorTrend.UPPER_LIMIT) == null
                ? source.say("defects.lead.no-limits")
                : source.say("defects.lead.usual", ErrorText.limits(source, centre));
    }

    private Tiles tiles(Row centre) {
        Double rate = centre.number(ErrorTrend.RATE_PER_100);
        long clean = cases.inspections().stream()
                .filter(inspection -> inspection.errors.isEmpty())
                .count();
        long agents = cases.inspections().stream()
                .filter(inspection -> !inspection.errors.isEmpty())
                .map(inspection -> inspection.agentId)
                .distinct()
                .count();
        long all = cases.inspections().stream()
                .map(inspection -> inspection.agentId)
                .distinct()
                .count();
        return new Tiles(List.of(
                new Tile(
                        source.say("chart.errors-per-100"),
                        rate,
                        Format.TWO_DECIMALS,
                        tone(centre),
                        List.of(
                                against(period.previous(), centre.number(ErrorTrend.PREVIOUS_RATE)),
                                against(period.lastYear(), centre.number(ErrorTrend.LAST_YEAR_RATE)))),
                new Tile(
                        source.say("column.errors"),
                        centre.bigint(ErrorTrend.ERRORS),
                        Format.INTEGER,
                        Tone.NEUTRAL,
                        List.of(
                                source.say("defects.tile.evaluations", centre.bigint(ErrorTrend.EVALUATIONS)),
                                source.say("defects.tile.clean", clean))),
                new Tile(
                        source.say("column.severe-errors"),
                        trends.severe(null),
                        Format.INTEGER,
                        trends.severe(null) > 0 ? Tone.ATTENTION : Tone.NEUTRAL,
                        List.of()),
                new Tile(
                        source.say("defects.tile.agents"),
                        agents,
                        Format.INTEGER,
                        Tone.NEUTRAL,
                        List.of(source.say("defects.tile.inspected-agents", all)))));
    }

    /** A rate is judged by its control chart: what chance explains is neither good nor bad. */
    private static Tone tone(Row centre) {
        if (centre.string(ErrorTrend.SIGNAL) == null) {
            return Tone.NEUTRAL;
        }
        return ErrorRates.isUnusuallyHigh(centre) ? Tone.BAD : Tone.GOOD;
    }

    private String against(Period other, Double rate) {
        return rate == null
                ? source.say("figures.no-value", other)
                : source.say("figures.other", other, Format.TWO_DECIMALS.text(rate));
    }

    /** The vital few, each with the team where it is most frequent. */
    private Optional<Block> focus() {
        List<Row> vital = source
                .rows(
                        ErrorPareto.TABLE,
                        Condition.equal(ErrorPareto.MONTH, period.monthOfFirstDay()),
                        Condition.equal(ErrorPareto.PERIOD_TYPE, period.type()),
                        Condition.equal(ErrorPareto.PERIOD_START, period.first()))
                .stream()
                .filter(row -> row.bool(ErrorPareto.VITAL_FEW))
                .sorted(DefectsByType.BY_FREQUENCY)
                .toList();
        if (vital.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Grid(
                source.say("defects.focus"),
                List.of(
                        source.column("column.type", Format.TEXT, 28),
                        source.column("column.errors", Format.INTEGER, 9),
                        source.column("column.share", Format.PERCENT, 9),
                        source.column("defects.column.agents", Format.INTEGER, 11),
                        source.column("defects.column.root-cause", Format.TEXT, 16),
                        source.column("defects.column.centre-rate", Format.TWO_DECIMALS, 12),
                        source.column("defects.column.worst-team", Format.TEXT, 16),
                        source.column("defects.column.worst-team-rate", Format.TWO_DECIMALS, 12)),
                vital.stream().map(this::focus).toList()));
    }

    private Line focus(Row row) {
        String code = row.string(ErrorPareto.ERROR_CODE);
        Optional<Row> team = trends.teamFurthestAbove(code);
        return Line.of(
                ErrorText.type(source, code),
                row.bigint(ErrorPareto.ERRORS),
                row.number(ErrorPareto.SHARE),
                DefectsByType.agents(cases, code),
                DefectsByType.rootCause(source, code),
                trends.type(code).map(of -> of.number(ErrorTrend.RATE_PER_100)).orElse(null),
                team.map(ErrorRates::team).orElse(null),
                team.map(of -> of.number(ErrorTrend.RATE_PER_100)).orElse(null));
    }
}
