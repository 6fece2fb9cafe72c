package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.star.FactInteraction;

class SchemaCommandTest {

    @Test
    void everyTableAndColumnIsInTheDictionary() {
        for (String format : new String[] {"text", "markdown"}) {
            String dictionary = Run.of("schema", "--format", format).out().replaceAll("\\s+", " ");
            for (Table table : WarehouseSchema.ALL) {
                assertThat(dictionary).contains(table.name(), table.grain());
                table.columns().forEach(column -> assertThat(dictionary).contains(column.name()));
            }
        }
    }

    @Test
    void aTableSaysItsGrainKeyPartitionReferencesAndAcceptedValues() {
        String tier = Run.of("schema", "--table", TierAssignment.TABLE.name()).out();
        assertThat(tier)
                .startsWith("mart.tier_assignment")
                .contains("Mart layer. One row a plan month and agent")
                .contains("Key: plan_month, agent_id.")
                .contains("Partitioned by plan_month.")
                .containsPattern("reason +string +required +why \\[top, bottom, newcomer, middle, unscored\\]")
                .containsPattern("score_mean +double +optional")
                .contains("[0–100]", "[≥ 1]");

        String fact = Run.in("zh-CN", "schema", "--table", FactInteraction.TABLE.toString())
                .out();
        assertThat(fact)
                .contains("星型层。每条服务记录一行。", "主键：interaction_id。", "必填", "是否一次解决")
                .contains("started_on → star.dim_date.");
    }

    @Test
    void anUnknownTableNamesThoseThereAre() {
        Run run = Run.of("schema", "--table", "tiers");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no table tiers").contains(TierAssignment.TABLE.name());
    }
}
