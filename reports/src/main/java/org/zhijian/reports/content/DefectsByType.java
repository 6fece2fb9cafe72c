package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorPareto;
import org.zhijian.schema.mart.ErrorTrend;
import org.zhijian.schema.star.DimErrorType;

/** The errors of a period by type, the most frequent first; types that were not found stand at the end. */
final class DefectsByType {
    static final Comparator<Row> BY_FREQUENCY = Comparator.comparing((Row row) -> -row.bigint(ErrorPareto.ERRORS))
            .thenComparing(row -> row.string(ErrorPareto.ERROR_CODE));

    private final ReportSource source;
    private final Period period;
    private final DefectTrends trends;
    private final DefectCases cases;

    DefectsByType(ReportSource source, Period period, DefectTrends trends, DefectCases cases) {
        this.source = source;
        this.period = period;
        this.trends = trends;
        this.cases = cases;
    }

    /** How many agents made an error of that type. */
    static long agents(DefectCases cases, String code) {
        return cases.inspections().stream()
                .filter(inspection -> inspection.errors.stream()
                        .anyMatch(error -> error.code().equals(code)))
                .map(inspection -> inspection.agentId)
                .distinct()
                .count();
    }

    static String rootCause(ReportSource source, String code) {
        return source.names()
                .errorTypeRow(code)
                .map(row -> row.string(DimErrorType.ROOT_CAUSE))
                .orElse(null);
    }

    Section section() {
        String title = source.say("section.types");
        Optional<Row> centre = trends.centre();
        if (centre.isEmpty()) {
            return Section.onNewPage(title, Paragraph.body(source.say("errors.none-inspected")));
        }
        Map<String, Row> pareto = source
                .rows(
                        ErrorPareto.TABLE,
                        Condition.equal(ErrorPareto.MONTH, period.monthOfFirstDay()),
                        Condition.equal(ErrorPareto.PERIOD_TYPE, period.type()),
                        Condition.equal(ErrorPareto.PERIOD_START, period.first()))
                .stream()
                .collect(Collectors.toMap(row -> row.string(ErrorPareto.ERROR_CODE), row -> row));
        List<Line> lines = new ArrayList<>();
        trends.types(null).forEach(row -> lines.add(line(row, Optional.ofNullable(pareto.get(ErrorRates.code(row))))));
        lines.add(total(centre.get()));
        return Section.onNewPage(
                title,
                new Grid(source.say("types.title"), columns(), lines),
                Paragraph.note(source.say("defects.types.how-to-read")));
    }

    private List<Grid.Heading> columns() {
        return List.of(
                source.column("defects.column.code", Format.TEXT, 9),
                source.column("column.type", Format.TEXT, 22),
                source.column("column.severity", Format.TEXT, 9),
                source.column("column.category", Format.TEXT, 11),
                source.column("defects.column.root-cause", Format.TEXT, 16),
                source.column("defects.column.item", Format.TEXT, 20),
                source.column("column.errors", Format.INTEGER, 9),
                source.column("column.share", Format.PERCENT, 9),
                source.column("defects.column.cumulative", Format.PERCENT, 10),
                source.column("defects.column.vital", Format.TEXT, 10),
                source.column("defects.column.agents", Format.INTEGER, 11),
                source.column("column.rate", Format.TWO_DECIMALS, 10),
                new Grid.Heading(period.previous().toString(), Format.TWO_DECIMALS, 10),
                new Grid.Heading(period.lastYear().toString(), Format.TWO_DECIMALS, 10),
                source.column("column.lower-limit", Format.TWO_DECIMALS, 10),
                source.column("column.upper-limit", Format.TWO_DECIMALS, 10),
                source.column("column.signal", Format.TEXT, 18));
    }

    private Line line(Row row, Optional<Row> pareto) {
        String code = ErrorRates.code(row);
        String item = cases.itemOf(code);
        return Line.of(
                code,
                source.names().errorType(code),
                ErrorText.severity(source, code),
                ErrorText.categoryOf(source, code),
                rootCause(source, code),
                item == null ? null : DefectItems.label(source, item),
                row.bigint(ErrorTrend.ERRORS),
                pareto.map(of -> of.number(ErrorPareto.SHARE)).orElse(null),
                pareto.map(of -> of.number(ErrorPareto.CUMULATIVE_SHARE)).orElse(null),
                pareto.filter(of -> of.bool(ErrorPareto.VITAL_FEW))
                        .map(of -> source.say("defects.vital"))
                        .orElse(null),
                agents(cases, code),
                row.number(ErrorTrend.RATE_PER_100),
                row.number(ErrorTrend.PREVIOUS_RATE),
                row.number(ErrorTrend.LAST_YEAR_RATE),
                row.number(ErrorTrend.LOWER_LIMIT),
                row.number(ErrorTrend.UPPER_LIMIT),
                TeamSection.signal(source, row));
    }

    private Line total(Row centre) {
        return Line.total(
                source.say("centre"),
                source.say("errors.all"),
                null,
                null,
                null,
                null,
                centre.bigint(ErrorTrend.ERRORS),
                centre.bigint(ErrorTrend.ERRORS) == 0 ? null : Double.valueOf(1),
                null,
                null,
                cases.inspections().stream()
                        .filter(inspection -> !inspection.errors.isEmpty())
                        .map(inspection -> inspection.agentId)
                        .distinct()
                        .count(),
                centre.number(ErrorTrend.RATE_PER_100),
                centre.number(ErrorTrend.PREVIOUS_RATE),
                centre.number(ErrorTrend.LAST_YEAR_RATE),
                centre.number(ErrorTrend.LOWER_LIMIT),
                centre.number(ErrorTrend.UPPER_LIMIT),
                TeamSection.signal(source, centre));
    }
}
