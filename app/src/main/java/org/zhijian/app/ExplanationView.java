package org.zhijian.app;

import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.DisplayWidth;
import org.zhijian.app.console.TextTable;
import org.zhijian.reports.explain.Explanation;
import org.zhijian.schema.publication.Publication;

/** Writes explanations for a terminal: the steps numbered, the evaluations as a table. */
record ExplanationView(Console console) {
    private static final int LINE = 100;
    private static final String INDENT = "     ";

    void print(List<Explanation> explanations, Publication publication) {
        for (Explanation explanation : explanations) {
            print(explanation);
            console.out().println();
        }
        console.say("app.explain.publication", publication.number(), publication.businessDate());
    }

    private void print(Explanation explanation) {
        console.out().println(explanation.title());
        int number = 0;
        for (String step : explanation.steps()) {
            String label = "%3d. ".formatted(++number);
            for (String line : DisplayWidth.wrap(step, LINE - INDENT.length())) {
                console.out().println(label + line);
                label = INDENT;
            }
        }
        if (!explanation.evaluations().isEmpty()) {
            console.out().println();
            TextTable table = new TextTable()
                    .column(console.text().of("app.column.evaluation"))
                    .column(console.text().of("app.column.day"))
                    .number(console.text().of("app.column.score"))
                    .column(console.text().of("app.column.basis"))
                    .column(console.text().of("app.column.remark"));
            explanation
                    .evaluations()
                    .forEach(evaluation -> table.row(
                            evaluation.evaluationId(),
                            evaluation.day(),
                            evaluation.score(),
                            evaluation.basis(),
                            evaluation.remark()));
            table.print(console.out());
        }
    }
}
