package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The errors of a week or month in pictures: the trend with its limits, the most frequent types, where points are lost. */
final class ErrorSection {
    private final ReportSource source;
    private final ErrorRates rates;

    private ErrorSection(ReportSource source, ErrorRates rates) {
        this.source = source;
        this.rates = rates;
    }

    /** @param history how many periods the trend shows, this one being the last */
    static Section of(ReportSource source, Period period, ErrorRates rates, int history) {
        List<Block> blocks = new ArrayList<>();
        if (rates.isEmpty()) {
            blocks.add(Paragraph.body(source.say("errors.none-inspected")));
            return new Section(source.say("section.errors"), Section.Start.FOLLOWS, blocks);
        }
        blocks.add(TrendChart.ofCentre(source, period.upToThis(history)));
        blocks.addAll(ParetoChart.of(source, period));
        blocks.addAll(DefectMap.of(source, period));
        blocks.addAll(new ErrorSection(source, rates).signals());
        return new Section(source.say("section.errors"), Section.Start.FOLLOWS, blocks);
    }

    private List<Block> signals() {
        List<Line> lines = new ArrayList<>();
        rates.unusuallyHigh().forEach(row -> lines.add(signal(row, Tone.BAD)));
        rates.unusuallyLow().forEach(row -> lines.add(signal(row, Tone.GOOD)));
        if (lines.isEmpty()) {
            return List.of(Paragraph.body(source.say("errors.no-signals")));
        }
        return List.of(
                new Grid(
                        source.say("errors.signals"),
                        List.of(
                                source.column("column.subject", Format.TEXT, 36),
                                source.column("column.errors", Format.INTEGER, 8),
                                source.column("column.evaluations", Format.INTEGER, 11),
                                source.column("column.rate", Format.TWO_DECIMALS, 10),
                                source.column("column.center-line", Format.TWO_DECIMALS, 10),
                                source.column("column.lower-limit", Format.TWO_DECIMALS, 10),
                                source.column("column.upper-limit", Format.TWO_DECIMALS, 10),
                                source.column("column.signal", Format.TEXT, 24)),
                        lines),
                Paragraph.note(source.say("errors.chance")));
    }

    private Line signal(Row row, Tone tone) {
        return Line.of(
                ErrorText.subject(source, row),
                row.bigint(ErrorTrend.ERRORS),
                row.bigint(ErrorTrend.EVALUATIONS),
                row.number(ErrorTrend.RATE_PER_100),
                row.number(ErrorTrend.CENTER_LINE),
                row.number(ErrorTrend.LOWER_LIMIT),
                row.number(ErrorTrend.UPPER_LIMIT),
                new Judged(source.word("signal", row.string(ErrorTrend.SIGNAL)), tone));
    }
}
