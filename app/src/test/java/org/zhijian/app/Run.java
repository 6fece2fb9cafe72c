package org.zhijian.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.zhijian.app.console.Console;
import org.zhijian.app.console.Progress;
import org.zhijian.schema.text.Text;

/**
 * A command that was run: what it wrote and how it ended.
 *
 * @param exitCode the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int exitCode, String out, String err) {

    /** Runs a command in English. */
    static Run of(String... args) {
        return in("en", args);
    }

    static Run in(String language, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Zhijian.run(console(language, out, err), args);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** A console for a command, which begins without the log of a night that was run before in this process. */
    static Console console(String language, StringWriter out, StringWriter err) {
        System.clearProperty("zhijian.log");
        Text text = Languages.of(Languages.OPTION, language);
        PrintWriter messages = new PrintWriter(err);
        return new Console(new PrintWriter(out), messages, text, Progress.lines(messages, text));
    }
}
