package org.zhijian.etl.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhijian.etl.testing.StoredTables;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.mart.SamplingCoverage;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.publication.Publications;
import org.zhijian.schema.raw.RunStep;
import org.zhijian.schema.settings.Settings;

/** Two nights of a centre of three, and what a publication of them holds. */
final class SmallNights {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    static final LocalDate SECOND = LocalDate.of(2026, 2, 2);
    static final Settings SETTINGS = Settings.with(Map.of(Settings.ZONE.key(), "UTC"));

    private SmallNights() {}

    /** The command that runs a class of these tests as they are run. */
    static List<String> process(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", classPath(), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** The class path of these tests. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** What the centre's systems deliver up to the first night. */
    static void landFirst(Path landing) {
        lands(
                landing.resolve("1/agents.csv"),
                """
                agent_id,name,team,skill_group,on_post_date,left_date,effective_from
                A1,王一,east,voice,2024-01-01,,
                A2,李二,west,voice,2024-01-01,,
                A3,张三,west,voice,2025-11-15,,
                """);
        lands(
                landing.resolve("1/interactions.csv"),
                """
                interaction_id,channel,agent_id,started_at,outcome,talk_seconds
                I1,voice_in,A1,2025-12-10T10:00:00,answered,60
                I2,voice_in,A2,2025-12-11T10:00:00,answered,60
                I3,voice_in,A3,2026-01-03T10:00:00,answered,minus
                """);
        lands(
                landing.resolve("1/evaluations.csv"),
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,updated_at
                V1,I1,A1,Q1,agent,2025-12-20T10:00:00,published,90,2025-12-20T10:00:00
                V2,I2,A2,Q1,agent,2025-12-21T10:00:00,published,80,2025-12-21T10:00:00
                """);
    }

    /** What comes until the second: a file that a mapping was missing for, a correction, an appeal, new calls. */
    static void landSecond(Path landing) {
        lands(
                landing.resolve("2/agents.csv"),
                """
                agent_id,name,team,skill_group,on_post_date,left_date,effective_from
                A2,李二,east,voice,2024-01-01,,2025-12-16
                """);
        lands(
                landing.resolve("2/interactions.csv"),
                """
                interaction_id,channel,agent_id,started_at,outcome,talk_seconds
                I3,voice_in,A3,2026-01-03T10:00:00,answered,60
                I4,voice_in,A1,2026-01-20T10:00:00,answered,60
                """);
        lands(
                landing.resolve("2/evaluations.csv"),
                """
                evaluation_id,interaction_id,agent_id,inspector_id,category,evaluated_at,review_status,total_score,updated_at
                V1,I1,A1,Q1,agent,2025-12-20T10:00:00,published,95,2026-01-10T10:00:00
                V3,I4,A1,Q1,agent,2026-01-21T10:00:00,published,60,2026-01-21T10:00:00
                """);
        lands(
                landing.resolve("2/appeals.csv"),
                """
                appeal_id,evaluation_id,submitted_at,status,decided_at,revised_score,removed_errors,updated_at
                P1,V2,2026-01-06T10:00:00,accepted,2026-01-08T10:00:00,85,,2026-01-08T10:00:00
                """);
    }

    static Nightly.Outcome night(Path landing, Path warehouse, LocalDate date) {
        return night(landing, warehouse, date, RunListener.NONE);
    }

    static Nightly.Outcome night(Path landing, Path warehouse, LocalDate date, RunListener listener) {
        return Nightly.run(new Nightly.Request(landing, warehouse, date, SETTINGS, Set.of()), listener);
    }

    /** What readers of the warehouse see. */
    static Publication newest(Path warehouse) {
        return new Publications(warehouse).newest().orElseThrow();
    }

    /** Every row of every table of a publication, in one order; what the steps took is no content. */
    static Map<String, List<String>> contents(Path warehouse, Publication publication) {
        return contents(warehouse, publication, "");
    }

    /** The same without a column. */
    static Map<String, List<String>> contents(Path warehouse, Publication publication, String without) {
        StoredTables tables = new StoredTables(warehouse);
        Map<String, List<String>> contents = new TreeMap<>();
        for (Table table : WarehouseSchema.ALL) {
            if (!table.equals(RunStep.TABLE)) {
                contents.put(table.toString(), tables.rows(publication, table, without));
            }
        }
        return contents;
    }

    /**
     * Every row of star and marts as readers see them, but for what remembers on which nights its records came: what was drawn
     * stays drawn, also when a later record changes the past.
     */
    static Map<String, List<String>> regardlessOfNights(Path warehouse) {
        return regardlessOfNights(contents(warehouse, newest(warehouse)));
    }

    /** The same of such contents. */
    static Map<String, List<String>> regardlessOfNights(Map<String, List<String>> whole) {
        Map<String, List<String>> contents = new TreeMap<>(whole);
        contents.keySet().removeIf(table -> table.startsWith(Layer.RAW.folder() + "."));
        contents.remove(SamplingPlan.TABLE.toString());
        contents.remove(SamplingCoverage.TABLE.toString());
        contents.computeIfPresent(AssessmentIndicator.TABLE.toString(), (table, rows) -> rows.stream()
                .filter(row -> !row.contains(AssessmentIndicator.INDICATOR.name() + "=plan_completion,"))
                .toList());
        return contents;
    }

    static void lands(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
