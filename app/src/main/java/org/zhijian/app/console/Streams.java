package org.zhijian.app.console;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The standard streams in the terminal's own encoding. */
public final class Streams {
    private static final boolean AUTO_FLUSH = true;

    /** A writer over a standard stream; where the terminal's encoding has no Chinese, in UTF-8. */
    public static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, charset()), AUTO_FLUSH);
    }

    /** Whether a person watches the messages: the start script knows, and says so. */
    public static boolean isTerminal() {
        return Boolean.getBoolean("zhijian.terminal");
    }

    /** Whether another program reads the results, which it can stop doing: the start script knows, and says so. */
    public static boolean isPipe() {
        return Boolean.getBoolean("zhijian.pipe");
    }

    private static Charset charset() {
        Charset terminal = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return terminal.newEncoder().canEncode('质') ? terminal : StandardCharsets.UTF_8;
    }

    private Streams() {}
}
