package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The table of the rates that break a rule of their control chart: the high ones, then the low ones. */
final class UnusualRates {
    private final ReportSource source;
    private final boolean withMonth;

    private UnusualRates(ReportSource source, boolean withMonth) {
        this.source = source;
        this.withMonth = withMonth;
    }

    /** Rates of one period, in the order in which they are shown. */
    static List<Block> of(ReportSource source, List<Row> high, List<Row> low) {
        return new UnusualRates(source, false).blocks(high, low);
    }

    /** Rates of several months, each with its month. */
    static List<Block> ofMonths(ReportSource source, List<Row> high, List<Row> low) {
        return new UnusualRates(source, true).blocks(high, low);
    }

    private List<Block> blocks(List<Row> high, List<Row> low) {
        List<Line> lines = new ArrayList<>();
        high.forEach(row -> lines.add(line(row, Tone.BAD)));
        low.forEach(row -> lines.add(line(row, Tone.GOOD)));
        if (lines.isEmpty()) {
            return List.of(Paragraph.body(source.say("errors.no-signals")));
        }
        return List.of(
                new Grid(source.say("errors.signals"), columns(), lines), Paragraph.note(source.say("errors.chance")));
    }

    private List<Grid.Heading> columns() {
        List<Grid.Heading> columns = new ArrayList<>();
        if (withMonth) {
            columns.add(source.column("column.month", Format.MONTH, 9));
        }
        columns.addAll(List.of(
                source.column("column.subject", Format.TEXT, 36),
                source.column("column.errors", Format.INTEGER, 8),
                source.column("column.evaluations", Format.INTEGER, 11),
                source.column("column.rate", Format.TWO_DECIMALS, 10),
                source.column("column.center-line", Format.TWO_DECIMALS, 10),
                source.column("column.lower-limit", Format.TWO_DECIMALS, 10),
                source.column("column.upper-limit", Format.TWO_DECIMALS, 10),
                source.column("column.signal", Format.TEXT, 24)));
        return columns;
    }

    private Line line(Row row, Tone tone) {
        List<Object> values = new ArrayList<>();
        if (withMonth) {
            values.add(row.date(ErrorTrend.PERIOD_START));
        }
        values.addAll(Arrays.asList(
                ErrorText.subject(source, row),
                row.bigint(ErrorTrend.ERRORS),
                row.bigint(ErrorTrend.EVALUATIONS),
                row.number(ErrorTrend.RATE_PER_100),
                row.number(ErrorTrend.CENTER_LINE),
                row.number(ErrorTrend.LOWER_LIMIT),
                row.number(ErrorTrend.UPPER_LIMIT),
                new Judged(source.word("signal", row.string(ErrorTrend.SIGNAL)), tone)));
        return Line.of(values.toArray());
    }
}
