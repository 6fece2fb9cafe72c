package org.zhijian.etl.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.UserError;

class CustomerKeyTest {
    @TempDir
    private Path folder;

    @Test
    void theWarehousesOwnKeyIsMadeOnceAndIsNoOthers() {
        byte[] key = CustomerKey.of(Settings.defaults(), folder.resolve("a"));
        assertThat(CustomerKey.of(Settings.defaults(), folder.resolve("a"))).isEqualTo(key);
        assertThat(CustomerKey.of(Settings.defaults(), folder.resolve("b"))).isNotEqualTo(key);
    }

    @Test
    void aKeyThatTheCentreKeepsIsUsedAsItIs() {
        Path file = Records.write(folder, "key", "a secret of thirty-two bytes or more");
        assertThat(CustomerKey.of(stated(file), folder))
                .isEqualTo("a secret of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8));
        assertThat(folder.resolve("secret")).doesNotExist();
    }

    @Test
    void aKeyThatIsShortOrMissingIsRefused() {
        Path file = Records.write(folder, "key", "short");
        assertThatThrownBy(() -> CustomerKey.of(stated(file), folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("32");
        assertThatThrownBy(() -> CustomerKey.of(stated(folder.resolve("none")), folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none");
    }

    private static Settings stated(Path file) {
        return Settings.with(Map.of(Settings.CUSTOMER_KEY_FILE.key(), file.toString()));
    }
}
