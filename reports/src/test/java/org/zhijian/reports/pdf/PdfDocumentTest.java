package org.zhijian.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.SimpleBookmark;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.look.Look;

class PdfDocumentTest {
    private static final PdfDocument PDF = new PdfDocument();

    @Test
    void aChineseReportSaysWhatItsDocumentSays() throws IOException {
        List<String> pages = text(written(SampleDocuments.month(Locale.SIMPLIFIED_CHINESE, 5)));

        assertThat(pages.get(0))
                .contains("质检月报", "2026 年 10 月", "本月概览", "服务质量均分 87.4", "▲ 87.4", "▼ 3.1%", "◆ 3", "去年同月 84.9")
                .contains("严重差错率", "每百次评分的差错数", "控制限", "2026-10", "第 1 页，共 " + pages.size() + " 页")
                .contains("数据：第 412 次发布（2026-10-31）");
        assertThat(String.join("\n", pages))
                .contains("服务1班", "张㐂龘", "▼ 85.21", "49.5%", "2026-10-01", "1,234,567", "◆ 87.40", "本期没有记录")
                .contains("累计占比", "扣分热力图 8 × 12", "欧阳㐂 😀 exy", "=1+2", "<b>不是标记</b>", "本期没有数据");
    }

    @Test
    void anEnglishReportSaysWhatItsDocumentSays() throws IOException {
        List<String> pages = text(written(SampleDocuments.month(Locale.ENGLISH, 5)));

        assertThat(pages.get(0))
                .contains(
                        "Monthly quality report",
                        "October 2026",
                        "The month at a glance",
                        "▲ 87.4",
                        "Page 1 of " + pages.size());
        assertThat(String.join("\n", pages))
                .contains(
                        "By team",
                        "Total",
                        "No rows in this period",
                        "Cumulative share",
                        "Centre line",
                        "No values in this period");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60})
    void theSameDocumentGivesTheSameBytes(int teams) {
        assertThat(written(SampleDocuments.month(Locale.SIMPLIFIED_CHINESE, teams)))
                .isEqualTo(written(SampleDocuments.month(Locale.SIMPLIFIED_CHINESE, teams)));
    }

    @Test
    void theMachinesLanguageAndZoneDontMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] here = written(SampleDocuments.month(Locale.ENGLISH, 5));
        try {
            Locale.setDefault(Locale.GERMANY);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(written(SampleDocuments.month(Locale.ENGLISH, 5))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void threadsDontDisturbEachOther() throws Exception {
        byte[] alone = written(SampleDocuments.scoreDetail(Locale.ENGLISH, 1));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> together = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                together.add(threads.submit(() -> written(SampleDocuments.scoreDetail(Locale.ENGLISH, 1))));
            }
            for (Future<byte[]> one : together) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void allFontsAreEmbeddedAsSubsets() throws IOException {
        PdfReader reader = new PdfReader(written(SampleDocuments.month(Locale.SIMPLIFIED_CHINESE, 5)));

        List<PdfDictionary> descriptors = dictionaries(reader, PdfName.FONTDESCRIPTOR);
        assertThat(descriptors).isNotEmpty().allSatisfy(descriptor -> assertThat(descriptor.get(PdfName.FONTFILE2))
                .isNotNull());
        assertThat(descriptors.stream()
                        .map(descriptor ->
                                descriptor.getAsName(PdfName.FONTNAME).toString()))
                .containsExactlyInAnyOrder(
                        "/AAAAAA+NotoSansSC-Bold", "/AAAAAB+NotoSansSC-Regular", "/AAAAAC+NotoEmoji-Regular");
        assertThat(dictionaries(reader, PdfName.FONT))
                .allSatisfy(font ->
                        assertThat(font.getAsName(PdfName.BASEFONT).toString()).contains("+Noto"));
    }

    @Test
    void sectionsAreBookmarksAndTheTitleIsInTheFile() throws IOException {
        PdfReader reader = new PdfReader(written(SampleDocuments.month(Locale.SIMPLIFIED_CHINESE, 5)));

        assertThat(SimpleBookmark.getBookmarkList(reader))
                .extracting(bookmark -> bookmark.get("Title"))
                .containsExactly("本月概览", "各班组", "差错分析", "案例", "定义与设置");
        assertThat(reader.getInfo().get("Title")).isEqualTo("质检月报 2026 年 10 月 · 全中心");
    }

    @Test
    void aTableGoesOnWithItsHeader() throws IOException {
        List<String> pages = text(written(SampleDocuments.month(Locale.ENGLISH, 60)));

        List<String> withTeams =
                pages.stream().filter(page -> page.contains("Pass rate")).toList();
        assertThat(withTeams).hasSize(2);
        assertThat(withTeams.get(0))
                .contains("Scores of the teams", "Team 1Zhang")
                .doesNotContain("Team 60Zhang");
        assertThat(withTeams.get(1)).doesNotContain("Scores of the teams").contains("Leader", "Team 60Zhang", "Total");
    }

    @Test
    void everyTeamHasItsBar() throws IOException {
        String bars = text(written(SampleDocuments.month(Locale.ENGLISH, 60))).stream()
                .filter(page -> page.contains("Tiers by team"))
                .collect(Collectors.joining());

        assertThat(IntStream.rangeClosed(1, 60).filter(i -> i != 3).mapToObj(i -> "Team " + i))
                .allSatisfy(team -> assertThat(bars).contains(team));
        assertThat(bars).contains("Second-line support for card complaints");
    }

    @Test
    void aCommentOfFiveThousandCharactersIsShownWhole() throws IOException {
        String comment = IntStream.rangeClosed(1, 715)
                .mapToObj(i -> String.format(Locale.ROOT, "第%04d句，", i))
                .reduce("", String::concat);
        Grid grid = new Grid(
                "评语",
                List.of(new Grid.Heading("评语", Format.TEXT, 40), new Grid.Heading("得分", Format.INTEGER, 5)),
                List.of(Grid.Line.of(comment, 3)));

        List<String> pages = text(written(document(Paragraph.body(comment), grid)));

        assertThat(comment).hasSizeGreaterThan(5000);
        assertThat(pages).hasSizeGreaterThan(2);
        String all = String.join("", pages).replaceAll("\\s", "");
        for (int i = 1; i <= 715; i++) {
            assertThat(all.split(String.format(Locale.ROOT, "%04d", i), -1)).hasSize(3);
        }
    }

    @Test
    void noLineBeginsWithAClosingMark() {
        String text = "开场白不规范，未核实客户身份即提供账户信息。……（见录音）";
        for (int width = 45; width < 200; width++) {
            assertThat(Wrapping.lines(text, Fonts.regular(9), width)).allSatisfy(line -> assertThat(line)
                    .doesNotStartWith("，")
                    .doesNotStartWith("。")
                    .doesNotStartWith("…"));
        }
    }

    @Test
    void aHeadingsLinesAreOfAboutTheSameLength() {
        assertThat(Wrapping.balanced("平均通话时长", Fonts.bold(9), 50)).isEqualTo("平均通\n话时长");
        assertThat(Wrapping.balanced("得分", Fonts.bold(9), 50)).isEqualTo("得分");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10",
                "2026-Q3",
                "2026-W43",
                "2026-10-22",
                "−0.02",
                "+0.1",
                "18:00-21:00",
                "4–5",
                "E20261022-00005"
            })
    void aNumberOrADateIsNotDividedIntoLines(String word) {
        Lettering lettering = Fonts.bold(9);

        assertThat(Wrapping.lines("较" + word + " 上升", lettering, lettering.width(word)))
                .startsWith("较", word);
    }

    @Test
    void aHeadingOverShortValuesTakesNoMoreThanTwoLines() {
        Grid grid = new Grid(
                "Narrow",
                List.of(
                        new Grid.Heading("规则", Format.TEXT, 60),
                        new Grid.Heading("含义", Format.TEXT, 60),
                        new Grid.Heading("抽样数量", Format.INTEGER, 4),
                        new Grid.Heading("复检日期", Format.DATE, 4)),
                List.of(Grid.Line.of("同一自然月内".repeat(20), "有严重差错".repeat(20), 5, null)));

        Columns.Layout layout = Columns.of(grid).layouts(Sheet.PORTRAIT).get(0);

        assertThat(layout.size()).isEqualTo(Look.BODY_SIZE);
        assertThat(Wrapping.balanced("抽样数量", Fonts.bold(layout.size()), layout.room(2)))
                .isEqualTo("抽样\n数量");
        assertThat(Wrapping.balanced("复检日期", Fonts.bold(layout.size()), layout.room(3)))
                .isEqualTo("复检\n日期");
    }

    @Test
    void aColumnToWriteInByHandIsWideAndBlank() throws IOException {
        Grid grid = new Grid(
                "Sheet",
                List.of(
                        new Grid.Heading("Name", Format.TEXT, 12),
                        new Grid.Heading("Decision", Format.HANDWRITING, 34)),
                List.of(Grid.Line.of("Zhang Wei", null)));

        assertThat(Columns.of(grid).layouts(Sheet.PORTRAIT).get(0).room(1)).isGreaterThan(150);
        assertThat(text(written(document(grid))).get(0))
                .contains("Zhang Wei", "Decision")
                .doesNotContain("–");
    }

    @Test
    void linesFitAndTogetherAreTheText() {
        String text = "Wang 王小明 said: “" + "A".repeat(60) + "”, 3.5 % …";
        for (int width = 30; width < 300; width += 7) {
            int room = width;
            List<String> lines = Wrapping.lines(text, Fonts.bold(8), width);
            assertThat(lines)
                    .allSatisfy(line -> assertThat(Fonts.bold(8).width(line)).isLessThanOrEqualTo(room));
            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u0000b\u0007c', abc",
        "'x😀y', x😀y",
        "'👍🏽\uFE0F', 👍",
        "𠮷田, [U+20BB7]田",
        "'l\u202Er\u200F', lr",
        "'\uD800!', [U+D800]!",
        "'a\r\nb\tc', 'a\nb c'"
    })
    void onlyWhatCanBeSeenIsShown(String text, String shown) {
        assertThat(ShownText.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"李堃, 李堃", "王翀喆, 王翀喆", "张㐂龘, 张㐂龘", "刘𬭎, 刘𬭎", "𠮷田, [U+20BB7]田", "张😀怡, 张😀怡"})
    void aNameOfRareCharactersIsShownInBothFaces(String name, String shown) throws IOException {
        Grid names = new Grid("Names", List.of(new Grid.Heading(name, Format.TEXT, 12)), List.of(Grid.Line.of(name)));

        String page = text(written(document(Paragraph.lead(name), names))).get(0);

        assertThat(page.replace(" ", "").split(Pattern.quote(shown), -1)).hasSize(4);
    }

    @Test
    void anEmojiIsDrawnFromAFontInTheFile() throws IOException {
        PdfReader reader = new PdfReader(written(document(Paragraph.body("服务很好👍"))));

        assertThat(dictionaries(reader, PdfName.FONTDESCRIPTOR))
                .filteredOn(descriptor ->
                        descriptor.getAsName(PdfName.FONTNAME).toString().contains("+NotoEmoji"))
                .singleElement()
                .satisfies(descriptor ->
                        assertThat(descriptor.get(PdfName.FONTFILE2)).isNotNull());
    }

    @Test
    void aChartNamesACharacterThatItsFontLacks() throws IOException {
        Chart chart = new Chart.Bars("Title", "", List.of("😀班"), List.of(new Chart.Series("series", List.of(1.0))));

        assertThat(text(written(document(chart))).get(0)).contains("[U+1F600]班");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 14, 40})
    void aTableOfManyColumnsLosesNone(int columns) throws IOException {
        List<Grid.Heading> headings = new ArrayList<>();
        Object[] values = new Object[columns];
        for (int i = 0; i < columns; i++) {
            headings.add(new Grid.Heading("Resolution " + i, i == 0 ? Format.TEXT : Format.INTEGER, 12));
            values[i] = i == 0 ? "Zhang Wei" : (Object) (70000 + i);
        }

        String all =
                String.join(" ", text(written(document(new Grid("Wide", headings, List.of(Grid.Line.of(values)))))));

        for (int i = 1; i < columns; i++) {
            assertThat(all).contains("70,0" + (i < 10 ? "0" : "") + i);
        }
        assertThat(all.split("Zhang Wei", -1)).hasSize(columns == 40 ? 4 : 2);
    }

    @Test
    void aDocumentOfNothingIsAPage() throws IOException {
        Document empty = new Document("标题", "", "", Locale.SIMPLIFIED_CHINESE, List.of());

        assertThat(text(written(empty))).singleElement().asString().contains("标题", "第 1 页，共 1 页");
    }

    @Test
    void emptyBlocksSaySo() throws IOException {
        Document document = document(
                new Tiles(List.of()),
                new Grid("Empty grid", List.of(), List.of()),
                new Chart.Control("Empty control", "", List.of()),
                new Chart.Pareto("Empty Pareto", "", "", 0.8, List.of()),
                new Chart.Heatmap("Empty heatmap", Format.INTEGER, List.of("a"), List.of()),
                new Chart.Bars(
                        "Empty bars", "", List.of("a"), List.of(new Chart.Series("s", Arrays.asList((Double) null)))),
                new Chart.Lines("Empty lines", "", List.of(), List.of()),
                new Tiles(List.of(new Tiles.Tile("One", null, Format.INTEGER, Tone.BAD, List.of()))));

        assertThat(String.join("", text(written(document))))
                .contains("Section", "No rows in this period", "No values in this period", "Empty heatmap", "▼ –");
    }

    @Test
    void noTitleIsLeftAtAPagesFoot() throws IOException {
        for (int lines = 36; lines < 50; lines++) {
            Grid grid = new Grid(
                    "Grid title",
                    List.of(new Grid.Heading("Name", Format.TEXT, 20)),
                    List.of(Grid.Line.of("only row")));
            Document document = new Document(
                    "Title",
                    "",
                    "",
                    Locale.ENGLISH,
                    List.of(
                            Section.following("First", Paragraph.body("line\n".repeat(lines))),
                            Section.following("Second", grid)));

            assertThat(text(written(document)))
                    .filteredOn(page -> page.contains("Second"))
                    .singleElement()
                    .asString()
                    .contains("Grid title", "Name", "only row");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 9, 40})
    void noPageHasThreeRowsOrFewerOfATableThatHasMore(int rows) throws IOException {
        for (int lines = 12; lines < 50; lines++) {
            Grid grid = new Grid(
                    "Grid title",
                    List.of(new Grid.Heading("Name", Format.TEXT, 20)),
                    IntStream.range(0, rows)
                            .mapToObj(row -> Grid.Line.of("the row"))
                            .toList());
            Document document =
                    document(Paragraph.body("line\n".repeat(lines)), grid, Paragraph.note("The note of the table"));

            List<Integer> onPages = text(written(document)).stream()
                    .map(page -> page.split("the row", -1).length - 1)
                    .filter(count -> count > 0)
                    .toList();
            assertThat(onPages.stream().mapToInt(Integer::intValue).sum()).isEqualTo(rows);
            assertThat(onPages).allMatch(count -> count >= Math.min(rows, 4));
            assertThat(onPages).hasSizeLessThanOrEqualTo(rows < 8 ? 1 : 2);
        }
    }

    @Test
    void noNoteIsLeftAloneAtAPagesHead() throws IOException {
        for (int rows = 20; rows < 60; rows++) {
            Grid grid = new Grid(
                    "Grid title",
                    List.of(new Grid.Heading("Name", Format.TEXT, 20)),
                    Collections.nCopies(rows, Grid.Line.of("a row")));
            Document document = document(grid, Paragraph.note("The note"), Paragraph.note("More of it"));

            assertThat(text(written(document)))
                    .filteredOn(page -> page.contains("The note"))
                    .singleElement()
                    .asString()
                    .contains("Name", "a row", "More of it");
        }
    }

    @Test
    void noNoteIsLeftWithoutItsParagraph() throws IOException {
        for (int lines = 20; lines < 60; lines++) {
            Document document = document(
                    Paragraph.body("line\n".repeat(lines)),
                    Paragraph.body("The paragraph"),
                    Paragraph.note("The note"));

            assertThat(text(written(document)))
                    .filteredOn(page -> page.contains("The note"))
                    .singleElement()
                    .asString()
                    .contains("The paragraph");
        }
    }

    @Test
    void noLeadOrNoteIsLeftWithoutItsChart() throws IOException {
        Chart chart = new Chart.Bars(
                "Chart title", "", List.of("the bar"), List.of(new Chart.Series("series", List.of(1.0))));
        for (int lines = 20; lines < 50; lines++) {
            Document document = document(
                    Paragraph.body("line\n".repeat(lines)),
                    Paragraph.lead("The lead"),
                    chart,
                    Paragraph.note("The note"));

            assertThat(text(written(document)))
                    .filteredOn(page -> page.contains("Chart title"))
                    .singleElement()
                    .asString()
                    .contains("The lead", "the bar", "The note");
        }
    }

    @Test
    void onlySectionsWithAWideTableLie() throws IOException {
        List<Grid.Heading> headings = Collections.nCopies(14, new Grid.Heading("Resolution", Format.INTEGER, 12));
        Grid wide = new Grid(
                "Wide",
                headings,
                List.of(Grid.Line.of(Collections.nCopies(14, (Object) 70000).toArray())));
        Document document = new Document(
                "Title",
                "",
                "",
                Locale.ENGLISH,
                List.of(
                        Section.onNewPage("First", Paragraph.body("first")),
                        Section.following("Second", wide),
                        Section.following("Third", Paragraph.body("third")),
                        Section.onNewPage("Fourth", Paragraph.body("fourth"))));

        byte[] pdf = written(document);

        PdfReader reader = new PdfReader(pdf);
        assertThat(IntStream.rangeClosed(1, reader.getNumberOfPages())
                        .mapToObj(page -> reader.getPageSizeWithRotation(page))
                        .map(size -> size.getWidth() > size.getHeight()))
                .containsExactly(false, true, false);
        assertThat(text(pdf)).last().asString().contains("fourth", "Page 3 of 3");
        assertThat(SimpleBookmark.getBookmarkList(reader))
                .extracting(bookmark -> bookmark.get("Title"))
                .containsExactly("First", "Second", "Third", "Fourth");
    }

    private static Document document(Block... blocks) {
        return new Document(
                "Title", "Subtitle", "Source", Locale.ENGLISH, List.of(Section.onNewPage("Section", blocks)));
    }

    private static byte[] written(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PDF.write(document, out);
        return out.toByteArray();
    }

    private static List<String> text(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(extractor.getTextFromPage(page));
        }
        return pages;
    }

    private static List<PdfDictionary> dictionaries(PdfReader reader, PdfName type) {
        List<PdfDictionary> found = new ArrayList<>();
        for (int i = 0; i < reader.getXrefSize(); i++) {
            PdfObject object = reader.getPdfObjectRelease(i);
            if (object instanceof PdfDictionary dictionary && type.equals(dictionary.get(PdfName.TYPE))) {
                found.add(dictionary);
            }
        }
        return found;
    }
}
