package org.zhijian.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhijian.app.FilledScoreSheet.number;
import static org.zhijian.app.FilledScoreSheet.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.sheet.QaPlanReader;
import org.zhijian.reports.sheet.ScoreSheet;
import org.zhijian.schema.Table;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;
import org.zhijian.schema.text.Text;

/** A score sheet's way from the plan to the inspector and back. */
class ScoreSheetNightTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    /** 2026-10-31 10:00 as a workbook counts days. */
    private static final String TEN_OCLOCK = "46326.41666666666";

    @TempDir
    private Path folder;

    @Test
    void aSheetThatWasFilledInComesBackAsEvaluations() throws IOException {
        land("agents.csv", "agent_id,name,team,on_post_date", "a1,张伟,one,2020-01-01");
        land("inspectors.csv", "inspector_id,name,level,monthly_capacity", "q1,沈云涵,senior,100");
        land(
                "scorecards.csv",
                "scorecard_id,item_code,item_name,max_points,channel",
                "S,V1,开头语,10,voice",
                "S,V2,服务态度,5,voice");
        land("error_types.csv", "error_code,name,severity", "E1,打断客户,general");
        land(
                "interactions.csv",
                "interaction_id,channel,agent_id,business_type,started_at,outcome",
                "i1,voice_in,a1,complaint,2026-10-30T09:00:00+08:00,answered",
                "i2,voice_in,a1,complaint,2026-10-30T10:00:00+08:00,answered");
        assertThat(nightly().exitCode()).isZero();
        ScoreSheet sheet = ScoreSheet.of(
                        QaPlanReader.read(PublishedWarehouse.open(warehouse()), OCTOBER), new Text(Text.ENGLISH))
                .get(0);
        assertThat(sheet.name() + ".xlsx").isEqualTo("score_sheets-2026-10-q1.xlsx");

        land(
                sheet,
                Map.of(
                        "M7", number("8"),
                        "N7", text("N/A"),
                        "P7", text("E1 打断客户"),
                        "V7", text("Published"),
                        "W7", number(TEN_OCLOCK),
                        "M8", number("11"),
                        "N8", number("5"),
                        "V8", text("Published"),
                        "W8", number(TEN_OCLOCK)));
        Run wrong = nightly();

        assertThat(wrong.out()).contains("Records: 5 read = 4 loaded + 0 superseded + 0 duplicate + 1 quarantined");
        assertThat(rows(FactEvaluation.TABLE))
                .extracting(
                        row -> row.string(FactEvaluation.EVALUATION_ID),
                        row -> row.string(FactEvaluation.INSPECTOR_ID),
                        row -> row.number(FactEvaluation.SCORE),
                        row -> row.bool(FactEvaluation.PUBLISHED))
                .containsExactly(tuple("plan-2026-10-event-i1", "q1", 80.0, true));
        assertThat(rows(FactError.TABLE))
                .extracting(row -> row.string(FactError.ERROR_CODE))
                .containsExactly("E1");
        assertThat(quarantine("en")).contains("Scores!M8", "V1", "11", "outside the range", "0 – 10, N/A");
        assertThat(quarantine("zh-CN")).contains("Scores!M8", "超出范围", "请在来源系统更正");

        land(
                sheet,
                Map.of(
                        "M7", number("8"),
                        "N7", text("N/A"),
                        "V7", text("Published"),
                        "W7", number(TEN_OCLOCK),
                        "M8", number("9"),
                        "N8", number("4.5"),
                        "V8", text("Published"),
                        "W8", number(TEN_OCLOCK)));
        Run right = nightly();

        assertThat(right.out()).contains("Records: 7 read = 4 loaded + 0 superseded + 3 duplicate + 0 quarantined");
        assertThat(rows(FactEvaluation.TABLE))
                .extracting(row -> row.string(FactEvaluation.INTERACTION_ID), row -> row.number(FactEvaluation.SCORE))
                .containsExactlyInAnyOrder(tuple("i1", 80.0), tuple("i2", 90.0));
        assertThat(rows(FactError.TABLE)).isEmpty();
    }

    private Path warehouse() {
        return folder.resolve("warehouse");
    }

    private Path landing(String name) throws IOException {
        return Files.createDirectories(folder.resolve("landing")).resolve(name);
    }

    private Run nightly() {
        return Run.of(
                "nightly",
                "--landing",
                folder.resolve("landing").toString(),
                "--warehouse",
                warehouse().toString(),
                "--date",
                "2026-10-31");
    }

    private String quarantine(String language) {
        String list = Run.of("quarantine", "list", "--warehouse", warehouse().toString())
                .out();
        String id = list.replaceAll("(?s).*?\\n\\s*(\\d+)\\s.*", "$1");
        return Run.in(
                        language,
                        "quarantine",
                        "show",
                        id,
                        "--warehouse",
                        warehouse().toString())
                .out();
    }

    private List<Row> rows(Table table) {
        return PublishedWarehouse.open(warehouse()).rows(table).toList();
    }

    private void land(String name, String... lines) throws IOException {
        Files.write(landing(name), List.of(lines));
    }

    /** Puts the sheet into the landing folder with these cells filled in. */
    private void land(ScoreSheet sheet, Map<String, String> cells) throws IOException {
        FilledScoreSheet.write(sheet, cells, landing(sheet.name() + ".xlsx"));
    }
}
