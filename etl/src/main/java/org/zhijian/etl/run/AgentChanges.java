package org.zhijian.etl.run;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.zhijian.schema.star.DimAgent;

/**
 * How the agent dimension changed, as seen by what is made from it.
 *
 * @param spansSince for an agent whose spans changed, the first day from which facts need other keys
 * @param since the earliest day for which anything about an agent changed; {@link LocalDate#MAX} when nothing did
 */
record AgentChanges(Map<String, LocalDate> spansSince, LocalDate since) {
    static final AgentChanges NONE = new AgentChanges(Map.of(), LocalDate.MAX);

    /** Compares all rows of the dimension before and after. */
    static AgentChanges between(Collection<Row> before, Collection<Row> after) {
        Map<String, Set<Row>> old = byAgent(before);
        Map<String, Set<Row>> now = byAgent(after);
        Map<String, LocalDate> spansSince = new TreeMap<>();
        LocalDate since = LocalDate.MAX;
        for (Map.Entry<String, Set<Row>> agent : now.entrySet()) {
            Set<Row> was = old.getOrDefault(agent.getKey(), Set.of());
            if (was.equals(agent.getValue())) {
                continue;
            }
            // Of an agent who was not there no fact has a key yet.
            LocalDate spans = was.isEmpty() ? LocalDate.MAX : firstDifference(was, agent.getValue());
            if (!spans.equals(LocalDate.MAX)) {
                spansSince.put(agent.getKey(), spans);
            }
            since = earliest(since, earliest(spans, postDates(was, agent.getValue())));
        }
        return new AgentChanges(spansSince, since);
    }

    private static Map<String, Set<Row>> byAgent(Collection<Row> rows) {
        Map<String, Set<Row>> agents = new HashMap<>();
        for (Row row : rows) {
            agents.computeIfAbsent(row.getAs(DimAgent.AGENT_ID.name()), id -> new HashSet<>())
                    .add(row);
        }
        return agents;
    }

    /** The first day on which the agent has another key, team, grade or skill group. */
    private static LocalDate firstDifference(Set<Row> before, Set<Row> after) {
        Set<Map<String, Object>> old = spans(before);
        Set<Map<String, Object>> now = spans(after);
        LocalDate first = LocalDate.MAX;
        for (Map<String, Object> span : now) {
            if (!old.contains(span)) {
                first = earliest(first, (LocalDate) span.get(DimAgent.VALID_FROM.name()));
            }
        }
        for (Map<String, Object> span : old) {
            if (!now.contains(span)) {
                first = earliest(first, (LocalDate) span.get(DimAgent.VALID_FROM.name()));
            }
        }
        return first;
    }

    private static Set<Map<String, Object>> spans(Set<Row> rows) {
        Set<Map<String, Object>> spans = new HashSet<>();
        for (Row row : rows) {
            Map<String, Object> span = new HashMap<>();
            span.put(DimAgent.AGENT_KEY.name(), row.getAs(DimAgent.AGENT_KEY.name()));
            span.put(DimAgent.TEAM.name(), row.getAs(DimAgent.TEAM.name()));
            span.put(DimAgent.GRADE.name(), row.getAs(DimAgent.GRADE.name()));
            span.put(DimAgent.SKILL_GROUP.name(), row.getAs(DimAgent.SKILL_GROUP.name()));
            span.put(DimAgent.VALID_FROM.name(), day(row, DimAgent.VALID_FROM.name()));
            spans.add(span);
        }
        return spans;
    }

    /** The earliest of the days on the post that changed in a span, or that came with a new one. */
    private static LocalDate postDates(Set<Row> before, Set<Row> after) {
        LocalDate since = LocalDate.MAX;
        Map<LocalDate, Row> old = new HashMap<>();
        before.forEach(row -> old.put(day(row, DimAgent.VALID_FROM.name()), row));
        for (Row row : after) {
            LocalDate onPost = day(row, DimAgent.ON_POST_DATE.name());
            LocalDate left = day(row, DimAgent.LEFT_DATE.name());
            Row was = old.get(day(row, DimAgent.VALID_FROM.name()));
            LocalDate oldOnPost = was == null ? null : day(was, DimAgent.ON_POST_DATE.name());
            LocalDate oldLeft = was == null ? null : day(was, DimAgent.LEFT_DATE.name());
            if (!Objects.equals(onPost, oldOnPost)) {
                since = earliest(since, earliest(onPost, oldOnPost));
            }
            if (!Objects.equals(left, oldLeft)) {
                since = earliest(since, earliest(left, oldLeft));
            }
        }
        return since;
    }

    private static LocalDate day(Row row, String column) {
        Date date = row.getAs(column);
        return date == null ? null : date.toLocalDate();
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        if (one == null) {
            return other == null ? LocalDate.MAX : other;
        }
        return other == null || one.isBefore(other) ? one : other;
    }
}
