package org.zhijian.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnlockedWriterTest {
    /** Shorter and longer than the buffer, and characters of one to four bytes that its end may part. */
    @Test
    void whatIsWrittenInPiecesIsTheText() throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (UnlockedWriter writer = new UnlockedWriter(bytes)) {
            for (int i = 0; i < 400; i++) {
                String piece = "aé质🎉".repeat(random.nextInt(i % 50 == 0 ? 20_000 : 200)) + "a".repeat(i % 3);
                text.append(piece);
                switch (i % 4) {
                    case 0 -> writer.write(piece);
                    case 1 -> writer.write("[" + piece + "]", 1, piece.length());
                    case 2 -> writer.write(("[" + piece + "]").toCharArray(), 1, piece.length());
                    default -> {
                        for (int at = 0; at < piece.length(); at++) {
                            writer.write(piece.charAt(at));
                        }
                    }
                }
            }
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
    }

    /** As POI does, which warns of what fails then. */
    @Test
    void aClosedOneCanBeClosedAgain() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        UnlockedWriter writer = new UnlockedWriter(bytes);
        writer.write("质检");
        writer.close();

        writer.close();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("质检");
    }

    @Test
    void flushingPassesOnWhatWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (UnlockedWriter writer = new UnlockedWriter(bytes)) {
            writer.write("质检");
            assertThat(bytes.size()).isZero();
            writer.flush();
            assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("质检");
        }
    }
}
