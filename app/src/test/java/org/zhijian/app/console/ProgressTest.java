package org.zhijian.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.text.Text;

class ProgressTest {

    @Test
    void aLogFileGetsOneLineForAQuickStep() {
        StringWriter log = new StringWriter();
        Progress progress = Progress.lines(new PrintWriter(log), new Text(Text.ENGLISH));

        try (Progress.Step step = progress.begin("loading")) {
            step.at(1, 2);
            step.done(2);
        }
        try (Progress.Step failed = progress.begin("failing")) {
            failed.at(1, 2);
        }

        assertThat(log.toString().lines()).singleElement().asString().matches("loading: 2, \\d+\\.\\d s");
    }

    @Test
    void aTerminalGetsABar() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        try (Progress.Step step = Progress.bars(new PrintStream(terminal, true, StandardCharsets.UTF_8))
                .begin("loading")) {
            step.at(1, 2);
            step.done(2);
        }

        assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("loading", "100%", "2/2");
    }
}
