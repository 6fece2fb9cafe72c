package org.zhijian.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhijian.reports.DeclaredRow;
import org.zhijian.reports.PublishedTables;
import org.zhijian.reports.content.Period;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.mart.AssessmentIndicator;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class ReportFilesTest {
    private static final Text ENGLISH = new Text(Text.ENGLISH);
    private static final Text CHINESE = new Text(Text.CHINESE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private PublishedTables tables;

    @BeforeEach
    void open() {
        tables = new PublishedTables(folder.resolve("warehouse"));
    }

    @ParameterizedTest
    @EnumSource(Report.class)
    void everyReportOfAnEmptyCentreIsMadeInBothLanguages(Report report) {
        tables.append(DimAgent.TABLE).publish("2026-10-31");
        for (Text text : List.of(ENGLISH, CHINESE)) {
            for (Period.Kind kind : report.kinds()) {
                Period period = Period.containing(Period.parse("2026-10-20").first(), kind);
                List<Path> files = files(text).make(ReportRequest.of(report, period), done -> {});
                if (report == Report.SCORE_DETAILS) {
                    assertThat(files).isEmpty();
                } else {
                    assertThat(files).hasSameSizeAs(report.formats()).allSatisfy(file -> assertThat(file)
                            .isNotEmptyFile());
                }
            }
        }
    }

    @Test
    void besideAReportStandsWhatItWasMadeFrom() throws Exception {
        tables.append(DimAgent.TABLE)
                .append(AssessmentIndicator.TABLE, connectionRate())
                .publish("2026-10-31", Settings.defaults().written());

        Path file = monthly(CHINESE);

        assertThat(file).isEqualTo(folder.resolve("reports/2026-10/monthly-report-2026-10.zh-CN.pdf"));
        JsonNode origin = new ObjectMapper()
                .readTree(file.resolveSibling(file.getFileName() + ".json").toFile());
        assertThat(origin.get("report").asText()).isEqualTo("monthly-report");
        assertThat(origin.get("period").asText()).isEqualTo("2026-10");
        assertThat(origin.get("locale").asText()).isEqualTo("zh-CN");
        assertThat(origin.get("made_at").asText()).isEqualTo("2026-11-01T00:30:00Z");
        assertThat(origin.get("bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(origin.get("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        assertThat(origin.at("/publication/number").asLong()).isEqualTo(1);
        assertThat(origin.at("/publication/business_date").asText()).isEqualTo("2026-10-31");
        assertThat(origin.at("/publication/tables/mart~1assessment_indicator").asLong())
                .isZero();
        assertThat(origin.at("/publication/settings/tiers.percent").asText()).isEqualTo("20");
    }

    @Test
    void aReportMadeAgainIsTheSameByteForByte() throws IOException {
        tables.append(DimAgent.TABLE)
                .append(AssessmentIndicator.TABLE, connectionRate())
                .publish("2026-10-31");
        ReportRequest request = ReportRequest.of(Report.MONTHLY_REPORT, Period.parse("2026-10"));
        List<Path> files = files(ENGLISH).make(request, done -> {});
        List<byte[]> first = files.stream().map(ReportFilesTest::bytes).toList();

        files(ENGLISH).make(request, done -> {});

        assertThat(files).hasSize(2);
        assertThat(files.stream().map(ReportFilesTest::bytes)).containsExactlyElementsOf(first);
        try (Stream<Path> all = Files.list(files.get(0).getParent())) {
            assertThat(all).as("no draft is left").hasSize(4);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        tables.append(DimAgent.TABLE).publish("2026-10-31");
        Files.writeString(folder.resolve("reports"), "in the way");

        assertThatThrownBy(() -> monthly(ENGLISH))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("monthly-report-2026-10.en.pdf")
                .hasMessageContaining("--out");
    }

    @Test
    void aPeriodOfAnotherLengthIsRefusedWithTheRightOne() {
        assertThatThrownBy(() -> ReportRequest.of(Report.MONTHLY_REPORT, Period.parse("2026-W43")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("monthly-report")
                .hasMessageContaining("2026-10");
    }

    @Test
    void aFormatThatTheReportDoesNotHaveIsRefusedWithThoseItHas() {
        Period day = Period.parse("2026-10-31");
        assertThatThrownBy(() -> new ReportRequest(Report.DAILY_LOG, day, List.of(FileFormat.XLSX)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("xlsx")
                .hasMessageContaining("pdf");
    }

    @Test
    void anUnknownNameIsRefusedWithTheReportsThereAre() {
        assertThatThrownBy(() -> Report.named("monthly"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("monthly-report")
                .hasMessageContaining("qa-plan");
    }

    private Path monthly(Text text) {
        Period october = Period.parse("2026-10");
        return files(text)
                .make(new ReportRequest(Report.MONTHLY_REPORT, october, List.of(FileFormat.PDF)), done -> {})
                .get(0);
    }

    private ReportFiles files(Text text) {
        return new ReportFiles(PublishedWarehouse.open(tables.warehouse()), text, folder.resolve("reports"), CLOCK);
    }

    private static Object[] connectionRate() {
        return DeclaredRow.of(AssessmentIndicator.TABLE)
                .with(AssessmentIndicator.PERIOD_TYPE, "month")
                .with(AssessmentIndicator.PERIOD_START, Period.parse("2026-10").first())
                .with(AssessmentIndicator.SCOPE, "centre")
                .with(AssessmentIndicator.INDICATOR, "connection_rate")
                .with(AssessmentIndicator.NUMERATOR, 97.0)
                .with(AssessmentIndicator.DENOMINATOR, 100.0)
                .with(AssessmentIndicator.VALUE, 0.97)
                .with(AssessmentIndicator.TARGET, 0.98)
                .with(AssessmentIndicator.MET, false)
                .with(AssessmentIndicator.MONTH, Period.parse("2026-10").first())
                .row();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
