package org.zhijian.reports.excel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Chart.Bars;
import org.zhijian.reports.document.Chart.Control;
import org.zhijian.reports.document.Chart.Heatmap;
import org.zhijian.reports.document.Chart.Lines;
import org.zhijian.reports.document.Chart.Pareto;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Heading;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Section.Start;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tiles.Tile;
import org.zhijian.reports.document.Tone;

/** Documents with every kind of block, made up. */
final class SampleDocuments {
    static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://example.org\",\"click\")",
            "+86 10 1234 5678",
            "-1+2",
            "@SUM(A1:A9)",
            "\tafter a tab",
            "\rafter a carriage return",
            "控制\u0000字符\u0008 and \uFFFE and a lone \uD83D surrogate",
            "emoji 👩‍💻 🎧 stay, so does \u202Eright-to-left\u202C and العربية",
            "_x0041_ stays as it is",
            "two\r\nlines");

    private static final String[] TYPES_ZH = {"服务态度", "业务差错", "流程不规范", "信息泄露", "答非所问", "未核实身份", "记录不完整", "超时未回访"};
    private static final String[] TYPES_EN = {
        "Attitude",
        "Wrong answer",
        "Process not followed",
        "Data disclosed",
        "Beside the point",
        "Identity not verified",
        "Incomplete record",
        "Late call-back"
    };

    private final boolean isChinese;
    private final int teams;

    private SampleDocuments(Locale locale, int teams) {
        isChinese = locale.getLanguage().equals("zh");
        this.teams = teams;
    }

    /** A report with every kind of block, with so many teams. */
    static Document full(Locale locale, int teams) {
        SampleDocuments samples = new SampleDocuments(locale, teams);
        return new Document(
                samples.say("质检月报", "Monthly quality report"),
                samples.say("2026年10月 · 全中心", "October 2026 · the whole centre"),
                samples.say(
                        "依据发布 29（业务日期 2026-10-31）制作；规则设置见“定义”。",
                        "Made from publication 29 (business day 2026-10-31); the settings of the rules stand under Definitions."),
                locale,
                List.of(
                        samples.summary(),
                        samples.byTeam(),
                        samples.errorTypes(),
                        samples.heat(),
                        samples.cases(120),
                        samples.empty(),
                        samples.definitions()));
    }

    /** A document of one section. */
    static Document of(Section... sections) {
        return new Document("Title", "Subtitle", "Source", Locale.ENGLISH, List.of(sections));
    }

    /** Cases of 12 columns, made while they are read. */
    static Section cases(int rows, Locale locale) {
        return new SampleDocuments(locale, 20).cases(rows);
    }

    private String say(String chinese, String english) {
        return isChinese ? chinese : english;
    }

    private Section summary() {
        return new Section(
                say("总览", "Overview"),
                Start.NEW_PAGE,
                List.of(
                        Paragraph.lead(
                                say(
                                        "本月质检平均分 91.3，较上月下降 0.8 分；严重差错率升至 1.9%，第三、第七班组需要关注。",
                                        "The mean score was 91.3, 0.8 points below last month; the severe error rate rose to 1.9 %; teams 3 and 7 need attention.")),
                        Paragraph.body(say(
                                "评分按已发布的客服代表质检计算，共 5,412 条；其中 37 条经申诉改判，数值已按改判后的结果计算。".repeat(3),
                                "Scores come from 5,412 published agent evaluations, of which 37 were changed by an appeal and count as decided. "
                                        .repeat(3))),
                        new Tiles(List.of(
                                tile("质检平均分", "Mean score", 91.345, Format.ONE_DECIMAL, Tone.BAD),
                                tile("接通率", "Connection rate", 0.9821, Format.PERCENT, Tone.GOOD),
                                tile("严重差错率", "Severe error rate", 0.0191, Format.PERCENT, Tone.ATTENTION),
                                tile("评分数", "Evaluations", 5412, Format.INTEGER, Tone.NEUTRAL),
                                tile("一次解决率", "First contact resolution", null, Format.PERCENT, Tone.NEUTRAL))),
                        control(14),
                        pareto(),
                        new Lines(
                                say("平均分：今年与去年", "Mean score: this year and last"),
                                say("分", "points"),
                                months(12),
                                List.of(
                                        series("今年", "This year", 12, 91),
                                        series("去年", "Last year", 12, 89),
                                        series("目标", "Target", 12, 90))),
                        new Bars(
                                say("抽样等级分布", "Tiers"),
                                say("人数", "agents"),
                                List.of("2026-08", "2026-09", "2026-10"),
                                List.of(
                                        new Chart.Series("A", List.of(12.0, 12.0, 11.0)),
                                        new Chart.Series("B", List.of(36.0, 35.0, 37.0)),
                                        new Chart.Series("C", java.util.Arrays.asList(12.0, null, 12.0)))),
                        control(24),
                        new Control(say("没有数据的图", "A chart without data"), "u", List.of()),
                        new Grid(
                                say("需要决定的事项", "What needs a decision"),
                                List.of(
                                        new Heading(say("事项", "Matter"), Format.TEXT, 40),
                                        new Heading(say("日期", "Date"), Format.DATE, 11),
                                        new Heading(say("次数", "Occurrences"), Format.INTEGER, 8)),
                                List.of(
                                        Line.of(
                                                say("李晓明：一个月内两次严重差错", "Li Xiaoming: two severe errors in a month"),
                                                LocalDate.of(2026, 10, 12),
                                                2),
                                        Line.of(
                                                say("王芳：连续两个月", "Wang Fang: two consecutive months"),
                                                LocalDate.of(2026, 10, 20),
                                                3)))));
    }

    private Section byTeam() {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= teams; i++) {
            Tone tone = i % 7 == 3 ? Tone.BAD : i % 5 == 1 ? Tone.GOOD : Tone.NEUTRAL;
            lines.add(Line.of(
                    team(i),
                    200 + i * 13,
                    new Judged(88 + (i * 37 % 100) / 10.0, tone),
                    0.85 + i % 10 / 100.0,
                    i % 4 == 0 ? null : new Judged(-0.4 + i % 3, i % 3 == 0 ? Tone.BAD : Tone.GOOD)));
        }
        lines.add(Line.total(say("全中心", "Centre"), 5412, 91.345, 0.9132, new Judged(-0.8, Tone.BAD)));
        return Section.onNewPage(
                say("班组", "Teams"),
                Paragraph.lead(say("第三班组连续三个月低于目标。", "Team 3 has been below its target for three months.")),
                Paragraph.note(say(
                        "平均分为评分的平均值，不是班组平均分的平均值。",
                        "The centre's mean is that of its evaluations, not of its teams' means.")),
                new Bars(
                        say("平均分（按班组）", "Mean score by team"),
                        say("分", "points"),
                        IntStream.rangeClosed(1, teams).mapToObj(this::team).toList(),
                        List.of(new Chart.Series(
                                say("平均分", "Mean score"),
                                IntStream.rangeClosed(1, teams)
                                        .mapToObj(i -> 88 + (i * 37 % 100) / 10.0)
                                        .toList()))),
                new Grid(
                        say("各班组成绩", "Results by team"),
                        List.of(
                                new Heading(say("班组", "Team"), Format.TEXT, 18),
                                new Heading(say("评分数", "Evaluations"), Format.INTEGER, 10),
                                new Heading(say("平均分", "Mean score"), Format.ONE_DECIMAL, 9),
                                new Heading(say("合格率", "Pass rate"), Format.PERCENT, 9),
                                new Heading(say("较上月变化", "Change against last month"), Format.TWO_DECIMALS, 9)),
                        lines));
    }

    private Section errorTypes() {
        return Section.onNewPage(
                say("差错类型", "Error types"),
                pareto(),
                control(12),
                new Grid(
                        say("差错类型", "Error types"),
                        List.of(
                                new Heading(say("编码", "Code"), Format.TEXT, 8),
                                new Heading(say("差错类型", "Error type"), Format.TEXT, 18),
                                new Heading(say("次数", "Errors"), Format.INTEGER, 8),
                                new Heading(say("累计占比", "Cumulative share"), Format.PERCENT, 8)),
                        IntStream.range(0, 8)
                                .mapToObj(i -> Line.of("E0" + i, type(i), 90 - i * 10, 0.2 + i * 0.1))
                                .toList()));
    }

    private Section heat() {
        return Section.onNewPage(
                say("扣分热力图", "Points lost"),
                Paragraph.lead(say("颜色越深，扣分越多。", "The darker, the more points were lost.")),
                new Heatmap(
                        say("考核项 × 班组：每百条评分扣分", "Item × team: points lost in 100 evaluations"),
                        Format.ONE_DECIMAL,
                        IntStream.rangeClosed(1, teams).mapToObj(this::team).toList(),
                        IntStream.range(0, 8)
                                .mapToObj(i -> new Heatmap.HeatRow(
                                        type(i),
                                        IntStream.range(0, teams)
                                                .mapToObj(j -> (i + j) % 11 == 0 ? null : (i * 31 + j * 17) % 97 / 10.0)
                                                .toList()))
                                .toList()));
    }

    private Section cases(int rows) {
        List<Heading> headings = List.of(
                new Heading(say("评分编号", "Evaluation"), Format.TEXT, 14),
                new Heading(say("服务记录", "Interaction"), Format.TEXT, 16),
                new Heading(say("评分时间", "Evaluated at"), Format.DATE_TIME, 16),
                new Heading(say("月份", "Month"), Format.MONTH, 8),
                new Heading(say("班组", "Team"), Format.TEXT, 12),
                new Heading(say("客服代表", "Agent"), Format.TEXT, 12),
                new Heading(say("质检员", "Inspector"), Format.TEXT, 12),
                new Heading(say("差错类型", "Error type"), Format.TEXT, 18),
                new Heading(say("得分", "Score"), Format.TWO_DECIMALS, 8),
                new Heading(say("扣分", "Points lost"), Format.ONE_DECIMAL, 8),
                new Heading(say("录音", "Recording"), Format.TEXT, 22),
                new Heading(say("评语", "Comment"), Format.TEXT, 56));
        return Section.onNewPage(
                say("案例", "Cases"),
                Paragraph.lead(say("本月查出的全部差错，可筛选。", "Every error found this month, to be filtered.")),
                new Grid(say("差错明细", "Errors"), headings, () -> lines(rows)));
    }

    private Iterator<Line> lines(int rows) {
        LocalDateTime start = LocalDateTime.of(2026, 10, 1, 8, 0);
        return IntStream.range(0, rows)
                .mapToObj(i -> Line.of(
                        "EV-" + (1_000_000 + i),
                        "IN-2026-" + (9_000_000 + i * 7),
                        start.plusMinutes(i % 40_000),
                        LocalDate.of(2026, 1 + i % 10, 1),
                        team(i % 20 + 1),
                        (isChinese ? "客服" : "Agent ") + i % 997,
                        (isChinese ? "质检员" : "Inspector ") + i % 31,
                        type(i % 8),
                        i % 50 == 0 ? new Judged(59.5, Tone.BAD) : (Object) (60 + i % 400 / 10.0),
                        i % 20 * 0.5,
                        "rec/2026/10/" + (500_000 + i) + ".wav",
                        comment(i)))
                .iterator();
    }

    private String comment(int i) {
        if (i > 0 && i <= HOSTILE.size()) {
            return HOSTILE.get(i - 1);
        }
        if (i == 15) {
            return say("通话中多次打断客户，未按流程核实身份。", "Interrupted the customer and did not verify the identity. ")
                    .repeat(90);
        }
        return say("未按规定核实客户身份，已现场提醒。", "Did not verify the customer's identity; told at once.") + i % 100;
    }

    private Section empty() {
        return Section.onNewPage(
                say("申诉", "Appeals"),
                new Grid(
                        say("本月申诉", "Appeals of the month"),
                        List.of(
                                new Heading(say("申诉编号", "Appeal"), Format.TEXT, 14),
                                new Heading(say("提交日期", "Submitted on"), Format.DATE, 12),
                                new Heading(say("结果", "Decision"), Format.TEXT, 20)),
                        List.of()));
    }

    private Section definitions() {
        return Section.onNewPage(
                say("定义", "Definitions"),
                Paragraph.body(say(
                        "质检平均分：当月已发布的客服代表质检得分的平均值。",
                        "Mean score: the mean of the final scores of the month's published agent evaluations.")),
                Paragraph.note(say(
                        "严重差错率＝有成立的严重差错的评分 ÷ 评分。",
                        "Severe error rate: evaluations with a standing severe error ÷ evaluations.")));
    }

    private Tile tile(String chinese, String english, Object value, Format format, Tone tone) {
        return new Tile(
                say(chinese, english),
                value,
                format,
                tone,
                List.of(
                        say("目标 90.0 · 未达标", "target 90.0 · not met"),
                        say("上月 92.1，去年同月 90.7", "last month 92.1, last year 90.7")));
    }

    private Control control(int periods) {
        return new Control(
                say("每百条评分差错数（近 " + periods + " 期）", "Errors per 100 evaluations, last " + periods + " periods"),
                say("差错率", "Errors per 100"),
                IntStream.range(0, periods)
                        .mapToObj(i -> new Control.Point(
                                months(periods).get(i),
                                i == 2 ? null : i == periods - 2 ? 9.4 : 5 + i * 7 % 5 * 0.4,
                                i < 1 ? null : 5.6,
                                i < 1 ? null : 3.4 - i % 3 * 0.1,
                                i < 1 ? null : 7.8 + i % 3 * 0.1,
                                i == periods - 2))
                        .toList());
    }

    private Pareto pareto() {
        int[] counts = {96, 71, 40, 22, 12, 7, 5, 2};
        List<Pareto.Bar> bars = new ArrayList<>();
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            bars.add(new Pareto.Bar(type(i), counts[i], sum / 255.0, i < 3));
        }
        return new Pareto(
                say("差错类型帕累托图", "Pareto of error types"),
                say("差错数", "Errors"),
                say("累计占比", "Cumulative share"),
                0.8,
                bars);
    }

    private Chart.Series series(String chinese, String english, int count, double level) {
        return new Chart.Series(
                say(chinese, english),
                IntStream.range(0, count)
                        .mapToObj(i -> level == 90 ? (Double) 90.0 : i == 5 ? null : (Double) (level + i * 5 % 7 * 0.3))
                        .toList());
    }

    private static List<String> months(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LocalDate.of(2026, 10, 1)
                        .minusMonths(count - 1L - i)
                        .toString()
                        .substring(0, 7))
                .toList();
    }

    private String team(int i) {
        return say("第" + i + "班组", "Team " + i);
    }

    private String type(int i) {
        return isChinese ? TYPES_ZH[i] : TYPES_EN[i];
    }
}
