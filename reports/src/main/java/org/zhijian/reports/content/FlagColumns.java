package org.zhijian.reports.content;

import java.util.List;
import org.zhijian.reports.document.Format;

/** What tables say of competency flags: whom each is about, what was reached, and how much that means. */
final class FlagColumns {
    private final ReportSource source;

    FlagColumns(ReportSource source) {
        this.source = source;
    }

    /** Whom a flag is about and what was reached. */
    List<TableColumn<Flag>> reached() {
        return List.of(
                new TableColumn<>(source.column("column.agent-id", Format.TEXT, 10), Flag::agentId),
                new TableColumn<>(source.column("column.name", Format.TEXT, 12), flag -> source.names()
                        .agent(flag.agentId())),
                new TableColumn<>(source.column("column.team", Format.TEXT, 12), flag -> flag.team(source)),
                new TableColumn<>(source.column("column.rule", Format.TEXT, 26), flag -> flag.ruleInWords(source)),
                new TableColumn<>(source.column("column.period", Format.TEXT, 14), flag -> flag.span(source)),
                new TableColumn<>(source.column("column.reached-on", Format.DATE, 11), Flag::reachedOn),
                new TableColumn<>(source.column("column.occurrences", Format.INTEGER, 9), Flag::occurrences));
    }

    /** How many of the agent's interactions were inspected. */
    TableColumn<Flag> inspected() {
        return new TableColumn<>(source.column("column.inspected", Format.INTEGER, 9), Flag::inspected);
    }

    /** How many occurrences the centre's rate would lead one to expect. */
    TableColumn<Flag> expected() {
        return new TableColumn<>(source.column("column.expected", Format.TWO_DECIMALS, 9), Flag::expected);
    }

    /** Whether it is provisional. */
    TableColumn<Flag> state() {
        return new TableColumn<>(source.column("column.state", Format.TEXT, 12), flag -> flag.state(source));
    }
}
