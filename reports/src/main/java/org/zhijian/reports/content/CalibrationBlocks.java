package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.CalibrationResult;
import org.zhijian.schema.settings.Settings;

/** How near the inspectors came to the reference in the period's calibration sessions (R12). */
final class CalibrationBlocks {

    static List<Block> of(ReportSource source, Comparison comparison) {
        Period period = comparison.period();
        List<Row> rows = source
                .rows(
                        CalibrationResult.TABLE,
                        Condition.from(CalibrationResult.HELD_ON, period.first()),
                        Condition.upTo(CalibrationResult.HELD_ON, period.last()))
                .stream()
                .sorted(Comparator.comparing((Row row) -> row.date(CalibrationResult.HELD_ON))
                        .thenComparing(row -> row.string(CalibrationResult.SESSION_ID))
                        .thenComparing(row -> row.string(CalibrationResult.INSPECTOR_ID)))
                .toList();
        if (rows.isEmpty()) {
            return List.of(Paragraph.body(source.say("calibration.none")));
        }
        long within = rows.stream()
                .filter(row -> row.bool(CalibrationResult.WITHIN_TOLERANCE))
                .count();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(source.say(
                "calibration.lead",
                within,
                rows.size(),
                source.setting(Settings.CALIBRATION_PERCENT),
                IndicatorText.written(
                        Indicators.CALIBRATION_DEVIATION,
                        comparison.now().value(Indicators.CALIBRATION_DEVIATION),
                        source.text()))));
        blocks.add(new Grid(
                source.say("calibration.title"),
                List.of(
                        source.column("column.session", Format.TEXT, 12),
                        source.column("column.held-on", Format.DATE, 11),
                        source.column("column.inspector", Format.TEXT, 16),
                        source.column("column.calibrated", Format.INTEGER, 12),
                        source.column("column.mean-deviation", Format.PERCENT, 12),
                        source.column("column.mean-absolute-deviation", Format.PERCENT, 12),
                        source.column("column.within", Format.TEXT, 12)),
                rows.stream().map(row -> line(source, row)).toList()));
        blocks.add(Paragraph.note(source.say("calibration.how-to-read")));
        return blocks;
    }

    private static Line line(ReportSource source, Row row) {
        boolean within = row.bool(CalibrationResult.WITHIN_TOLERANCE);
        return Line.of(
                row.string(CalibrationResult.SESSION_ID),
                row.date(CalibrationResult.HELD_ON),
                source.names().inspector(row.string(CalibrationResult.INSPECTOR_ID)),
                row.bigint(CalibrationResult.INTERACTIONS),
                row.number(CalibrationResult.MEAN_DEVIATION) / 100,
                row.number(CalibrationResult.MEAN_ABSOLUTE_DEVIATION) / 100,
                new Judged(
                        source.say(within ? "calibration.within" : "calibration.outside"),
                        within ? Tone.GOOD : Tone.BAD));
    }

    private CalibrationBlocks() {}
}
