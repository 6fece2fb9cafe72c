package org.zhijian.schema.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class SettingsTest {
    private static final Path COMMITTED = Path.of("..", "config", "zhijian.yaml");
    private static final List<Setting<?>> ALL = Settings.ALL;

    @TempDir
    private Path folder;

    @Test
    void defaultsAreWhatTheDepartmentsMeasuresSay() {
        Settings defaults = Settings.defaults();

        assertThat(defaults.get(Settings.ZONE)).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(defaults.get(Settings.TIER_PERCENT)).isEqualByComparingTo("20");
        assertThat(defaults.get(Settings.NEWCOMER_MONTHS)).isEqualTo(3);
        assertThat(defaults.get(Settings.RANK_NEWCOMERS)).isFalse();
        assertThat(defaults.get(Settings.QUOTA_BASE_BY)).isEqualTo(BaseBy.CENTRE);
        assertThat(defaults.get(Settings.PEAK))
                .containsExactly(
                        new Setting.Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                        new Setting.Span(LocalTime.of(14, 0), LocalTime.of(18, 0)));
        assertThat(defaults.get(Settings.COMPETENCY_CATEGORIES)).containsExactly("agent", "event", "special");
        assertThat(defaults.get(Settings.TARGETS)).containsEntry("connection_rate", new BigDecimal("98"));
    }

    @Test
    void theCommittedFileIsTheTemplate() throws IOException {
        assertThat(Files.readString(COMMITTED)).isEqualTo(Settings.template());
        assertThat(Settings.read(COMMITTED).written())
                .isEqualTo(Settings.defaults().written());
    }

    @Test
    void everyDeclaredSettingCanBeSet() throws IllegalAccessException {
        for (Field field : Settings.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class) {
                assertThat(ALL).as(field.getName()).contains((Setting<?>) field.get(null));
            }
        }
        assertThat(ALL).extracting(Setting::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everySettingSaysItsMeaningInBothLanguagesAndWhatIsAllowed(Setting<?> setting) {
        assertThat(setting.meaning()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(setting.meaningZh()).containsPattern("\\p{IsHan}");
        assertThat(setting.allowed()).isNotBlank();
    }

    @Test
    void aFileReplacesWhatItNames() throws IOException {
        Path file = Files.writeString(
                folder.resolve("zhijian.yaml"),
                """
                tiers:
                  percent: 25
                centre:
                  time-bands:
                    peak: ["22:00-24:00"]
                landing:
                  mappings: others
                """);

        Settings settings = Settings.read(file);

        assertThat(settings.get(Settings.TIER_PERCENT)).isEqualByComparingTo("25");
        assertThat(settings.get(Settings.PEAK))
                .containsExactly(new Setting.Span(LocalTime.of(22, 0), LocalTime.MIDNIGHT));
        assertThat(settings.path(Settings.MAPPINGS)).isEqualTo(folder.resolve("others"));
        assertThat(settings.get(Settings.NEWCOMER_MONTHS)).isEqualTo(3);
        assertThat(settings.written()).containsEntry("tiers.percent", "25").hasSize(ALL.size());
    }

    @Test
    void anEmptyFileLeavesEveryDefault() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.yaml"), "# nothing\n");

        assertThat(Settings.read(file).written()).isEqualTo(Settings.defaults().written());
    }

    @ParameterizedTest
    @CsvSource({
        "tiers.percnt, tiers.percent",
        "tier.percent, tiers.percent",
        "competency.per-month, competency.in-month",
        "zone, centre.zone"
    })
    void aWrongKeyIsRefusedWithTheNearest(String wrong, String nearest) throws IOException {
        String yaml = wrong.contains(".") ? wrong.replace(".", ":\n  ") + ": 1\n" : wrong + ": 1\n";
        Path file = Files.writeString(folder.resolve("wrong.yaml"), yaml);

        UserError error = refused(() -> Settings.read(file));

        assertThat(error).hasMessageContainingAll(wrong, "did you mean " + nearest + "?", file.toString());
        assertThat(error.in(new Text(Text.CHINESE))).contains(wrong, "是否指 " + nearest, file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "centre.zone                  | Mars/Olympus         | a time zone of the IANA list",
                "centre.qa-period-by          | published_at         | evaluated_at or interaction",
                "centre.time-bands.peak       | [\"12:00-09:00\"]    | a list of spans",
                "centre.time-bands.peak       | [\"09:00\"]          | a list of spans",
                "centre.time-bands.peak       | 09:00-12:00          | a list of spans",
                "landing.mappings             | [a, b]               | a path relative to this file",
                "tiers.percent                | 51                   | a number from 0 to 50",
                "tiers.percent                | \"20\"               | a number from 0 to 50",
                "tiers.percent                | .nan                 | a number from 0 to 50",
                "tiers.newcomer-months        | 2.5                  | a whole number from 0 to 24",
                "tiers.newcomer-months        | -1                   | a whole number from 0 to 24",
                "publications.keep-days       | 0                    | a whole number from 1 to 3650",
                "tiers.rank-newcomers         | 1                    | true or false",
                "quotas.base-by               | site                 | centre or skill_group or team",
                "competency.categories        | [agent, other]       | a list of agent, event, special",
                "indicators.targets           | {speed: 1}           | connection_rate",
                "indicators.targets           | {csat_mean: -1}      | numbers from 0",
                "indicators.composite-weights | 50                   | numbers from 0"
            })
    void aWrongValueIsRefusedWithItsKeyAndWhatIsAllowed(String key, String yaml, String allowed) throws IOException {
        String[] path = key.split("\\.", -1);
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < path.length; depth++) {
            text.append("  ".repeat(depth)).append(path[depth]).append(depth + 1 < path.length ? ":\n" : ": ");
        }
        Path file = Files.writeString(folder.resolve("wrong.yaml"), text + yaml + "\n");

        UserError error = refused(() -> Settings.read(file));

        assertThat(error.key()).isEqualTo("schema.settings.not-allowed");
        String given = String.valueOf(new org.yaml.snakeyaml.Yaml().<Object>load(yaml));
        for (Text language : Arrays.asList(new Text(Text.ENGLISH), new Text(Text.CHINESE))) {
            assertThat(error.in(language)).contains(key, given, allowed, file.toString());
        }
    }

    @Test
    void aFileThatIsNoConfigurationIsRefused() throws IOException {
        Path list = Files.writeString(folder.resolve("list.yaml"), "- a\n- b\n");
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "tiers: [1\n");
        Path twice = Files.writeString(folder.resolve("twice.yaml"), "tiers:\n  percent: 1\n  percent: 2\n");

        for (Path file : List.of(list, broken, twice)) {
            assertThat(refused(() -> Settings.read(file)).key()).isEqualTo("schema.settings.no-yaml");
        }
        assertThat(refused(() -> Settings.read(folder.resolve("none.yaml"))))
                .hasMessageContainingAll("none.yaml", "--config");
    }

    @Test
    void whatChangesTablesIsToldByKey() {
        Map<String, String> before = Settings.with(Map.of("tiers.percent", 25, "publications.keep-days", 30))
                .written();
        Map<String, String> after = Settings.with(Map.of("draw.seed", "other", "reports.locales", List.of("en")))
                .written();

        assertThat(Settings.changedForTables(before, after)).containsExactly("draw.seed", "tiers.percent");
        assertThat(Settings.changedForTables(before, before)).isEmpty();
    }

    @Test
    void whatATestReplacesIsCheckedToo() {
        assertThat(Settings.with(Map.of("tiers.percent", 30)).get(Settings.TIER_PERCENT))
                .isEqualByComparingTo("30");
        assertThat(refused(() -> Settings.with(Map.of("tiers.percent", 60)))).hasMessageContaining("60");
    }

    private static UserError refused(ThrowingCallable reading) {
        return assertThatExceptionOfType(UserError.class).isThrownBy(reading).actual();
    }
}
