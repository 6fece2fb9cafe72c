package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Pareto.Bar;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.settings.Settings;

/** The error types of a period by how often they were found, and which of them are the vital few (R9). */
final class ParetoChart {
    /** More bars than this cannot be read; the others are the tail, which the tables have. */
    private static final int BARS = 20;

    static List<Block> of(ReportSource source, Period period) {
        List<Bar> bars = period.kind() == Period.Kind.QUARTER ? ofMonths(source, period) : ofPeriod(source, period);
        if (bars.isEmpty()) {
            return List.of(Paragraph.body(source.say("pareto.none")));
        }
        long vital = bars.stream().filter(Bar::vital).count();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(source.say(
                "pareto.vital",
                vital,
                bars.size(),
                Format.PERCENT.text(vital == 0 ? 0.0 : bars.get((int) vital - 1).cumulativeShare()),
                source.setting(Settings.VITAL_FEW_PERCENT))));
        blocks.add(new Chart.Pareto(
                source.say("pareto.title"),
                source.say("pareto.count"),
                source.say("pareto.share"),
                source.number(Settings.VITAL_FEW_PERCENT).movePointLeft(2).doubleValue(),
                bars.stream().limit(BARS).toList()));
        if (bars.size() > BARS) {
            blocks.add(Paragraph.note(source.say("pareto.cut", BARS, bars.size() - BARS)));
        }
        return blocks;
    }

    /** The vital few of a quarter, by code. */
    static List<String> vitalOf(ReportSource source, Period quarter) {
        List<Map.Entry<String, Long>> counts = counts(source, quarter);
        List<Bar> bars = bars(source, counts);
        List<String> vital = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            if (bars.get(i).vital()) {
                vital.add(counts.get(i).getKey());
            }
        }
        return vital;
    }

    private static List<Bar> ofPeriod(ReportSource source, Period period) {
        return rows(source, period).stream()
                .sorted(Comparator.comparing((Row row) -> -row.bigint(ErrorPareto.ERRORS))
                        .thenComparing(row -> row.string(ErrorPareto.ERROR_CODE)))
                .map(row -> new Bar(
                        ErrorText.type(source, row.string(ErrorPareto.ERROR_CODE)),
                        row.bigint(ErrorPareto.ERRORS),
                        row.number(ErrorPareto.CUMULATIVE_SHARE),
                        row.bool(ErrorPareto.VITAL_FEW)))
                .toList();
    }

    private static List<Bar> ofMonths(ReportSource source, Period quarter) {
        return bars(source, counts(source, quarter));
    }

    /** The errors of the quarter's months together, by type; the most frequent first, then by code. */
    private static List<Map.Entry<String, Long>> counts(ReportSource source, Period quarter) {
        Map<String, Long> counts = new TreeMap<>();
        for (Period month : quarter.months()) {
            rows(source, month)
                    .forEach(row -> counts.merge(
                            row.string(ErrorPareto.ERROR_CODE), row.bigint(ErrorPareto.ERRORS), Long::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    /** Vital are the types before which the cumulative share is still below the setting's. */
    private static List<Bar> bars(ReportSource source, List<Map.Entry<String, Long>> counts) {
        long all = counts.stream().mapToLong(Map.Entry::getValue).sum();
        BigDecimal vitalShare = source.number(Settings.VITAL_FEW_PERCENT);
        List<Bar> bars = new ArrayList<>();
        long before = 0;
        for (Map.Entry<String, Long> type : counts) {
            boolean vital =
                    BigDecimal.valueOf(before * 100).compareTo(vitalShare.multiply(BigDecimal.valueOf(all))) < 0;
            before += type.getValue();
            bars.add(new Bar(ErrorText.type(source, type.getKey()), type.getValue(), (double) before / all, vital));
        }
        return bars;
    }

    private static List<Row> rows(ReportSource source, Period period) {
        return source.rows(
                ErrorPareto.TABLE,
                Condition.equal(ErrorPareto.MONTH, period.monthOfFirstDay()),
                Condition.equal(ErrorPareto.PERIOD_TYPE, period.type()),
                Condition.equal(ErrorPareto.PERIOD_START, period.first()));
    }

    private ParetoChart() {}
}
