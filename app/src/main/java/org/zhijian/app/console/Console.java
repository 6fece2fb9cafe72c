package org.zhijian.app.console;

import java.io.PrintWriter;
import org.zhijian.schema.text.Text;

/**
 * Where a command writes to, and in which language.
 *
 * @param out results
 * @param err messages and progress
 * @param text the language
 * @param progress shows how far a long command has come
 */
public record Console(PrintWriter out, PrintWriter err, Text text, Progress progress) {

    /** Writes the message of that key, with its arguments in it, as a line of the results. */
    public void say(String key, Object... arguments) {
        out.println(text.of(key, arguments));
    }

    /** Writes the message of that key, with its arguments in it, as a line of the messages. */
    public void warn(String key, Object... arguments) {
        err.println(text.of(key, arguments));
    }
}
