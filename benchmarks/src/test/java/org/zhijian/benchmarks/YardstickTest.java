package org.zhijian.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.generator.CentreGenerator;
import org.zhijian.generator.CentrePlan;
import org.zhijian.generator.GeneratedFiles;
import org.zhijian.schema.Column;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.Interactions;

final class YardstickTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 14);

    @TempDir
    private Path folder;

    @Test
    void computesEveryMartOfASmallCentre() throws Exception {
        Path landing = folder.resolve("landing");
        GeneratedFiles files =
                CentreGenerator.write(CentrePlan.of(8, 3, 1, UNTIL).withInteractions(6000), landing, (done, of) -> {});
        try (Yardstick yardstick = new Yardstick(landing, folder.resolve("out"), UNTIL, Yardstick.Keeps.ALL)) {
            yardstick.load();
            yardstick.marts();
            assertThat(value(yardstick, "SELECT count(*) FROM '" + folder + "/out/star/fact_interaction.parquet'"))
                    .isEqualTo(files.rows().get("interactions").toString());
            assertThat(value(yardstick, "SELECT count(*) - count(DISTINCT interaction_id) FROM fact_interaction"))
                    .isEqualTo("0");
            assertThat(value(
                            yardstick,
                            "SELECT count(*) FROM fact_interaction WHERE regexp_matches(remark, '[0-9]{7}')"))
                    .isEqualTo("0");
            assertThat(value(yardstick, "SELECT min(len(customer_ref)) FROM fact_interaction"))
                    .isEqualTo("32");
            for (YardstickMart mart : YardstickMart.ALL) {
                if (!mart.name().equals("escalation")) {
                    assertThat(value(yardstick, "SELECT count(*) > 0 FROM " + mart.name()))
                            .as(mart.name())
                            .isEqualTo("true");
                }
            }
        }
    }

    @Test
    void theLaterVersionOfAnInteractionHolds() throws Exception {
        write("agents-1.csv", Agents.ENTITY, "A1,Li,T1,,,,2020-01-01,,", "A2,Wu,T2,,,,2020-01-01,,");
        write("interactions-1.csv", Interactions.ENTITY, interaction("I1", "A1", "consultation"));
        write(
                "interactions-2.csv",
                Interactions.ENTITY,
                interaction("I2", "A2", "consultation"),
                interaction("I1", "A1", "complaint"));
        try (Yardstick yardstick = new Yardstick(folder, folder.resolve("out"), UNTIL, Yardstick.Keeps.ALL)) {
            yardstick.load();
            assertThat(value(
                            yardstick,
                            "SELECT string_agg(interaction_id || ' ' || team || ' ' || business_type, ', ' ORDER BY ALL)"
                                    + " FROM fact_interaction"))
                    .isEqualTo("I1 T1 complaint, I2 T2 consultation");
        }
    }

    private static String interaction(String id, String agent, String businessType) {
        return id + ",voice_in,,," + businessType + ",13800138000," + agent
                + ",human,2026-10-01T09:00:00+08:00,,,,,,answered,,,,,,,";
    }

    private void write(String name, Entity entity, String... lines) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(entity.columns().stream().map(Column::name).collect(Collectors.joining(",")));
        all.addAll(List.of(lines));
        Files.write(folder.resolve(name), all);
    }

    @Test
    void emptyCentreHasEmptyMarts() throws Exception {
        try (Yardstick yardstick = new Yardstick(folder, folder.resolve("out"), UNTIL, Yardstick.Keeps.FOR_MARTS)) {
            yardstick.load();
            yardstick.marts();
            assertThat(value(yardstick, "SELECT count(*) FROM assessment_indicator"))
                    .isEqualTo("0");
        }
    }

    private static String value(Yardstick yardstick, String query) throws SQLException {
        try (Statement statement = yardstick.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
