package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.Escalation;

/** What went to the team leaders as if it were severe (R8), summed up by team and by error type. */
final class Escalations {
    private final ReportSource source;
    private final Period period;

    private Escalations(ReportSource source, Period period) {
        this.source = source;
        this.period = period;
    }

    static List<Block> blocks(ReportSource source, Period period) {
        return new Escalations(source, period).blocks();
    }

    /** The rows of a QA month. */
    static Stream<Row> of(ReportSource source, Period month) {
        return source.rows(Escalation.TABLE, Condition.equal(Escalation.MONTH, month.first())).stream();
    }

    private List<Block> blocks() {
        List<Row> repeated = period.months().stream()
                .flatMap(month -> of(source, month))
                .filter(row -> row.string(Escalation.REASON).equals("repeated_error"))
                .filter(row -> period.includes(row.date(Escalation.REACHED_ON)))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (repeated.isEmpty()) {
            blocks.add(Paragraph.body(source.say("escalations.none")));
            return blocks;
        }
        blocks.add(Paragraph.body(source.say("escalations.repeated", repeated.size(), agents(repeated))));
        Map<String, List<Row>> byTeam = repeated.stream()
                .collect(
                        Collectors.groupingBy(this::team, () -> new TreeMap<>(TeamOrder.BY_NAME), Collectors.toList()));
        Map<String, List<Row>> byType = repeated.stream()
                .collect(Collectors.groupingBy(
                        row -> row.string(Escalation.ERROR_CODE), TreeMap::new, Collectors.toList()));
        blocks.add(grid("escalations.by-team", "column.team", byTeam, Function.identity()));
        blocks.add(grid("escalations.by-type", "column.type", byType, code -> ErrorText.type(source, code)));
        return blocks;
    }

    private Grid grid(String title, String groupColumn, Map<String, List<Row>> groups, Function<String, String> name) {
        List<Line> lines = groups.entrySet().stream()
                .sorted(Map.Entry.<String, List<Row>>comparingByValue((a, b) -> b.size() - a.size())
                        .thenComparing(Map.Entry.comparingByKey(TeamOrder.BY_NAME)))
                .map(group -> Line.of(
                        name.apply(group.getKey()),
                        agents(group.getValue()),
                        group.getValue().size(),
                        occurrences(group.getValue())))
                .toList();
        return new Grid(
                source.say(title),
                List.of(
                        source.column(groupColumn, Format.TEXT, 30),
                        source.column("column.agents", Format.INTEGER, 10),
                        source.column("column.escalations", Format.INTEGER, 12),
                        source.column("column.occurrences", Format.INTEGER, 12)),
                lines);
    }

    private String team(Row row) {
        String team = row.string(Escalation.TEAM);
        return team == null ? source.say("no-team") : team;
    }

    private static long agents(Collection<Row> rows) {
        return rows.stream()
                .map(row -> row.string(Escalation.AGENT_ID))
                .distinct()
                .count();
    }

    private static long occurrences(Collection<Row> rows) {
        return rows.stream()
                .mapToLong(row -> row.bigint(Escalation.OCCURRENCES))
                .sum();
    }
}
