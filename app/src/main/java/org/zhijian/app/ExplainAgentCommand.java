package org.zhijian.app;

import java.time.YearMonth;
import org.zhijian.app.console.Console;
import org.zhijian.reports.explain.Explainer;
import org.zhijian.reports.read.PublishedWarehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain tier}, {@code quota}, {@code flag}, {@code adjustment}: where an agent's numbers of a month come from. */
@Command
final class ExplainAgentCommand implements Runnable {
    private final Console console;
    private final Explainer explainer;

    @Option(names = "--agent", paramLabel = "AGENT_ID", required = true)
    private String agentId;

    @Option(names = "--month", paramLabel = "MONTH", required = true)
    private YearMonth month;

    @Mixin
    private ReadOptions read;

    ExplainAgentCommand(Console console, Explainer explainer) {
        this.console = console;
        this.explainer = explainer;
    }

    @Override
    public void run() {
        PublishedWarehouse warehouse = read.open();
        new ExplanationView(console)
                .print(explainer.explain(warehouse, agentId, month, console.text()), warehouse.publication());
    }
}
