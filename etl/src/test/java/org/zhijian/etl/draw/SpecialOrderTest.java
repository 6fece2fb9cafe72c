package org.zhijian.etl.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.schema.text.UserError;

class SpecialOrderTest {
    private static final String REFUNDS =
            """
            topic: refunds
            from: 2026-04-10
            to: "2026-05-09"
            condition: business_type = 'report'
            interactions: 10
            method: online
            """;

    @TempDir
    private Path folder;

    @Test
    void anOrderIsReadFromYaml() throws IOException {
        Files.writeString(folder.resolve("refunds.yaml"), REFUNDS);

        assertThat(SpecialOrder.readAll(folder))
                .containsExactly(new SpecialOrder(
                        "refunds",
                        LocalDate.of(2026, 4, 10),
                        LocalDate.of(2026, 5, 9),
                        "business_type = 'report'",
                        10,
                        "online"));
        assertThat(SpecialOrder.readAll(folder.resolve("none"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "topic: refunds, topic: '', topic",
        "2026-04-10, April, from",
        "2026-05-09, 2026-04-09, a day from 2026-04-10",
        "interactions: 10, interactions: none, whole number",
        "method: online, method: guess, dial_test",
        "method: online, methods: online, means nothing"
    })
    void aWrongValueIsRefusedWithWhatIsAllowed(String right, String wrong, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("refunds.yaml"), REFUNDS.replace(right, wrong));

        assertThatThrownBy(() -> SpecialOrder.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(said);
    }

    @Test
    void twoOrdersWithOneTopicAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), REFUNDS);
        Files.writeString(folder.resolve("b.yml"), REFUNDS);

        assertThatThrownBy(() -> SpecialOrder.readAll(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("b.yml");
    }
}
