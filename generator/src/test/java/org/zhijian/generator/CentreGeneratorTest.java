package org.zhijian.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zhijian.generator.Landing.value;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.AgentStates;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.raw.Appeals;
import org.zhijian.schema.raw.Calibrations;
import org.zhijian.schema.raw.Coaching;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.ErrorTypes;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Inspectors;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.Scorecards;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class CentreGeneratorTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 31);
    private static final CentrePlan PLAN = CentrePlan.of(60, 4, 42, UNTIL).withInteractions(60_000);

    @TempDir
    private static Path folder;

    private static Landing history;
    private static GeneratedFiles summary;
    private static final List<Long> WRITTEN = new ArrayList<>();

    @BeforeAll
    static void writeHistory() {
        summary = CentreGenerator.write(PLAN, folder, (written, estimated) -> WRITTEN.add(written));
        history = new Landing(folder);
    }

    static List<Entity> entities() {
        return Entities.ALL;
    }

    @ParameterizedTest
    @MethodSource("entities")
    void writesTheDeclaredColumnsWithAcceptedValues(Entity entity) throws IOException {
        List<NamedCsvRecord> records = history.records(entity);
        assertThat(records)
                .hasSize(Math.toIntExact(summary.rows().get(entity.name())))
                .isNotEmpty();
        for (NamedCsvRecord row : records) {
            assertThat(row.getHeader()).containsExactlyElementsOf(names(entity.columns()));
            entity.columns().forEach(column -> assertAccepted(column, value(row, column)));
        }
    }

    @Test
    void hasAFileAnEntityAndMonth() throws IOException {
        assertThat(history.paths()).hasSize(summary.files()).contains("2025-10/interactions-2025-10.csv");
        assertThat(history.paths())
                .allMatch(path -> path.matches("(\\d{4}-\\d\\d)/[a-z_]+-\\1\\.csv"), "a month's folder and file");
    }

    @Test
    void writesTheSameFilesAgainWhateverTheThreads(@TempDir Path again) throws IOException {
        CentreGenerator.write(PLAN, again, ProgressListener.NONE, 1);
        assertThat(new Landing(again).paths()).isEqualTo(history.paths());
        for (String path : history.paths()) {
            assertThat(again.resolve(path)).hasSameBinaryContentAs(folder.resolve(path));
        }
    }

    @Test
    void makesAnotherCentreFromAnotherSeed(@TempDir Path other) throws IOException {
        CentrePlan plan = CentrePlan.of(60, 4, 43, UNTIL).days(UNTIL, UNTIL).withInteractions(60_000);
        CentreGenerator.write(plan, other, ProgressListener.NONE);
        Set<String> refs = new HashSet<>();
        new Landing(other)
                .records(Interactions.ENTITY)
                .forEach(row ->
                        refs.add(value(row, Interactions.INTERACTION_ID) + value(row, Interactions.CUSTOMER_REF)));
        assertThat(history.records(Interactions.ENTITY))
                .extracting(row -> value(row, Interactions.INTERACTION_ID) + value(row, Interactions.CUSTOMER_REF))
                .doesNotContainAnyElementsOf(refs);
    }

    @Test
    void givesADayAloneTheRecordsItHasInTheHistory(@TempDir Path days) throws IOException {
        LocalDate first = LocalDate.of(2026, 1, 14);
        LocalDate last = LocalDate.of(2026, 1, 16);
        CentreGenerator.write(PLAN.days(first, last), days, ProgressListener.NONE);
        Landing slice = new Landing(days);
        assertThat(slice.paths())
                .contains("2026-01-14/interactions-2026-01-14.csv", "2026-01-16/evaluations-2026-01-16.csv");
        for (Entity entity : Entities.ALL) {
            List<String> ofDays = lines(slice.records(entity));
            // A month's file holds the days one after the other.
            assertThat(String.join("\n", lines(history.records(entity, "2026-01"))))
                    .as(entity.name())
                    .contains(String.join("\n", ofDays));
        }
        Map<String, Long> perDay = history.records(Interactions.ENTITY).stream()
                .collect(Collectors.groupingBy(
                        row -> value(row, Interactions.STARTED_AT).substring(0, 10), Collectors.counting()));
        assertThat(slice.records(Interactions.ENTITY, "2026-01-15"))
                .filteredOn(row -> value(row, Interactions.STARTED_AT).startsWith("2026-01-15"))
                .hasSizeBetween((int) (perDay.get("2026-01-15") * 0.97), Math.toIntExact(perDay.get("2026-01-15")));
    }

    @Test
    void goesOnAfterItsMonthsAsALongerHistoryWould(@TempDir Path night, @TempDir Path longer) throws IOException {
        LocalDate next = UNTIL.plusDays(1);
        CentrePlan further = PLAN.days(next, next);
        CentrePlan whole = new CentrePlan(60, 4, 42, PLAN.start(), null, next, 60_000, PLAN.zone(), Compression.NONE);
        CentreGenerator.write(further, night, ProgressListener.NONE);
        CentreGenerator.write(whole, longer, ProgressListener.NONE);
        for (Entity entity : Entities.ALL) {
            assertThat(lines(new Landing(night).records(entity)))
                    .as(entity.name())
                    .isEqualTo(lines(new Landing(longer).records(entity, next.toString())));
        }
        for (String path : history.paths()) {
            assertThat(longer.resolve(path)).hasSameBinaryContentAs(folder.resolve(path));
        }
    }

    @Test
    void namesFilesSoThatLaterOnesSortLater(@TempDir Path out) throws IOException {
        LocalDate middle = LocalDate.of(2025, 11, 10);
        CentrePlan cutShort = CentrePlan.of(10, 2, 1, middle);
        CentreGenerator.write(cutShort, out, ProgressListener.NONE);
        CentreGenerator.write(cutShort.days(middle.plusDays(1), middle.plusDays(1)), out, ProgressListener.NONE);
        assertThat(new Landing(out).paths())
                .filteredOn(path -> path.contains("/interactions-"))
                .containsExactly(
                        "2025-10/interactions-2025-10.csv",
                        "2025-11-10/interactions-2025-11-10.csv",
                        "2025-11-11/interactions-2025-11-11.csv");
    }

    @Test
    void refersOnlyToWhatExists() throws IOException {
        Map<String, NamedCsvRecord> interactions = by(Interactions.ENTITY, Interactions.INTERACTION_ID);
        Map<String, NamedCsvRecord> evaluations = by(Evaluations.ENTITY, Evaluations.EVALUATION_ID);
        Set<String> inspectors = by(Inspectors.ENTITY, Inspectors.INSPECTOR_ID).keySet();
        Set<String> errorTypes = by(ErrorTypes.ENTITY, ErrorTypes.ERROR_CODE).keySet();
        for (NamedCsvRecord row : evaluations.values()) {
            assertThat(inspectors).contains(value(row, Evaluations.INSPECTOR_ID));
            String interaction = value(row, Evaluations.INTERACTION_ID);
            if (interaction.isEmpty()) {
                assertThat(value(row, Evaluations.METHOD)).isEqualTo(Inspection.DIAL_TEST);
            } else {
                assertThat(value(interactions.get(interaction), Interactions.AGENT_ID))
                        .isEqualTo(value(row, Evaluations.AGENT_ID));
                assertThat(value(interactions.get(interaction), Interactions.STARTED_AT))
                        .isLessThan(value(row, Evaluations.EVALUATED_AT));
            }
        }
        assertThat(values(EvaluationScores.ENTITY, EvaluationScores.EVALUATION_ID))
                .isSubsetOf(evaluations.keySet());
        assertThat(values(EvaluationErrors.ENTITY, EvaluationErrors.EVALUATION_ID))
                .isSubsetOf(evaluations.keySet());
        assertThat(values(EvaluationErrors.ENTITY, EvaluationErrors.ERROR_CODE)).isSubsetOf(errorTypes);
        assertThat(values(Appeals.ENTITY, Appeals.EVALUATION_ID)).isSubsetOf(evaluations.keySet());
        assertThat(values(Coaching.ENTITY, Coaching.EVALUATION_ID)).isSubsetOf(evaluations.keySet());
        assertThat(values(Calibrations.ENTITY, Calibrations.INTERACTION_ID)).isSubsetOf(interactions.keySet());
        assertThat(values(Calibrations.ENTITY, Calibrations.INSPECTOR_ID)).isSubsetOf(inspectors);
        assertThat(values(EvaluationScores.ENTITY, EvaluationScores.ITEM_CODE))
                .isSubsetOf(values(Scorecards.ENTITY, Scorecards.ITEM_CODE));
    }

    @Test
    void letsOnlyAgentsOnPostWork() throws IOException {
        Map<String, LocalDate> onPost = new HashMap<>();
        Map<String, LocalDate> left = new HashMap<>();
        for (NamedCsvRecord row : history.records(Agents.ENTITY)) {
            onPost.put(value(row, Agents.AGENT_ID), LocalDate.parse(value(row, Agents.ON_POST_DATE)));
            if (!value(row, Agents.LEFT_DATE).isEmpty()) {
                left.put(value(row, Agents.AGENT_ID), LocalDate.parse(value(row, Agents.LEFT_DATE)));
            }
        }
        assertThat(left).isNotEmpty();
        assertOnPost(
                onPost, left, history.records(Interactions.ENTITY), Interactions.AGENT_ID, Interactions.STARTED_AT);
        assertOnPost(onPost, left, history.records(AgentStates.ENTITY), AgentStates.AGENT_ID, AgentStates.FROM);
        assertOnPost(onPost, left, history.records(Evaluations.ENTITY), Evaluations.AGENT_ID, Evaluations.EVALUATED_AT);
        assertOnPost(onPost, left, history.records(Exams.ENTITY), Exams.AGENT_ID, Exams.TAKEN_ON);
    }

    @Test
    void scoresAsItsItemsAddUp() throws IOException {
        Map<String, Double> awarded = new HashMap<>();
        Map<String, Double> possible = new HashMap<>();
        Map<String, NamedCsvRecord> evaluations = by(Evaluations.ENTITY, Evaluations.EVALUATION_ID);
        Map<String, Double> maxima = new HashMap<>();
        for (NamedCsvRecord item : history.records(Scorecards.ENTITY)) {
            maxima.put(
                    value(item, Scorecards.EFFECTIVE_FROM) + value(item, Scorecards.ITEM_CODE),
                    Double.valueOf(value(item, Scorecards.MAX_POINTS)));
        }
        int blank = 0;
        for (NamedCsvRecord score : history.records(EvaluationScores.ENTITY)) {
            String id = value(score, EvaluationScores.EVALUATION_ID);
            String item = value(score, EvaluationScores.ITEM_CODE);
            if (value(score, EvaluationScores.POINTS).isEmpty()) {
                blank++;
                continue;
            }
            boolean later = value(evaluations.get(id), Evaluations.EVALUATED_AT).compareTo("2025-12-01") >= 0;
            double first = maxima.get("2025-10-01" + item);
            double max = later ? maxima.getOrDefault("2025-12-01" + item, first) : first;
            awarded.merge(id, Double.valueOf(value(score, EvaluationScores.POINTS)), Double::sum);
            possible.merge(id, max, Double::sum);
        }
        assertThat(blank).isPositive();
        assertThat(awarded.size()).isLessThan(evaluations.size());
        awarded.forEach((id, points) -> assertThat(100 * points / possible.get(id))
                .isCloseTo(Double.parseDouble(value(evaluations.get(id), Evaluations.TOTAL_SCORE)), within(0.0051)));
    }

    @Test
    void resemblesACentre() throws IOException {
        Collection<NamedCsvRecord> interactions = history.current(Interactions.ENTITY);
        assertThat((double) interactions.size()).isCloseTo(60_000, within(3_000.0));
        List<NamedCsvRecord> callsIn = interactions.stream()
                .filter(is(Interactions.CHANNEL, "voice_in"))
                .toList();
        assertThat(share(callsIn, is(Interactions.OUTCOME, "answered"))).isBetween(0.94, 0.995);
        assertThat(share(interactions, is(Interactions.BUSINESS_TYPE, "complaint")))
                .isBetween(0.02, 0.04);
        assertThat(share(interactions, is(Interactions.HANDLED_BY, "bot"))).isBetween(0.05, 0.15);

        Collection<NamedCsvRecord> evaluations = history.current(Evaluations.ENTITY);
        assertThat(share(evaluations, is(Evaluations.REVIEW_STATUS, "published")))
                .isBetween(0.96, 0.999);
        assertThat(share(evaluations, is(Evaluations.CATEGORY, "agent"))).isBetween(0.75, 0.95);
        Set<String> severe = history.current(ErrorTypes.ENTITY).stream()
                .filter(is(ErrorTypes.SEVERITY, "severe"))
                .map(row -> value(row, ErrorTypes.ERROR_CODE))
                .collect(Collectors.toSet());
        long severeErrors = history.current(EvaluationErrors.ENTITY).stream()
                .filter(row -> severe.contains(value(row, EvaluationErrors.ERROR_CODE)))
                .count();
        assertThat((double) severeErrors / evaluations.size()).isBetween(0.005, 0.025);
        assertThat((double) history.current(Appeals.ENTITY).size() / evaluations.size())
                .isBetween(0.015, 0.045);
        assertThat(values(Appeals.ENTITY, Appeals.STATUS))
                .containsExactlyInAnyOrder("submitted", "accepted", "rejected", "withdrawn");
        long agentMonths = 60 * 4;
        long agentQa = evaluations.stream()
                .filter(is(Evaluations.CATEGORY, "agent"))
                .filter(is(Evaluations.REVIEW_STATUS, "published"))
                .count();
        assertThat((double) agentQa / agentMonths).isBetween(8.0, 12.0);
    }

    @Test
    void numbersInteractionsInTheOrderOfTime() throws IOException {
        // Corrected interactions come again, before those of the day on which they come.
        List<NamedCsvRecord> firstDay = history.records(Interactions.ENTITY).stream()
                .filter(row -> value(row, Interactions.STARTED_AT).startsWith("2025-10-01"))
                .limit(200)
                .toList();
        assertThat(firstDay)
                .extracting(row -> value(row, Interactions.INTERACTION_ID))
                .isSorted();
        assertThat(firstDay)
                .extracting(row -> value(row, Interactions.STARTED_AT))
                .isSorted();
    }

    @Test
    void hasAgentsWithSevereErrorsInDecemberAndJanuary() throws IOException {
        Set<String> coached = new TreeSet<>();
        for (NamedCsvRecord row : history.records(Coaching.ENTITY)) {
            coached.add(value(row, Coaching.AGENT_ID)
                    + value(row, Coaching.OPENED_ON).substring(0, 7));
        }
        assertThat(coached)
                .anyMatch(agentAndMonth -> agentAndMonth.endsWith("2025-12")
                        && coached.contains(agentAndMonth.replace("2025-12", "2026-01")));
    }

    @Test
    void tellsHowFarItHasCome() {
        assertThat(WRITTEN).isSorted().hasSizeGreaterThan(10).endsWith(summary.totalRows());
    }

    @Test
    void packsFiles(@TempDir Path out) throws IOException {
        CentrePlan day = CentrePlan.of(10, 1, 1, UNTIL).days(UNTIL, UNTIL);
        CentreGenerator.write(day.withCompression(Compression.GZIP), out.resolve("packed"), ProgressListener.NONE);
        CentreGenerator.write(day, out.resolve("plain"), ProgressListener.NONE);
        Path packed = out.resolve("packed/2026-01-31/interactions-2026-01-31.csv.gz");
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(packed))) {
            assertThat(unpacked)
                    .hasBinaryContent(Files.readAllBytes(out.resolve("plain/2026-01-31/interactions-2026-01-31.csv")));
        }
    }

    @Test
    void makesACentreOfOneAgent(@TempDir Path out) {
        GeneratedFiles files = CentreGenerator.write(CentrePlan.of(1, 2, 5, UNTIL), out, ProgressListener.NONE);
        assertThat(files.rows().get(Interactions.ENTITY.name())).isPositive();
    }

    @Test
    void saysWhereItCannotWrite(@TempDir Path out) throws IOException {
        Path file = Files.createFile(out.resolve("file"));
        assertThatThrownBy(() -> CentreGenerator.write(PLAN.days(UNTIL, UNTIL), file, ProgressListener.NONE))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.in(new Text(Text.CHINESE)))
                        .contains("无法")
                        .contains(file.toString()));
    }

    private static void assertAccepted(Column column, String value) {
        if (value.isEmpty()) {
            assertThat(column.isRequired()).as("%s may be blank", column).isFalse();
            return;
        }
        if (!column.accepted().isEmpty()) {
            assertThat(column.accepted()).as(column.name()).contains(value);
        }
        switch (column.type()) {
            case STRING -> assertThat(value).isNotBlank();
            case INT, LONG -> assertThat(value).matches("\\d+");
            case DOUBLE -> assertThat(value).matches("\\d+(\\.\\d+)?");
            case BOOLEAN -> assertThat(value).isIn("true", "false");
            case DATE -> LocalDate.parse(value);
            case TIMESTAMP -> assertTimestamp(value);
        }
        if (column.range() != null) {
            double number = Double.parseDouble(value);
            assertThat(column.range().min() == null || number >= column.range().min())
                    .as("%s %s", column, value)
                    .isTrue();
            assertThat(column.range().max() == null || number <= column.range().max())
                    .as("%s %s", column, value)
                    .isTrue();
        }
    }

    private static void assertTimestamp(String value) {
        if (value.contains("+")) {
            assertThat(OffsetDateTime.parse(value)).isNotNull();
        } else {
            assertThat(LocalDateTime.parse(value)).isNotNull();
        }
    }

    private static void assertOnPost(
            Map<String, LocalDate> onPost,
            Map<String, LocalDate> left,
            List<NamedCsvRecord> records,
            Column agent,
            Column moment) {
        for (NamedCsvRecord row : records) {
            String id = value(row, agent);
            if (!id.isEmpty()) {
                LocalDate day = LocalDate.parse(value(row, moment).substring(0, 10));
                assertThat(onPost).containsKey(id);
                assertThat(day).isAfterOrEqualTo(onPost.get(id));
                assertThat(day).isBefore(left.getOrDefault(id, LocalDate.MAX));
            }
        }
    }

    private static Map<String, NamedCsvRecord> by(Entity entity, Column key) throws IOException {
        return history.current(entity).stream().collect(Collectors.toMap(row -> value(row, key), row -> row));
    }

    private static Set<String> values(Entity entity, Column column) throws IOException {
        return history.records(entity).stream().map(row -> value(row, column)).collect(Collectors.toSet());
    }

    private static Predicate<NamedCsvRecord> is(Column column, String value) {
        return row -> value(row, column).equals(value);
    }

    private static double share(Collection<NamedCsvRecord> records, Predicate<NamedCsvRecord> condition) {
        return (double) records.stream().filter(condition).count() / records.size();
    }

    private static List<String> lines(List<NamedCsvRecord> records) {
        return records.stream().map(row -> String.join(",", row.getFields())).toList();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
