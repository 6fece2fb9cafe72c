package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.SamplingCoverage;
import org.zhijian.schema.settings.Setting;
import org.zhijian.schema.settings.Settings;

/**
 * Whether what a month drew for agent QA looks like all that was handled: by hour, length of talk, channel and business
 * type (R5). Event and special QA are drawn for what they are and look like nothing else.
 */
final class CoverageBlocks {
    /** Of a minute. */
    private static final int SECONDS = 60;

    private static final Pattern MINUTE = Pattern.compile("minute_(\\d+)");
    private static final List<String> DIMENSIONS = List.of("channel", "business_type", "talk_length", "hour");
    /** Values that have a word in both languages. */
    private static final List<String> KNOWN = List.of(
            "voice_in",
            "voice_out",
            "chat",
            "email",
            "social",
            "consultation",
            "complaint",
            "report",
            "suggestion",
            "praise",
            "other",
            "ultra_short",
            "ultra_long",
            "unknown");

    private final ReportSource source;

    private CoverageBlocks(ReportSource source) {
        this.source = source;
    }

    static List<Block> of(ReportSource source, Period month) {
        List<Row> rows = source.rows(
                SamplingCoverage.TABLE,
                Condition.equal(SamplingCoverage.PLAN_MONTH, month.first()),
                Condition.equal(SamplingCoverage.CATEGORY, "agent"));
        if (rows.isEmpty()) {
            return List.of(Paragraph.body(source.say("coverage.none")));
        }
        return new CoverageBlocks(source).blocks(rows);
    }

    private List<Block> blocks(List<Row> rows) {
        List<Block> blocks = new ArrayList<>();
        furthestOff(rows)
                .ifPresent(row -> blocks.add(Paragraph.body(source.say(
                        "coverage.furthest",
                        source.word("coverage-dimension", row.string(SamplingCoverage.DIMENSION)),
                        value(row),
                        Format.PERCENT.text(row.number(SamplingCoverage.INTERACTION_SHARE)),
                        Format.PERCENT.text(row.number(SamplingCoverage.DRAWN_SHARE))))));
        blocks.add(hours(rows));
        blocks.add(table(rows));
        blocks.add(Paragraph.note(source.say(
                source.publication().shares().isPresent()
                        ? "coverage.how-to-read.by-shares"
                        : "coverage.how-to-read")));
        return blocks;
    }

    private static Optional<Row> furthestOff(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.number(SamplingCoverage.DRAWN_SHARE) != null)
                .max(Comparator.comparing(CoverageBlocks::gap)
                        .thenComparing(row -> row.string(SamplingCoverage.DIMENSION))
                        .thenComparing(row -> row.string(SamplingCoverage.VALUE)));
    }

    private static double gap(Row row) {
        return Math.abs(row.number(SamplingCoverage.DRAWN_SHARE) - row.number(SamplingCoverage.INTERACTION_SHARE));
    }

    private Chart hours(List<Row> rows) {
        List<Row> hours = rows.stream()
                .filter(row -> row.string(SamplingCoverage.DIMENSION).equals("hour"))
                .sorted(Comparator.comparing(row -> row.string(SamplingCoverage.VALUE)))
                .toList();
        List<Double> all = new ArrayList<>();
        List<Double> drawn = new ArrayList<>();
        hours.forEach(row -> {
            Double share = row.number(SamplingCoverage.DRAWN_SHARE);
            all.add(row.number(SamplingCoverage.INTERACTION_SHARE) * 100);
            drawn.add(share == null ? null : Double.valueOf(share * 100));
        });
        return new Chart.Lines(
                source.say("coverage.hours"),
                source.say("coverage.share"),
                hours.stream().map(row -> row.string(SamplingCoverage.VALUE)).toList(),
                List.of(
                        new Chart.Series(source.say("coverage.all"), all),
                        new Chart.Series(source.say("coverage.drawn"), drawn)));
    }

    private Grid table(List<Row> rows) {
        List<Line> lines = rows.stream()
                .filter(row -> !row.string(SamplingCoverage.DIMENSION).equals("hour"))
                .sorted(Comparator.comparing((Row row) -> DIMENSIONS.indexOf(row.string(SamplingCoverage.DIMENSION)))
                        .thenComparing(CoverageBlocks::place)
                        .thenComparing(row -> row.string(SamplingCoverage.VALUE)))
                .map(row -> Line.of(
                        source.word("coverage-dimension", row.string(SamplingCoverage.DIMENSION)),
                        value(row),
                        row.bigint(SamplingCoverage.INTERACTIONS),
                        row.number(SamplingCoverage.INTERACTION_SHARE),
                        row.bigint(SamplingCoverage.DRAWN),
                        row.number(SamplingCoverage.DRAWN_SHARE),
                        row.number(SamplingCoverage.DRAWN_RATE)))
                .toList();
        return new Grid(
                source.say("coverage.table"),
                List.of(
                        source.column("column.dimension", Format.TEXT, 16),
                        source.column("column.value", Format.TEXT, 18),
                        source.column("column.interactions", Format.INTEGER, 12),
                        source.column("column.interaction-share", Format.PERCENT, 12),
                        source.column("column.drawn", Format.INTEGER, 10),
                        source.column("column.drawn-share", Format.PERCENT, 12),
                        source.column("column.drawn-rate", Format.PERCENT, 10)),
                lines);
    }

    /** Lengths of talk by length; everything else by name. */
    private static int place(Row row) {
        String value = row.string(SamplingCoverage.VALUE);
        Matcher minute = MINUTE.matcher(value);
        if (minute.matches()) {
            return Integer.parseInt(minute.group(1));
        }
        return switch (value) {
            case "ultra_long" -> Integer.MAX_VALUE - 1;
            case "unknown" -> Integer.MAX_VALUE;
            default -> 0;
        };
    }

    private String value(Row row) {
        String value = row.string(SamplingCoverage.VALUE);
        Matcher minute = MINUTE.matcher(value);
        if (minute.matches()) {
            return minute(Integer.parseInt(minute.group(1)));
        }
        return KNOWN.contains(value) ? source.word("coverage-value", value) : value;
    }

    /** A minute of talk without what is ultra-short or ultra-long: in minutes, or in seconds where that cuts it. */
    private String minute(int number) {
        int from = Math.max((number - 1) * SECONDS, seconds(Settings.ULTRA_SHORT_SECONDS));
        int to = Math.min(number * SECONDS, seconds(Settings.ULTRA_LONG_SECONDS));
        return from == (number - 1) * SECONDS && to == number * SECONDS
                ? source.say("coverage.minutes", number - 1, number)
                : source.say("coverage.seconds", from, to);
    }

    private int seconds(Setting<Integer> setting) {
        return source.number(setting).intValueExact();
    }
}
