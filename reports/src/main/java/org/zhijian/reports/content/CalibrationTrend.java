package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.settings.Settings;

/** The deviation over a year, and by inspector session by session (R12). */
final class CalibrationTrend {
    private static final int MONTHS = 12;

    private final ReportSource source;
    private final Period month;

    CalibrationTrend(ReportSource source, Period month) {
        this.source = source;
        this.month = month;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Period> months = month.upToThis(MONTHS);
        List<Row> results = source
                .rows(
                        CalibrationResult.TABLE,
                        Condition.from(CalibrationResult.HELD_ON, months.get(0).first()),
                        Condition.upTo(CalibrationResult.HELD_ON, month.last()))
                .stream()
                .sorted(Comparator.comparing((Row row) -> row.date(CalibrationResult.HELD_ON))
                        .thenComparing(row -> row.string(CalibrationResult.SESSION_ID)))
                .toList();
        if (results.isEmpty()) {
            blocks.add(Paragraph.body(source.say("agreement.trend.none")));
        } else {
            blocks.add(chart(months));
            blocks.add(history(results));
            blocks.add(Paragraph.note(source.say("agreement.trend.how-to-read")));
        }
        return new Section(source.say("agreement.section.trend"), Section.Start.FOLLOWS, blocks);
    }

    private Chart chart(List<Period> months) {
        Map<Period, IndicatorValues> values = IndicatorValues.byMonth(source, months);
        List<Period> shown = months.stream()
                .dropWhile(each -> deviation(values, each).value() == null)
                .toList();
        List<Double> deviations = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        shown.forEach(each -> {
            deviations.add(deviation(values, each).value());
            targets.add(deviation(values, each).target());
        });
        List<Chart.Series> series =
                new ArrayList<>(List.of(new Chart.Series(source.say("agreement.deviation"), deviations)));
        if (targets.stream().anyMatch(target -> target != null)) {
            series.add(new Chart.Series(source.say("column.target"), targets));
        }
        return new Chart.Lines(
                source.say("agreement.trend"),
                source.say("agreement.deviation-percent"),
                shown.stream().map(Period::toString).toList(),
                series);
    }

    private static IndicatorValue deviation(Map<Period, IndicatorValues> values, Period of) {
        return values.get(of).of(Indicators.CALIBRATION_DEVIATION);
    }

    /** One line an inspector: the sessions of the year, those outside tolerance, the means over all of them. */
    private Grid history(List<Row> results) {
        Map<String, List<Row>> byInspector = results.stream()
                .collect(Collectors.groupingBy(
                        row -> row.string(CalibrationResult.INSPECTOR_ID), TreeMap::new, Collectors.toList()));
        return new Grid(
                source.say("agreement.history", source.setting(Settings.CALIBRATION_PERCENT)),
                List.of(
                        source.column("column.inspector", Format.TEXT, 18),
                        source.column("agreement.column.sessions", Format.INTEGER, 12),
                        source.column("agreement.column.outside", Format.INTEGER, 14),
                        source.column("agreement.column.last-held", Format.DATE, 12),
                        source.column("column.mean-deviation", Format.PERCENT, 12),
                        source.column("column.mean-absolute-deviation", Format.PERCENT, 12)),
                byInspector.entrySet().stream()
                        .map(inspector -> line(inspector.getKey(), inspector.getValue()))
                        .toList());
    }

    private Line line(String inspector, List<Row> results) {
        long outside = results.stream()
                .filter(row -> !row.bool(CalibrationResult.WITHIN_TOLERANCE))
                .count();
        Row last = results.get(results.size() - 1);
        return Line.of(
                source.names().inspector(inspector),
                (long) results.size(),
                outside == 0 ? outside : new Judged(outside, Tone.ATTENTION),
                last.date(CalibrationResult.HELD_ON),
                mean(CalibrationResult.MEAN_DEVIATION, results) / 100,
                mean(CalibrationResult.MEAN_ABSOLUTE_DEVIATION, results) / 100);
    }

    /** The mean over the interactions of all sessions, from the sessions' means. */
    private static double mean(Column deviation, List<Row> results) {
        double sum = 0;
        long interactions = 0;
        for (Row result : results) {
            long scored = result.bigint(CalibrationResult.INTERACTIONS);
            sum += result.number(deviation) * scored;
            interactions += scored;
        }
        return sum / interactions;
    }
}
