package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRecordsTest {
    @TempDir
    private Path folder;

    @Test
    void anObjectALineWithAnyNames() throws IOException {
        Path file = Records.write(
                folder,
                "x.jsonl",
                """
                {"a": " x ", "b": 10000000000, "c": 1e2, "e": 1e999999999}

                {"b": null, "d": {"e": [1, "y"]}, "a": ""}
                """);
        assertThat(Records.of(file, SourceOptions.plain(Format.JSONL, "UTF-8")))
                .containsExactly("a|b|c|e|d", "1: x|10000000000|100|1E+999999999|", "3: ||||{\"e\":[1,\"y\"]}");
    }

    @Test
    void aLineThatIsNoObjectIsReportedAndReadingGoesOn() throws IOException {
        Path file = Records.write(folder, "x.jsonl", "{\"a\": 1\n[1]\n{\"a\": 1} {\"a\": 2}\ntext\n{\"a\": 3}");
        assertThat(Records.of(file, SourceOptions.plain(Format.JSONL, "UTF-8")))
                .containsExactly("a", "1: not_json", "2: not_json", "3: not_json", "4: not_json", "5: 3");
    }

    @Test
    void aLineWithoutEndIsNotHeldInMemory() {
        Path file = Records.write(folder, "x.jsonl", "{\"a\": \"" + "x".repeat(20_000_000) + "\"}\n{\"a\": 1}\n");
        assertThatThrownBy(() -> Records.of(file, SourceOptions.plain(Format.JSONL, "UTF-8")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void aNameOfItsOwnInEveryRecordIsNoColumn() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append("{\"a").append(i).append("\": 1}\n");
        }
        Path file = Records.write(folder, "x.jsonl", text.toString());
        assertThatThrownBy(() -> Records.of(file, SourceOptions.plain(Format.JSONL, "UTF-8")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("columns");
    }
}
