package org.zhijian.etl.ingest;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.zhijian.etl.testing.Comparison.assertRows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.run.Nightly;
import org.zhijian.etl.run.RunListener;
import org.zhijian.etl.testing.LocalSpark;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactInteraction;

/**
 * Real files of other systems, loaded through the mappings that come with the configuration. The files are not ours to
 * ship: the tests read them where {@code zhijian.samples}, by default {@code ../shared/samples} beside the project, says.
 */
class SamplesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("zhijian.samples", "../../shared/samples"), "interactions");

    @TempDir
    private static Path folder;

    private static Map<String, FileReport> files;
    private static Dataset<Row> raw;
    private static Dataset<Row> facts;

    @BeforeAll
    static void loadAllInOneNight() throws IOException {
        assumeTrue(
                Files.isDirectory(FOLDER),
                () -> "the real files are not in " + FOLDER.toAbsolutePath().normalize()
                        + "; say where they are with -Dzhijian.samples=...");
        Path landing = Files.createDirectory(folder.resolve("landing"));
        try (var samples = Files.list(FOLDER)) {
            samples.forEach(sample -> copy(sample, landing));
        }
        Path warehouse = folder.resolve("warehouse");
        Settings settings =
                Settings.with(Map.of(Settings.ZONE.key(), "UTC", Settings.MAPPINGS.key(), "../config/mappings"));
        Nightly.Outcome night = Nightly.run(
                new Nightly.Request(landing, warehouse, LocalDate.of(2022, 4, 8), settings, Set.of()),
                RunListener.NONE);
        assertThat(night.violations()).isEmpty();
        files = night.files().stream().collect(Collectors.toMap(FileReport::path, Function.identity()));
        Warehouse tables = new Warehouse(LocalSpark.session(), warehouse);
        raw = tables.read(Interactions.ENTITY.table());
        facts = tables.read(FactInteraction.TABLE);
    }

    private static void copy(Path sample, Path landing) {
        try {
            Files.copy(sample, landing.resolve(sample.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void callsOnATwelveHourClock() {
        assertCounts("simulated-call-centre.csv", 51_708, 51_708, 0, 0, 0);
        assertRows(
                summary("simulated-"),
                SUMMARY,
                """
                | interactions | answered | abandoned | failed | human | talk     |
                | 51708        | 51708    | 0         | 0      | 0     | 15465997 |
                """);
        assertRows(
                fact("simulated-2021-12-31-51707"),
                MOMENTS,
                """
                | started_at          | answered_at         | ended_at            | talk_seconds |
                | 2021-12-31 17:53:10 | 2021-12-31 17:54:26 | 2021-12-31 17:57:50 | 204          |
                """);
        assertRows(
                waits("simulated-"),
                "wait long",
                """
                | wait   |
                | 880842 |
                """);
    }

    @Test
    void aWorkbookWithDaysMoodsAndRatingsToTen() {
        assertCounts("rwfd-call-center.xlsx", 32_941, 32_941, 0, 0, 0);
        assertRows(
                summary("rwfd-"),
                SUMMARY,
                """
                | interactions | answered | abandoned | failed | human | talk     |
                | 32941        | 32941    | 0         | 0      | 0     | 49453320 |
                """);
        Dataset<Row> contacts = of(raw, "rwfd-");
        assertRows(
                contacts.groupBy(named(Interactions.CHANNEL), named(Interactions.HANDLED_BY))
                        .count(),
                "channel string, handled_by string, count long",
                """
                | channel  | handled_by | count |
                | voice_in | human      | 10639 |
                | email    | human      | 7470  |
                | chat     | human      | 6576  |
                | chat     | bot        | 8256  |
                """);
        Row rated = contacts.where(named(Interactions.CSAT).isNotNull())
                .agg(
                        avg(regexp_extract(named(Interactions.REMARK), "rated ([0-9]+) of 10", 1)),
                        sum(named(Interactions.CSAT)))
                .head();
        assertThat(contacts.where(named(Interactions.CSAT).isNull()).count()).isEqualTo(20_670);
        assertThat(rated.getDouble(0)).isEqualTo(5.548448, offset(5e-7));
        assertThat(rated.getLong(1)).isEqualTo(37_280);
    }

    @Test
    void asteriskWhereTheLastRowOfACallHolds() {
        assertCounts("asterisk-cdr-Master.csv", 2, 2, 0, 0, 0);
        assertCounts("asterisk-cdr-good.csv", 5, 1, 4, 0, 0);
        assertRows(
                summary("asterisk-"),
                SUMMARY,
                """
                | interactions | answered | abandoned | failed | human | talk |
                | 3            | 2        | 0         | 1      | 0     | 14   |
                """);
        assertRows(
                fact("asterisk-1270167992.0"),
                MOMENTS,
                """
                | started_at          | answered_at         | ended_at            | talk_seconds |
                | 2010-04-02 00:26:32 | 2010-04-02 00:26:32 | 2010-04-02 00:26:39 | 7            |
                """);
    }

    @Test
    void freeSwitchAfterASpreadsheetTookTheSecondsAway() {
        // Ten rows: one call between colleagues is left out, one call stands three times.
        assertCounts("freeswitch-cdr.csv", 9, 7, 2, 0, 0);
        assertRows(
                summary("freeswitch-"),
                SUMMARY,
                """
                | interactions | answered | abandoned | failed | human | talk |
                | 7            | 6        | 0         | 1      | 6     | 458  |
                """);
        assertRows(
                fact("freeswitch-d80e22e0-4c15-11ea-97a0-9dd79410affb"),
                MOMENTS,
                """
                | started_at          | answered_at         | ended_at            | talk_seconds |
                | 2020-02-10 22:41:00 | 2020-02-10 22:41:02 | 2020-02-10 22:41:11 | 9            |
                """);
        assertRows(
                of(raw, "freeswitch-7adced1a").select(named(Interactions.REMARK)),
                "remark string",
                """
                | remark          |
                | NORMAL_CLEARING |
                | NORMAL_CLEARING |
                | USER_BUSY       |
                """);
    }

    @Test
    void genesysConversationsOutOfOneDocument() {
        assertCounts("genesys-conversation-details.json", 25, 25, 0, 0, 0);
        assertRows(
                of(raw, "genesys-")
                        .groupBy(named(Interactions.CHANNEL), named(Interactions.OUTCOME))
                        .count(),
                "channel string, outcome string, count long",
                """
                | channel   | outcome  | count |
                | voice_out | answered | 19    |
                | voice_in  | answered | 2     |
                | chat      | answered | 4     |
                """);
    }

    @Test
    void anAmazonConnectContactRecord() {
        assertCounts("amazon-connect-contact-record.json", 1, 1, 0, 0, 0);
        assertRows(
                of(facts, "connect-")
                        .select(
                                named(FactInteraction.AGENT_ID),
                                named(FactInteraction.TALK_SECONDS),
                                named(FactInteraction.ANSWERED_AT)),
                "agent_id string, talk_seconds int, answered_at timestamp",
                """
                | agent_id | talk_seconds | answered_at         |
                | admin1   | 33           | 2022-04-08 15:00:49 |
                """);
    }

    @Test
    void aFileThatNothingIsSaidAboutIsRejected() {
        assertThat(files.get("asterisk-queue_log.txt").rejection().key()).isEqualTo("etl.file.unknown-name");
    }

    private static void assertCounts(
            String file, long read, long loaded, long superseded, long duplicate, long quarantined) {
        FileReport report = files.get(file);
        assertThat(report.status()).as(String.valueOf(report.rejection())).isEqualTo("loaded");
        assertThat(report.counts()).isEqualTo(new FileCounts(read, loaded, superseded, duplicate, quarantined));
    }

    private static final String SUMMARY =
            "interactions long, answered long, abandoned long, failed long, human long, talk long";

    private static Dataset<Row> summary(String source) {
        return of(facts, source)
                .agg(
                        org.apache.spark.sql.functions.count(lit(1)).as("interactions"),
                        count_if(named(FactInteraction.OUTCOME).equalTo("answered"))
                                .as("answered"),
                        count_if(named(FactInteraction.OUTCOME).equalTo("abandoned"))
                                .as("abandoned"),
                        count_if(named(FactInteraction.OUTCOME).equalTo("failed"))
                                .as("failed"),
                        count_if(named(FactInteraction.HUMAN_HANDLED)).as("human"),
                        sum(named(FactInteraction.TALK_SECONDS)).as("talk"));
    }

    private static Dataset<Row> waits(String source) {
        return of(facts, source)
                .agg(sum(named(FactInteraction.ANSWERED_AT)
                                .cast("long")
                                .minus(named(FactInteraction.STARTED_AT).cast("long")))
                        .as("wait"));
    }

    private static final String MOMENTS =
            "started_at timestamp, answered_at timestamp, ended_at timestamp, talk_seconds int";

    private static Dataset<Row> fact(String id) {
        return of(facts, id)
                .select(
                        named(FactInteraction.STARTED_AT),
                        named(FactInteraction.ANSWERED_AT),
                        named(FactInteraction.ENDED_AT),
                        named(FactInteraction.TALK_SECONDS));
    }

    private static Dataset<Row> of(Dataset<Row> table, String prefix) {
        return table.where(named(Interactions.INTERACTION_ID).startsWith(prefix));
    }

    private static Column named(org.zhijian.schema.Column column) {
        return col(column.name());
    }
}
