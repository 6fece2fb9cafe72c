package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.raw.Interactions;

class GenerateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theOptionsMakeTheCentre() throws IOException {
        Run run = generate("3", "--interactions", "500", "--until", "2026-09-10", "--gzip");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern(Interactions.ENTITY.name() + " +\\d+")
                .contains(folder.toString());
        assertThat(run.err()).contains("generating: ");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                    .isNotEmpty()
                    .allMatch(name -> name.endsWith(".csv.gz"))
                    .anyMatch(name -> name.contains("2026-09-10"));
        }
    }

    @Test
    void aCentreThatCannotBeIsTheUsersToMend() {
        Run run = generate("0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("zhijian: ").contains("agents");
        assertThat(folder).isEmptyDirectory();
    }

    private Run generate(String agents, String... more) {
        String[] fixed = {"generate", "--out", folder.toString(), "--agents", agents, "--months", "1", "--seed", "1"};
        return Run.of(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }
}
