package org.zhijian.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.raw.Entities;
import org.zhijian.schema.raw.ErrorTypes;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.raw.Scorecards;

class WarehouseSchemaTest {
    private static final List<Table> ALL = WarehouseSchema.ALL;

    /** What the marts' readers rely on, by mart. */
    private static final Map<String, List<String>> CONTRACT = Map.ofEntries(
            mart("agent_month_score", "qa_month, agent_id, evaluations, score_mean, grade"),
            mart("tier_assignment", "plan_month, agent_id, tier, reason, rank, ranked_agents, score_mean"),
            mart("sampling_quota", "plan_month, agent_id, tier, base_month, base_volume, quota, basis"),
            mart("sampling_plan", "plan_month, interaction_id, agent_id, inspector_id, category, reason, drawn_on"),
            mart("tier_adjustment", "plan_month, agent_id, effective_on, from_tier, to_tier, reason, quota"),
            mart("competency_flag", "agent_id, rule, period_start, reached_on, occurrences, evidence, provisional"),
            mart(
                    "error_trend",
                    "period_type, period_start, error_code, team, errors, evaluations, rate_per_100, previous_rate,"
                            + " last_year_rate, center_line, lower_limit, upper_limit, signal"),
            mart("error_pareto", "period_type, period_start, error_code, errors, share, cumulative_share, vital_few"),
            mart("defect_heatmap", "period_type, period_start, item_code, team, points_lost, evaluations"),
            mart(
                    "assessment_indicator",
                    "period_type, period_start, scope, scope_id, indicator, numerator, denominator, value, target, met"),
            mart(
                    "calibration_result",
                    "session_id, inspector_id, interactions, mean_deviation, mean_absolute_deviation,"
                            + " within_tolerance"),
            mart("case_library", "evaluation_id, interaction_id, agent_id, kind, recording_ref"));

    /** The values a contract column takes, by mart and column. */
    private static final Map<String, Set<String>> ACCEPTED = Map.of(
            "tier_assignment.tier", Set.of("A", "B", "C"),
            "tier_assignment.reason", Set.of("top", "bottom", "newcomer", "middle", "unscored"),
            "tier_adjustment.reason", Set.of("severe_error", "below_baseline"),
            "competency_flag.rule", Set.of("two_in_month", "consecutive_months", "four_in_year"),
            "error_trend.period_type", Set.of("week", "month"),
            "assessment_indicator.period_type", Set.of("day", "week", "month"),
            "assessment_indicator.scope", Set.of("centre", "team", "agent"),
            "case_library.kind", Set.of("excellent", "severe"));

    @Test
    void tablesAreFoundByTheirNamesWithAndWithoutLayer() {
        assertThat(ALL).extracting(Table::name).doesNotHaveDuplicates();
        for (Table table : ALL) {
            assertThat(WarehouseSchema.table(table.name())).contains(table);
            assertThat(WarehouseSchema.table(table.toString())).contains(table);
        }
        assertThat(WarehouseSchema.table("no_such_table")).isEmpty();
    }

    @Test
    void martsHaveTheColumnsOfTheContract() {
        CONTRACT.forEach((mart, columns) -> {
            Table table = WarehouseSchema.table(mart).orElseThrow();
            assertThat(table.layer()).as(mart).isEqualTo(Layer.MART);
            assertThat(table.columns()).as(mart).extracting(Column::name).containsAll(columns);
        });
        ACCEPTED.forEach((column, values) ->
                assertThat(column(column).accepted()).as(column).containsExactlyInAnyOrderElementsOf(values));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aTableSaysItsGrainKeyAndColumnsInBothLanguages(Table table) {
        assertSaid(table.grain(), table.grainZh());
        assertThat(table.columns()).isNotEmpty();
        for (Column column : table.columns()) {
            assertThat(column.name()).matches("[a-z][a-z0-9_]*");
            assertSaid(column.meaning(), column.meaningZh());
        }
        assertThat(table.key()).isNotEmpty();
        assertThat(table.columns()).containsAll(table.key());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aPartitionIsARequiredColumn(Table table) {
        assertThat(table.columns()).containsAll(table.partitions());
        assertThat(table.partitions()).allMatch(Column::isRequired);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aReferenceLeadsToTheKeyOfATable(Table table) {
        for (Reference reference : table.references()) {
            assertThat(table.columns()).contains(reference.column());
            assertThat(ALL).contains(reference.target());
            assertThat(reference.target().key()).containsExactly(reference.targetColumn());
            assertThat(reference.column().type())
                    .isEqualTo(reference.targetColumn().type());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aSumAddsUpColumnsThatAreThere(Table table) {
        for (Agreement agreement : table.agreements()) {
            assertThat(ALL).contains(agreement.details());
            assertThat(table.columns()).contains(agreement.total());
            assertThat(table.columns())
                    .extracting(Column::name)
                    .contains(agreement.by().name());
            assertThat(agreement.details().columns()).contains(agreement.detail());
            assertThat(agreement.details().columns())
                    .extracting(Column::name)
                    .contains(agreement.by().name());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void checksHaveNamesOfTheirOwn(Table table) {
        assertThat(table.checks()).extracting(Check::name).doesNotHaveDuplicates();
    }

    @Test
    void everyLandedTextIsProtectedUnlessItIdentifiesOrIsOneOfAList() {
        List<String> stored = Entities.ALL.stream()
                .flatMap(entity -> entity.columns().stream())
                .filter(column -> column.type() == Type.STRING)
                .filter(column -> column.accepted().isEmpty() && column.protection() == Protection.NONE)
                .map(Column::name)
                .distinct()
                .toList();
        assertThat(stored)
                .allMatch(name -> name.matches(".*_id|.*_code|team|skill_group|recording_ref|removed_errors"));
        assertThat(Interactions.CUSTOMER_REF.protection()).isEqualTo(Protection.HASHED);
        assertThat(List.of(Exams.SUBJECT, ErrorTypes.ROOT_CAUSE, Scorecards.SECTION, Interactions.QUEUE, Agents.NAME))
                .allMatch(column -> column.protection() == Protection.MASKED);
    }

    private static void assertSaid(String english, String chinese) {
        assertThat(english).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(chinese).containsPattern("\\p{IsHan}");
    }

    private static Column column(String name) {
        int dot = name.indexOf('.');
        return WarehouseSchema.table(name.substring(0, dot)).orElseThrow().columns().stream()
                .filter(column -> column.name().equals(name.substring(dot + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static Map.Entry<String, List<String>> mart(String name, String columns) {
        return Map.entry(name, List.of(columns.split(",\\s*", -1)));
    }
}
