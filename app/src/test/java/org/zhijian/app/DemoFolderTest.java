package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderWithSomethingElseInItIsLeftAlone() throws IOException {
        Path own = Files.writeString(folder.resolve("thesis.txt"), "years of work");

        Run run = Run.of("demo", "--out", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("holds something else than a demo");
        assertThat(own).hasContent("years of work");
        assertThat(folder.toFile().list()).containsExactly("thesis.txt");
        assertThat(Run.of("demo", "--out", own.toString()).err()).contains("holds something else than a demo");
    }

    @Test
    void aDemoIsCleared() throws IOException {
        Path out = folder.resolve("demo");
        Path old = DemoFolder.cleared(out).landing().resolve("2026-10/agents.csv");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");
        Path beside = Files.writeString(out.resolve("notes.txt"), "mine");

        DemoFolder again = DemoFolder.cleared(out);

        assertThat(again.landing()).doesNotExist();
        assertThat(beside).hasContent("mine");
    }
}
