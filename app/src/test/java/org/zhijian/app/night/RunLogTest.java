package org.zhijian.app.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class RunLogTest {
    @TempDir
    private Path warehouse;

    @BeforeEach
    @AfterEach
    void logNowhere() {
        System.clearProperty("zhijian.log");
        Configurator.reconfigure();
    }

    @Test
    void whatIsSaidAfterTheFileIsNamedIsInItLineByLine() throws IOException {
        StringWriter out = new StringWriter();
        PrintWriter console = RunLog.copied(new PrintWriter(out), Level.INFO);
        console.println("said before");
        LoggerFactory.getLogger("org.example").warn("logged before");

        RunLog.begin(warehouse, "check", ZoneOffset.UTC);
        RunLog.begin(warehouse, "another", ZoneOffset.UTC);
        console.print("file inter");
        console.println("actions-20261015.csv");
        console.println();
        LoggerFactory.getLogger("org.example").warn("customer 13900130001");

        assertThat(out).hasToString("said before\nfile interactions-20261015.csv\n\n");
        Path file = RunLog.file().orElseThrow();
        assertThat(file.getParent()).isEqualTo(warehouse.resolve("logs"));
        assertThat(file.getFileName().toString()).matches("check-\\d{8}-\\d{6}\\.log");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).endsWith(" INFO  file interactions-20261015.csv");
        assertThat(lines.get(1)).endsWith(" WARN  o.example customer ***");
        try (Stream<Path> files = Files.list(warehouse.resolve("logs"))) {
            assertThat(files).containsExactly(file);
        }
    }
}
