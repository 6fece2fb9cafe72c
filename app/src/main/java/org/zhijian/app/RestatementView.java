package org.zhijian.app;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.DisplayWidth;
import org.zhijian.reports.restatement.Cause;
import org.zhijian.reports.restatement.Restatement;
import org.zhijian.schema.publication.Publication;

/** Lists restatements for a terminal, publication by publication. */
record RestatementView(Console console) {
    private static final int LINE = 100;

    void print(List<Restatement> restatements) {
        long number = 0;
        for (Restatement restatement : restatements) {
            Publication publication = restatement.publication();
            if (publication.number() != number) {
                if (number > 0) {
                    console.out().println();
                }
                number = publication.number();
                console.say("app.restatements.publication", number, publication.businessDate(), publication.madeOn());
            }
            print(
                    "  ",
                    console.text()
                            .of(
                                    "app.restatements.change",
                                    restatement.table().name(),
                                    restatement.period(),
                                    restatement.agentId(),
                                    restatement.item() == null ? "" : " (" + restatement.item() + ")",
                                    value(restatement.before()),
                                    value(restatement.after())));
            print("      ", because(restatement.cause()));
        }
    }

    private String value(String value) {
        return value == null ? console.text().of("app.restatements.no-row") : value;
    }

    private String because(Cause cause) {
        List<String> reasons = new ArrayList<>();
        if (!cause.ownAppeals().isEmpty()) {
            reasons.add(console.text().of("app.restatements.own-appeals", String.join(", ", cause.ownAppeals())));
        }
        if (!cause.otherAppeals().isEmpty()) {
            reasons.add(console.text().of("app.restatements.other-appeals", String.join(", ", cause.otherAppeals())));
        }
        if (!cause.settings().isEmpty()) {
            reasons.add(console.text().of("app.restatements.settings", String.join(", ", cause.settings())));
        }
        if (cause.software() != null) {
            reasons.add(console.text().of("app.restatements.software", cause.software()));
        }
        return reasons.isEmpty() ? console.text().of("app.restatements.late") : String.join(" ", reasons);
    }

    private void print(String indent, String paragraph) {
        DisplayWidth.wrap(paragraph, LINE - indent.length())
                .forEach(line -> console.out().println(indent + line));
    }
}
