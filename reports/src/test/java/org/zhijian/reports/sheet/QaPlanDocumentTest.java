package org.zhijian.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.reports.PublishedTables;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Inspectors;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.Text;

class QaPlanDocumentTest {
    @TempDir
    private Path folder;

    private static List<List<Object>> rows(Document document, String section) {
        Section found = document.sections().stream()
                .filter(one -> one.title().equals(section))
                .findFirst()
                .orElseThrow();
        List<List<Object>> rows = new ArrayList<>();
        found.blocks().stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .forEach(grid -> grid.rows().forEach(line -> {
                    assertThat(line.values()).hasSameSizeAs(grid.columns());
                    rows.add(line.values());
                }));
        return rows;
    }

    @Test
    void itSaysWhoInspectsWhomHowManyAndWhy() {
        Document document = QaPlanDocument.of(PlanTables.plan(folder), new Text(Text.ENGLISH));

        assertThat(rows(document, "By inspector"))
                .extracting(
                        row -> row.get(0), row -> row.get(2), row -> row.get(4), row -> row.get(8), row -> row.get(9))
                .containsExactly(
                        tuple("q1", "Senior", 2L, 3L, 0.25),
                        tuple("q2", null, 1L, 1L, null),
                        tuple("Nobody yet", null, null, 1L, null),
                        tuple("Total", null, null, 5L, null));
        // Tier C since the 5th, with its quota of 8, of which two are drawn; in the team of the last day.
        assertThat(rows(document, "By agent").get(0))
                .startsWith("a1", PlanTables.LONG_NAME, "@东", "A", "Top of the ranking", "C", 8L, 6L, 2L, 0L, 0L, 2L);
        assertThat(rows(document, "By agent").get(1)).endsWith("+沈云涵, q2");
        assertThat(rows(document, "Who inspects whom"))
                .extracting(row -> row.get(0), row -> row.get(2))
                .containsExactly(
                        tuple("Nobody yet", "a1"),
                        tuple("q1", "Agent not known"),
                        tuple("q1", "a1"),
                        tuple("q1", "a2"),
                        tuple("q2", "a2"));
        assertThat(rows(document, "Drawn interactions")).hasSize(5);
        assertThat(document.sections().get(0).blocks())
                .contains(Paragraph.lead(
                        "Up to 2026-10-08, 5 interactions were drawn for 2 inspectors. Of agent QA 3 were "
                                + "drawn (quotas: 13)."));
        assertThat(rows(document, "Overview"))
                .contains(List.of("Agent QA", "Tier A", 2L, 0.4), List.of("Special QA", "=服务规范", 1L, 0.2));
    }

    @Test
    void aPlanDrawnBySharesSaysThemAndNoQuota() {
        QaPlan plan = PlanTables.plan(
                folder,
                Map.of(
                        Settings.DRAW_PROFILE.key(), "shares",
                        Settings.DRAW_NEWCOMER_PERCENT.key(), "100",
                        Settings.DRAW_OTHERS_PERCENT.key(), "20"));

        Document document = QaPlanDocument.of(plan, new Text(Text.ENGLISH));

        assertThat(document.sections().get(0).blocks())
                .contains(Paragraph.lead(
                        "Up to 2026-10-08, 5 interactions were drawn for 2 inspectors. Of agent QA 3 were "
                                + "drawn (newcomers 100%, others 20%)."));
        assertThat(rows(document, "By agent").get(0))
                .startsWith("a1", PlanTables.LONG_NAME, "@东", "A", "Top of the ranking", "C", null, null, 2L);
    }

    @Test
    void aMonthWithoutAPlanSaysSo() {
        new PublishedTables(folder).append(SamplingPlan.TABLE).publish("2026-10-08");
        QaPlan plan = PlanTables.read(folder);

        Document document = QaPlanDocument.of(plan, new Text(Text.CHINESE));

        assertThat(document.sections()).hasSize(1);
        assertThat(document.sections().get(0).blocks())
                .containsExactly(Paragraph.lead("2026-10 的计划截至 2026-10-08 尚未抽取任何服务记录。"));
        assertThat(ScoreSheet.of(plan, new Text(Text.CHINESE))).isEmpty();
    }

    @Test
    void everyWordOfTheWarehouseHasItsText() {
        for (Locale locale : List.of(Text.ENGLISH, Text.CHINESE)) {
            Words words = new Words(new Text(locale));
            SamplingPlan.CATEGORY.accepted().forEach(word -> assertThat(words.category(word))
                    .isNotEqualTo(word));
            SamplingPlan.METHOD.accepted().forEach(word -> assertThat(words.method(word))
                    .isNotEqualTo(word));
            TierAssignment.REASON.accepted().forEach(word -> assertThat(words.tierReason(word))
                    .isNotEqualTo(word));
            Interactions.CHANNEL.accepted().forEach(word -> assertThat(words.channel(word))
                    .isNotEqualTo(word));
            Interactions.BUSINESS_TYPE.accepted().forEach(word -> assertThat(words.businessType(word))
                    .isNotEqualTo(word));
            Inspectors.LEVEL.accepted().forEach(word -> assertThat(words.level(word))
                    .isNotEqualTo(word));
            assertThat(words.reviewStatuses()).hasSameSizeAs(Evaluations.REVIEW_STATUS.accepted());
            assertThat(words.caseMarks()).hasSameSizeAs(Evaluations.CASE_MARK.accepted());
            assertThat(words.drawReason("complaint")).isNotEqualTo("complaint");
            assertThat(words.channel(null)).isNull();
        }
    }
}
