package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhijian.reports.content.DefectCases.Found;
import org.zhijian.reports.content.DefectCases.Inspection;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The errors of a period by agent, beside the team's rate. */
final class DefectsByAgent {
    private final ReportSource source;
    private final DefectTrends trends;
    private final Map<String, Agent> agents = new TreeMap<>();

    DefectsByAgent(ReportSource source, DefectCases cases, DefectTrends trends) {
        this.source = source;
        this.trends = trends;
        cases.inspections().forEach(inspection -> agents.computeIfAbsent(inspection.agentId, none -> new Agent())
                .add(inspection));
    }

    /** What was found in the work of one. */
    private static final class Agent {
        private final Map<String, Long> byCode = new HashMap<>();
        private long evaluations;
        private long withErrors;
        private Inspection last;

        private void add(Inspection inspection) {
            evaluations++;
            withErrors += inspection.errors.isEmpty() ? 0 : 1;
            last = inspection;
            for (Found error : inspection.errors) {
                byCode.merge(error.code(), 1L, Long::sum);
            }
        }

        private long errors() {
            return byCode.values().stream().mapToLong(Long::longValue).sum();
        }

        private List<Map.Entry<String, Long>> mostFrequent() {
            return byCode.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .toList();
        }
    }

    Section section() {
        String title = source.say("defects.section.agents");
        if (agents.isEmpty()) {
            return Section.onNewPage(title, Paragraph.body(source.say("errors.none-inspected")));
        }
        return Section.onNewPage(
                title,
                new Grid(
                        source.say("defects.agents"),
                        List.of(
                                source.column("column.agent-id", Format.TEXT, 11),
                                source.column("column.name", Format.TEXT, 12),
                                source.column("column.team", Format.TEXT, 14),
                                source.column("column.evaluations", Format.INTEGER, 10),
                                source.column("defects.column.with-errors", Format.INTEGER, 11),
                                source.column("column.errors", Format.INTEGER, 9),
                                source.column("column.severe-errors", Format.INTEGER, 10),
                                source.column("column.rate", Format.TWO_DECIMALS, 10),
                                source.column("defects.column.team-rate", Format.TWO_DECIMALS, 11),
                                source.column("defects.column.most-frequent", Format.TEXT, 28),
                                source.column("defects.column.second", Format.TEXT, 28)),
                        lines()),
                Paragraph.note(source.say("defects.agents.how-to-read")));
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        agents.forEach((id, agent) -> lines.add(line(id, agent)));
        return lines;
    }

    private Line line(String id, Agent agent) {
        String team = source.names().teamOf(id, agent.last.day);
        List<Map.Entry<String, Long>> types = agent.mostFrequent();
        return Line.of(
                id,
                source.names().agent(id),
                team,
                agent.evaluations,
                agent.withErrors,
                agent.errors(),
                types.stream()
                        .filter(type -> source.names().isSevere(type.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                100.0 * agent.errors() / agent.evaluations,
                team == null
                        ? null
                        : trends.team(team)
                                .map((Row row) -> row.number(ErrorTrend.RATE_PER_100))
                                .orElse(null),
                type(types, 0),
                type(types, 1));
    }

    private String type(List<Map.Entry<String, Long>> types, int place) {
        return place >= types.size()
                ? null
                : source.say(
                        "defects.most-frequent",
                        ErrorText.type(source, types.get(place).getKey()),
                        types.get(place).getValue());
    }
}
