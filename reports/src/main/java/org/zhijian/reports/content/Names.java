package org.zhijian.reports.content;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimScorecardItem;

/** What numbers and codes are called. Whatever has no name is called by its number or code. */
final class Names {
    private final Map<String, List<Row>> agents;
    private final Map<String, Row> errorTypes = new HashMap<>();
    private final Map<String, String> items = new HashMap<>();
    private final Map<String, String> inspectors = new HashMap<>();

    private Names(Map<String, List<Row>> agents) {
        this.agents = agents;
    }

    static Names of(ReportSource source) {
        Map<String, List<Row>> agents = new TreeMap<>(source.rows(DimAgent.TABLE).stream()
                .filter(row -> row.bigint(DimAgent.AGENT_KEY) != 0)
                .sorted(Comparator.comparing(row -> row.date(DimAgent.VALID_FROM)))
                .collect(Collectors.groupingBy(row -> row.string(DimAgent.AGENT_ID))));
        Names names = new Names(agents);
        source.rows(DimErrorType.TABLE).forEach(row -> names.errorTypes.put(row.string(DimErrorType.ERROR_CODE), row));
        source.rows(DimScorecardItem.TABLE).stream()
                .filter(row -> row.string(DimScorecardItem.ITEM_NAME) != null)
                .sorted(Comparator.comparing(row -> row.date(DimScorecardItem.VALID_FROM)))
                .forEach(row -> names.items.put(
                        row.string(DimScorecardItem.ITEM_CODE), row.string(DimScorecardItem.ITEM_NAME)));
        source.rows(DimInspector.TABLE).stream()
                .filter(row -> row.string(DimInspector.NAME) != null)
                .forEach(row ->
                        names.inspectors.put(row.string(DimInspector.INSPECTOR_ID), row.string(DimInspector.NAME)));
        return names;
    }

    /** The agent's name. */
    String agent(String agentId) {
        return spans(agentId).stream()
                .map(row -> row.string(DimAgent.NAME))
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(agentId);
    }

    /** The agent's team on that day, or null where it is not known. */
    String teamOf(String agentId, LocalDate day) {
        return span(agentId, day).map(row -> row.string(DimAgent.TEAM)).orElse(null);
    }

    /** The row of the agent dimension that holds on that day. */
    Optional<Row> span(String agentId, LocalDate day) {
        return spans(agentId).stream()
                .filter(row -> !row.date(DimAgent.VALID_FROM).isAfter(day)
                        && row.date(DimAgent.VALID_TO).isAfter(day))
                .findFirst();
    }

    String errorType(String code) {
        Row row = errorTypes.get(code);
        return row == null || row.string(DimErrorType.NAME) == null ? code : row.string(DimErrorType.NAME);
    }

    /** The row of the error type, if it is known. */
    Optional<Row> errorTypeRow(String code) {
        return Optional.ofNullable(errorTypes.get(code));
    }

    boolean isSevere(String errorCode) {
        return errorTypeRow(errorCode)
                .filter(row -> "severe".equals(row.string(DimErrorType.SEVERITY)))
                .isPresent();
    }

    /** The scorecard item's name in its latest version. */
    String item(String code) {
        return items.getOrDefault(code, code);
    }

    String inspector(String inspectorId) {
        return inspectors.getOrDefault(inspectorId, inspectorId);
    }

    private List<Row> spans(String agentId) {
        return agents.getOrDefault(agentId, List.of());
    }
}
