package org.zhijian.app.night;

import org.zhijian.app.console.Console;
import org.zhijian.etl.run.Violation;

/** Tells of declared checks that do not hold. */
final class Violations {
    /** Names the check and some of the rows that break it, as messages. */
    static void print(Violation violation, Console console) {
        console.warn("app.check.violated", violation.table(), violation.check());
        violation.rows().forEach(row -> console.err().println("    " + row));
    }

    private Violations() {}
}
