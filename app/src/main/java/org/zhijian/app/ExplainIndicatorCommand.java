package org.zhijian.app;

import java.time.YearMonth;
import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.reports.explain.IndicatorExplainer;
import org.zhijian.reports.read.PublishedWarehouse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain indicator}: where an assessment indicator's value of a month comes from. */
@Command(name = "indicator")
final class ExplainIndicatorCommand implements Runnable {
    private final Console console;

    @Option(names = "--indicator", paramLabel = "NAME", required = true)
    private String indicator;

    @Option(names = "--month", paramLabel = "MONTH", required = true)
    private YearMonth month;

    @ArgGroup
    private Part part;

    @Mixin
    private ReadOptions read;

    ExplainIndicatorCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        PublishedWarehouse warehouse = read.open();
        IndicatorExplainer explainer =
                part == null ? IndicatorExplainer.ofCentre(indicator) : part.explainer(indicator);
        new ExplanationView(console)
                .print(List.of(explainer.explain(warehouse, month, console.text())), warehouse.publication());
    }

    /** One of the two; without it the whole centre. */
    private static final class Part {
        @Option(names = "--agent", paramLabel = "AGENT_ID")
        private String agentId;

        @Option(names = "--team", paramLabel = "TEAM")
        private String team;

        private IndicatorExplainer explainer(String indicator) {
            return agentId == null
                    ? IndicatorExplainer.ofTeam(indicator, team)
                    : IndicatorExplainer.ofAgent(indicator, agentId);
        }
    }
}
