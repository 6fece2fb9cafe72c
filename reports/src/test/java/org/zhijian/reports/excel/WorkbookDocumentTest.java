package org.zhijian.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Heading;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.look.Look;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class WorkbookDocumentTest {
    /** The title, the way back, the sentence to remember and the notes stand above. */
    private static final int HEADER = 4;

    @TempDir
    private Path folder;

    @Test
    void valuesKeepTheirTypesAndFormats() throws IOException {
        LocalDate day = LocalDate.of(2026, 10, 31);
        LocalDateTime moment = LocalDateTime.of(2026, 10, 31, 23, 59);
        List<Heading> headings = Arrays.stream(Format.values())
                .map(format -> new Heading(format.name(), format, 8))
                .toList();
        Grid grid = new Grid(
                "Values",
                headings,
                List.of(
                        Line.of(
                                "007",
                                1_234_567L,
                                12.25,
                                0.5,
                                0.12345678,
                                0.981,
                                0.98,
                                day,
                                day.withDayOfMonth(1),
                                moment,
                                null),
                        Line.of(null, null, Double.NaN, null, null, null, null, null, null, null, null)));

        try (XSSFWorkbook workbook = write(SampleDocuments.of(Section.onNewPage("Values", grid)))) {
            XSSFSheet sheet = workbook.getSheet("Values");
            XSSFRow row = sheet.getRow(HEADER + 1);
            DataFormatter shown = new DataFormatter(Locale.ROOT);

            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("007");
            assertThat(IntStream.range(1, 10).mapToObj(row::getCell).map(Cell::getCellType))
                    .containsOnly(CellType.NUMERIC);
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(0.12345678);
            assertThat(row.getCell(7).getLocalDateTimeCellValue()).isEqualTo(day.atStartOfDay());
            assertThat(row.getCell(9).getLocalDateTimeCellValue()).isEqualTo(moment);
            assertThat(IntStream.range(7, 10).mapToObj(row::getCell)).allMatch(DateUtil::isCellDateFormatted);
            for (Format format : Format.values()) {
                assertThat(row.getCell(headings.indexOf(new Heading(format.name(), format, 8)))
                                .getCellStyle()
                                .getDataFormatString())
                        .isEqualTo(format.pattern());
            }
            assertThat(IntStream.range(0, 10).mapToObj(i -> shown.formatCellValue(row.getCell(i))))
                    .containsExactly(
                            "007",
                            "1,234,567",
                            "12.3",
                            "0.50",
                            "0.1235",
                            "98.1%",
                            "98%",
                            "2026-10-31",
                            "2026-10",
                            "2026-10-31 23:59");
            assertThat(IntStream.range(0, 10).mapToObj(sheet.getRow(HEADER + 2)::getCell))
                    .allMatch(cell -> cell.getCellType() == CellType.BLANK);
        }
    }

    @Test
    void aJudgementIsASignAndAColourAndTheValueStaysANumber() throws IOException {
        Grid grid = new Grid(
                "Judged",
                List.of(
                        new Heading("Score", Format.ONE_DECIMAL, 8),
                        new Heading("Day", Format.DATE, 8),
                        new Heading("Word", Format.TEXT, 8)),
                List.of(
                        Line.of(
                                new Judged(-0.84, Tone.BAD),
                                new Judged(LocalDate.of(2026, 10, 1), Tone.ATTENTION),
                                new Judged("met", Tone.GOOD)),
                        Line.total(new Judged(91.3, Tone.GOOD), new Judged(null, Tone.ATTENTION), null)));

        try (XSSFWorkbook workbook = write(SampleDocuments.of(Section.onNewPage("Judged", grid)))) {
            XSSFRow row = workbook.getSheet("Judged").getRow(HEADER + 1);
            XSSFRow total = workbook.getSheet("Judged").getRow(HEADER + 2);
            DataFormatter shown = new DataFormatter(Locale.ROOT);

            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(-0.84);
            assertThat(shown.formatCellValue(row.getCell(0))).isEqualTo("▼ -0.8");
            assertThat(row.getCell(1).getLocalDateTimeCellValue()).isEqualTo("2026-10-01T00:00:00");
            assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("\"◆ \"yyyy-mm-dd");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("met");
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("\"▲ \"@");
            assertThat(row.getCell(0).getCellStyle().getFont().getXSSFColor().getARGBHex())
                    .isEqualTo("FF"
                            + Integer.toHexString(Look.BAD.getRGB())
                                    .substring(2)
                                    .toUpperCase(Locale.ROOT));
            assertThat(row.getCell(0).getCellStyle().getFont().getBold()).isFalse();
            assertThat(total.getCell(0).getCellStyle().getFont().getBold()).isTrue();
            assertThat(total.getCell(1).getStringCellValue()).isEqualTo("◆");
        }
    }

    @Test
    void whateverTextComesItIsText() throws IOException {
        String tooLong = "很".repeat(40_000);
        Grid grid = new Grid(
                "Texts",
                List.of(new Heading("Text", Format.TEXT, 20)),
                Stream.concat(SampleDocuments.HOSTILE.stream(), Stream.of(tooLong, "x".repeat(5_000)))
                        .map(Line::of)
                        .toList());

        try (XSSFWorkbook workbook = write(SampleDocuments.of(Section.onNewPage("Texts", grid)))) {
            XSSFSheet sheet = workbook.getSheet("Texts");
            List<Cell> cells = IntStream.range(0, SampleDocuments.HOSTILE.size() + 2)
                    .mapToObj(i -> (Cell) sheet.getRow(HEADER + 1 + i).getCell(0))
                    .toList();

            assertThat(cells).allMatch(cell -> cell.getCellType() == CellType.STRING);
            assertThat(cells)
                    .extracting(Cell::getStringCellValue)
                    .startsWith(
                            "=HYPERLINK(\"http://example.org\",\"click\")",
                            "+86 10 1234 5678",
                            "-1+2",
                            "@SUM(A1:A9)",
                            "\tafter a tab",
                            "\nafter a carriage return",
                            "控制字符 and  and a lone  surrogate",
                            "emoji 👩‍💻 🎧 stay, so does \u202Eright-to-left\u202C and العربية",
                            "_x0041_ stays as it is",
                            "two\nlines");
            assertThat(cells.subList(0, 6)).allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
            assertThat(cells.subList(6, 10))
                    .noneMatch(cell -> cell.getCellStyle().getQuotePrefixed());
            assertThat(cells.get(10).getStringCellValue())
                    .hasSize(SafeText.LONGEST)
                    .endsWith("很… [cut here; the whole text has 40000 characters]");
            assertThat(cells.get(11).getStringCellValue()).hasSize(5_000);
        }
    }

    @Test
    void aSectionWithOneTableIsASheetToFilterAndPivot() throws IOException {
        try (XSSFWorkbook workbook = write(SampleDocuments.full(Text.ENGLISH, 5))) {
            XSSFSheet sheet = workbook.getSheet("Teams");

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Teams · Results by team");
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("Team 3 has been below its target for three months.");
            assertThat(sheet.getRow(HEADER).getCell(0).getStringCellValue()).isEqualTo("Team");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) (HEADER + 1));
            // the row of the centre's totals, the last, stays out
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:E10");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("5:5");
            assertThat(sheet.getRow(HEADER + 6).getCell(0).getStringCellValue()).isEqualTo("Centre");
            assertThat(sheet.isDisplayGridlines()).isFalse();
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getFooter().getRight()).contains("&P", "&N");
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "28, 1", "60, 0"})
    void aSheetAFewLinesHigherThanAPageIsShrunkToOne(int rows, short pages) throws IOException {
        Grid grid = new Grid(
                "Values", List.of(new Heading("What", Format.TEXT, 20)), Collections.nCopies(rows, Line.of("E101")));

        try (XSSFWorkbook workbook = write(SampleDocuments.of(Section.onNewPage("Values", grid)))) {
            assertThat(workbook.getSheet("Values").getPrintSetup().getFitHeight())
                    .isEqualTo(pages);
        }
    }

    @Test
    void aWideTableKeepsItsFirstColumnInSight() throws IOException {
        try (XSSFWorkbook workbook = write(SampleDocuments.of(SampleDocuments.cases(30, Text.ENGLISH)))) {
            XSSFSheet sheet = workbook.getSheet("Cases");

            assertThat(sheet.getPaneInformation().getVerticalSplitLeftColumn()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:L35");
            // a comment of thousands of characters shows its beginning
            assertThat(sheet.getRow(HEADER + 1 + 15).getHeightInPoints()).isBetween(60f, 90f);
            assertThat(sheet.getRow(HEADER + 1).getHeightInPoints()).isEqualTo(16.5f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theContentsLeadToEverySection(String language) throws IOException {
        Document document = SampleDocuments.full(Locale.forLanguageTag(language), 5);

        try (XSSFWorkbook workbook = write(document)) {
            Sheet contents = workbook.getSheetAt(0);
            List<XSSFHyperlink> links = workbook.getSheetAt(0).getHyperlinkList();

            assertThat(contents.getRow(0).getCell(0).getStringCellValue()).isEqualTo(document.title());
            assertThat(contents.getRow(1).getCell(0).getStringCellValue()).isEqualTo(document.subtitle());
            assertThat(contents.getRow(2).getCell(0).getStringCellValue()).isEqualTo(document.source());
            assertThat(links).hasSize(document.sections().size() + 1);
            for (int i = 0; i < document.sections().size(); i++) {
                CellReference target = new CellReference(links.get(i).getLocation());
                String title = document.sections().get(i).title();
                assertThat(workbook.getSheet(target.getSheetName())
                                .getRow(target.getRow())
                                .getCell(0)
                                .getStringCellValue())
                        .startsWith(title);
            }
            for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
                CellReference back = new CellReference(
                        workbook.getSheetAt(i).getHyperlinkList().get(0).getLocation());
                assertThat(back.getSheetName()).isEqualTo(contents.getSheetName());
            }
        }
    }

    @Test
    void anEmptyTableSaysSo() throws IOException {
        try (XSSFWorkbook workbook = write(SampleDocuments.full(Text.CHINESE, 5))) {
            XSSFSheet sheet = workbook.getSheet("申诉");

            assertThat(sheet.getRow(HEADER).getCell(0).getStringCellValue()).isEqualTo("申诉编号");
            assertThat(sheet.getRow(HEADER + 1).getCell(0).getStringCellValue()).isEqualTo("本期没有可列出的记录。");
            assertThat(sheet.getCTWorksheet().isSetAutoFilter()).isFalse();
        }
    }

    @Test
    void aDocumentWithoutSectionsIsAContentsSheet() throws IOException {
        try (XSSFWorkbook workbook = write(SampleDocuments.of())) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
        }
        try (XSSFWorkbook workbook = write(SampleDocuments.of(
                Section.onNewPage("Text", Paragraph.body("长".repeat(12_000))), Section.onNewPage("Nothing")))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
        }
    }

    @Test
    void rowsBeyondASheetGoOnToFurtherOnes() throws IOException {
        Path file = folder.resolve("long.xlsx");
        WorkbookDocument.write(SampleDocuments.of(SampleDocuments.cases(200, Text.ENGLISH)), file, 85);

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(StreamSupport.stream(workbook.spliterator(), false).map(Sheet::getSheetName))
                    .containsExactly("Contents", "Cases", "Cases (2)", "Cases (3)");
            assertThat(workbook.getSheet("Cases").getLastRowNum()).isEqualTo(84);
            XSSFSheet last = workbook.getSheet("Cases (3)");
            assertThat(last.getRow(HEADER).getCell(0).getStringCellValue()).isEqualTo("Evaluation");
            assertThat(last.getRow(HEADER + 1).getCell(0).getStringCellValue()).isEqualTo("EV-1000160");
            assertThat(last.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:L45");
            assertThat(last.getColumnWidth(11))
                    .isEqualTo(workbook.getSheet("Cases").getColumnWidth(11));
        }
    }

    @Test
    void anotherReaderReadsTheSame() throws IOException {
        Path file = folder.resolve("cases.xlsx");
        WorkbookDocument.write(SampleDocuments.of(SampleDocuments.cases(500, Text.CHINESE)), file);

        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            List<org.dhatim.fastexcel.reader.Row> rows =
                    workbook.findSheet("案例").orElseThrow().read();
            org.dhatim.fastexcel.reader.Row last = rows.get(rows.size() - 1);
            assertThat(last.getRowNum()).isEqualTo(HEADER + 1 + 500);
            assertThat(last.getCellText(0)).isEqualTo("EV-1000499");
            assertThat(last.getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("69.9");
            assertThat(last.getCellAsDate(2).orElseThrow()).isEqualTo("2026-10-01T16:19:00");
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.xlsx");
        Path second = folder.resolve("second.xlsx");
        WorkbookDocument.write(SampleDocuments.full(Text.CHINESE, 20), first);
        WorkbookDocument.write(SampleDocuments.full(Text.CHINESE, 20), second);

        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void nothingIsLeftBehindAndAnOldFileIsReplaced() throws IOException {
        Path file = folder.resolve("new/report.xlsx");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "old");
        WorkbookDocument.write(SampleDocuments.of(SampleDocuments.cases(10, Text.ENGLISH)), file);
        Grid broken = new Grid("Broken", List.of(new Heading("A", Format.TEXT, 8)), () -> {
            throw new IllegalStateException("unreadable");
        });
        assertThatThrownBy(() -> WorkbookDocument.write(SampleDocuments.of(Section.onNewPage("Broken", broken)), file))
                .hasMessage("unreadable");

        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
        assertThat(Files.size(file)).isGreaterThan(3_000);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTheUsersToMend() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> WorkbookDocument.write(SampleDocuments.of(), notAFolder.resolve("report.xlsx")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("report.xlsx");
    }

    private XSSFWorkbook write(Document document) throws IOException {
        Path file = folder.resolve("report.xlsx");
        WorkbookDocument.write(document, file);
        return new XSSFWorkbook(Files.newInputStream(file));
    }
}
