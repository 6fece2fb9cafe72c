package org.zhijian.reports.content;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhijian.reports.content.DefectCases.Found;
import org.zhijian.reports.content.DefectCases.Inspection;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;

/** Every error of a period that stands, one a line, to filter and pivot; lines are made while they are read. */
final class DefectCaseList {
    private final ReportSource source;
    private final DefectCases cases;
    /** What repeats in a million lines is said once. */
    private final Map<String, ErrorType> types = new ConcurrentHashMap<>();

    private final Map<String, String> words = new ConcurrentHashMap<>();

    DefectCaseList(ReportSource source, DefectCases cases) {
        this.source = source;
        this.cases = cases;
    }

    /** What a line says of an error's type. */
    private record ErrorType(String name, String severity, String category, String rootCause, String item) {}

    Section section() {
        String title = source.say("defects.section.cases");
        long errors = cases.errors();
        if (errors == 0) {
            return Section.onNewPage(title, Paragraph.body(source.say("pareto.none")));
        }
        return Section.onNewPage(
                title,
                Paragraph.lead(source.say("defects.cases.lead", errors)),
                new Grid(source.say("defects.cases"), columns(), () -> cases.inspections().stream()
                        .flatMap(this::lines)
                        .iterator()),
                Paragraph.note(source.say("defects.cases.how-to-read")));
    }

    private List<Grid.Heading> columns() {
        return List.of(
                source.column("column.evaluation", Format.TEXT, 18),
                source.column("column.evaluated-on", Format.DATE, 11),
                source.column("column.agent-id", Format.TEXT, 11),
                source.column("column.name", Format.TEXT, 12),
                source.column("column.team", Format.TEXT, 14),
                source.column("defects.column.code", Format.TEXT, 9),
                source.column("column.type", Format.TEXT, 22),
                source.column("column.severity", Format.TEXT, 9),
                source.column("column.category", Format.TEXT, 11),
                source.column("defects.column.root-cause", Format.TEXT, 16),
                source.column("defects.column.item", Format.TEXT, 20),
                source.column("defects.column.points-lost", Format.TWO_DECIMALS, 10),
                source.column("inspection.column.score", Format.TWO_DECIMALS, 9),
                source.column("column.qa-category", Format.TEXT, 14),
                source.column("inspection.column.method", Format.TEXT, 11),
                source.column("column.inspector", Format.TEXT, 12),
                source.column("column.interaction", Format.TEXT, 20),
                source.column("defects.column.recording", Format.TEXT, 24),
                source.column("defects.column.note", Format.TEXT, 30),
                source.column("defects.column.comment", Format.TEXT, 50));
    }

    private Stream<Line> lines(Inspection inspection) {
        return IntStream.range(0, inspection.errors.size()).mapToObj(error -> line(inspection, error));
    }

    private ErrorType type(String code) {
        String item = cases.itemOf(code);
        return new ErrorType(
                source.names().errorType(code),
                ErrorText.severity(source, code),
                ErrorText.categoryOf(source, code),
                DefectsByType.rootCause(source, code),
                item == null ? null : DefectItems.label(source, item));
    }

    private String method(String method) {
        return method == null ? null : words.computeIfAbsent(method, code -> CodeText.method(source, code));
    }

    private Line line(Inspection inspection, int place) {
        Found error = inspection.errors.get(place);
        ErrorType type = types.computeIfAbsent(error.code(), this::type);
        return Line.of(
                inspection.id,
                inspection.day,
                inspection.agentId,
                source.names().agent(inspection.agentId),
                source.names().teamOf(inspection.agentId, inspection.day),
                error.code(),
                type.name(),
                type.severity(),
                type.category(),
                type.rootCause(),
                type.item(),
                inspection.lost(place),
                inspection.score,
                words.computeIfAbsent(inspection.category, code -> CodeText.category(source, code)),
                method(inspection.method),
                source.names().inspector(inspection.inspectorId),
                inspection.interactionId,
                inspection.recording(),
                error.note(),
                inspection.comment);
    }
}
