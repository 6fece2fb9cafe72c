package org.zhijian.reports.pdf;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tone;

/** Documents with every kind of block, of any size and in both languages. */
final class SampleDocuments {
    private final boolean isChinese;
    private final Random random = new Random(7);

    private SampleDocuments(Locale locale) {
        this.isChinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }

    /** A report of a month with that many teams. */
    static Document month(Locale locale, int teams) {
        return new SampleDocuments(locale).month(teams);
    }

    /** One or two pages for one agent. */
    static Document scoreDetail(Locale locale, int agent) {
        return new SampleDocuments(locale).detail(agent);
    }

    private Document month(int teams) {
        return new Document(
                say("质检月报", "Monthly quality report"),
                say("2026 年 10 月 · 全中心", "October 2026 · whole centre"),
                say(
                        "数据：第 412 次发布（2026-10-31）· 规则设置见末页",
                        "Data: publication 412 (2026-10-31) · the rules' settings are on the last page"),
                isChinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                List.of(overview(teams), teams(teams), errors(teams), wide(), definitions()));
    }

    private Section overview(int teams) {
        return Section.onNewPage(
                say("本月概览", "The month at a glance"),
                Paragraph.lead(
                        say(
                                "服务质量均分 87.4，高于目标 85，但严重差错率连续两月上升。",
                                "The mean score is 87.4, above the target of 85, but the rate of severe errors has risen for two months.")),
                new Tiles(List.of(
                        tile(say("质检均分", "Mean QA score"), 87.4, Format.ONE_DECIMAL, Tone.GOOD),
                        tile(say("严重差错率", "Severe error rate"), 0.031, Format.PERCENT, Tone.BAD),
                        tile(say("接通率", "Connection rate"), 0.981, Format.PERCENT, Tone.NEUTRAL),
                        tile(say("待决不胜任标记", "Competency flags to decide"), 3, Format.INTEGER, Tone.ATTENTION),
                        tile(say("申诉改判", "Appeals accepted"), 12, Format.INTEGER, Tone.NEUTRAL),
                        tile(say("计划完成率", "Plan completion"), null, Format.PERCENT, Tone.NEUTRAL))),
                control(12),
                lines(12),
                bars(teams));
    }

    private Section teams(int teams) {
        List<Grid.Line> rows = new ArrayList<>();
        for (int i = 0; i < teams; i++) {
            rows.add(Grid.Line.of(
                    team(i),
                    say("张", "Zhang ") + (i % 7 == 0 ? "㐂龘" : say("伟", "Wei")),
                    100 + i * 3,
                    new Grid.Judged(78 + random.nextDouble() * 20, i % 3 == 0 ? Tone.BAD : Tone.GOOD),
                    random.nextDouble(),
                    i % 11 == 0 ? null : -1.5 + random.nextDouble() * 3,
                    LocalDate.of(2026, 10, 1 + i % 28)));
        }
        rows.add(Grid.Line.total(
                say("合计", "Total"), "", 1234567, new Grid.Judged(87.4, Tone.ATTENTION), 0.5, null, null));
        return Section.onNewPage(
                say("各班组", "By team"),
                new Grid(
                        say("班组得分", "Scores of the teams"),
                        List.of(
                                heading(say("班组", "Team"), Format.TEXT, 20),
                                heading(say("班组长", "Leader"), Format.TEXT, 12),
                                heading(say("评分数", "Evaluations"), Format.INTEGER, 8),
                                heading(say("均分", "Mean score"), Format.TWO_DECIMALS, 8),
                                heading(say("合格率", "Pass rate"), Format.PERCENT, 8),
                                heading(say("较上月", "Against last month"), Format.ONE_DECIMAL, 8),
                                heading(say("最近评分日", "Last evaluated on"), Format.DATE, 10)),
                        rows),
                new Grid(
                        say("本月无申诉的班组", "Teams without appeals"),
                        List.of(heading(say("班组", "Team"), Format.TEXT, 20)),
                        List.of()));
    }

    private Section errors(int teams) {
        return Section.following(
                say("差错分析", "Errors"),
                Paragraph.body(say(
                        "排列图按差错数排序；热力图为各班组在各评分项上的扣分。",
                        "The Pareto chart is in the order of counts; the heatmap shows points lost.")),
                pareto(8),
                pareto(Math.max(10, teams)),
                heatmap(8, 12),
                heatmap(teams, 8),
                heatmap(8, teams),
                control(53),
                lines(53));
    }

    private Section wide() {
        List<Grid.Heading> headings = new ArrayList<>();
        headings.add(heading(say("坐席", "Agent"), Format.TEXT, 14));
        headings.add(heading(say("评语", "Comment"), Format.TEXT, 60));
        headings.add(heading(say("时间", "When"), Format.DATE_TIME, 16));
        headings.add(heading(say("得分", "Score"), Format.ONE_DECIMAL, 7));
        String words = say(
                "开场白不规范，未核实客户身份即提供账户信息。",
                "The greeting was missing; account details were given before the customer was identified. ");
        LocalDateTime when = LocalDateTime.of(2026, 10, 5, 9, 30);
        return Section.following(
                say("案例", "Cases"),
                new Grid(
                        say("评语", "Comments"),
                        headings,
                        List.of(
                                Grid.Line.of("欧阳㐂 😀 e\u202Ex\u0000y", words, when, 88.0),
                                Grid.Line.of("=1+2", words.repeat(5000 / words.length()), when, 71.5),
                                Grid.Line.of("A".repeat(40), words, when, 88.0))));
    }

    private Section definitions() {
        return Section.following(
                say("定义与设置", "Definitions and settings"),
                Paragraph.note(say(
                        "均分：已发布评分的最终得分之平均。<b>不是标记</b>",
                        "Mean score: the mean of the final scores of published evaluations. <b>no markup</b>")),
                new Chart.Bars(say("空图", "Nothing"), "x", List.of(), List.of()));
    }

    private Document detail(int agent) {
        List<Grid.Line> items = IntStream.range(0, 12)
                .mapToObj(i -> Grid.Line.of(
                        item(i), 10, 10 - i % 3, new Grid.Judged(0.9 - i % 3 * 0.1, i % 3 == 0 ? Tone.GOOD : Tone.BAD)))
                .toList();
        List<Grid.Line> words = IntStream.range(0, 8)
                .mapToObj(i -> Grid.Line.of(
                        LocalDate.of(2026, 10, 2 + i),
                        item(i),
                        say("未核实客户身份即提供账户信息，请复习流程。", "Gave account details before identifying the customer."),
                        2))
                .toList();
        return new Document(
                say("质检成绩明细", "Score details"),
                say("王小明 ", "Wang Xiaoming ") + agent + say(" · 2026 年 10 月", " · October 2026"),
                say("数据：第 412 次发布（2026-10-31）", "Data: publication 412 (2026-10-31)"),
                isChinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                List.of(
                        Section.following(
                                say("成绩", "Scores"),
                                new Tiles(List.of(
                                        tile(say("均分", "Mean score"), 87.4, Format.ONE_DECIMAL, Tone.GOOD),
                                        tile(say("等级", "Tier"), null, Format.TEXT, Tone.NEUTRAL),
                                        tile(say("评分数", "Evaluations"), 12, Format.INTEGER, Tone.NEUTRAL))),
                                lines(12),
                                new Grid(
                                        say("各项得分", "Scores by item"),
                                        List.of(
                                                heading(say("评分项", "Item"), Format.TEXT, 30),
                                                heading(say("满分", "Maximum"), Format.INTEGER, 8),
                                                heading(say("得分", "Points"), Format.INTEGER, 8),
                                                heading(say("得分率", "Share"), Format.PERCENT, 8)),
                                        items)),
                        Section.following(
                                say("扣分与评语", "Deductions"),
                                new Grid(
                                        say("质检员评语", "The inspectors' words"),
                                        List.of(
                                                heading(say("日期", "Date"), Format.DATE, 10),
                                                heading(say("评分项", "Item"), Format.TEXT, 16),
                                                heading(say("评语", "Comment"), Format.TEXT, 50),
                                                heading(say("扣分", "Points lost"), Format.INTEGER, 8)),
                                        words)),
                        Section.following(
                                say("如何申诉", "How to appeal"),
                                Paragraph.body(
                                        say("收到成绩后五个工作日内向班组长提出。", "Within five working days, to your team leader.")))));
    }

    private Tiles.Tile tile(String label, Object value, Format format, Tone tone) {
        return new Tiles.Tile(
                label,
                value,
                format,
                tone,
                List.of(
                        say("目标 85.0", "Target 85.0"),
                        say("上月 86.1（+1.3）", "Last month 86.1 (+1.3)"),
                        say("去年同月 84.9", "A year ago 84.9")));
    }

    private Chart.Control control(int periods) {
        return new Chart.Control(
                say("严重差错率", "Rate of severe errors"),
                say("每百次评分的差错数", "Errors per 100 evaluations"),
                IntStream.range(0, periods)
                        .mapToObj(i -> new Chart.Control.Point(
                                period(i, periods),
                                i == 4 ? null : 3 + random.nextDouble() * 2 + (i == 9 ? 4 : 0),
                                i < 3 ? null : 4.0,
                                i < 3 ? null : 2.1 - i % 4 * 0.1,
                                i < 3 ? null : 5.9 + i % 4 * 0.1,
                                i == 9))
                        .toList());
    }

    private Chart.Lines lines(int periods) {
        List<String> labels =
                IntStream.range(0, periods).mapToObj(i -> period(i, periods)).toList();
        return new Chart.Lines(
                say("均分", "Mean score"),
                say("分", "Score"),
                labels,
                List.of(
                        new Chart.Series(say("今年", "This year"), values(periods)),
                        new Chart.Series(say("去年", "Last year"), values(periods)),
                        new Chart.Series(
                                say("目标", "Target"),
                                IntStream.range(0, periods).mapToObj(i -> 85.0).toList())));
    }

    private Chart.Bars bars(int teams) {
        List<String> labels = IntStream.range(0, teams).mapToObj(this::team).toList();
        List<Chart.Series> series = new ArrayList<>();
        for (String tier : List.of("A", "B", "C")) {
            series.add(new Chart.Series(
                    tier,
                    IntStream.range(0, teams)
                            .mapToObj(i -> (double) random.nextInt(9))
                            .toList()));
        }
        return new Chart.Bars(say("各班组抽样等级分布", "Tiers by team"), say("人数", "Agents"), labels, series);
    }

    private Chart.Pareto pareto(int types) {
        int[] counts = IntStream.range(0, types)
                .map(i -> Math.max(1, (int) (90 * Math.pow(0.75, i))))
                .toArray();
        double all = IntStream.of(counts).sum();
        List<Chart.Pareto.Bar> bars = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < types; i++) {
            boolean isVital = sum / all < 0.8;
            sum += counts[i];
            bars.add(new Chart.Pareto.Bar(error(i), counts[i], sum / all, isVital));
        }
        return new Chart.Pareto(
                say("差错排列图", "Pareto of errors"), say("差错数", "Errors"), say("累计占比", "Cumulative share"), 0.8, bars);
    }

    private Chart.Heatmap heatmap(int rows, int columns) {
        return new Chart.Heatmap(
                say("扣分热力图", "Points lost") + " " + rows + " × " + columns,
                Format.ONE_DECIMAL,
                IntStream.range(0, columns)
                        .mapToObj(rows > columns ? this::item : this::team)
                        .toList(),
                IntStream.range(0, rows)
                        .mapToObj(i -> new Chart.Heatmap.HeatRow(
                                rows > columns ? team(i) : item(i),
                                IntStream.range(0, columns)
                                        .mapToObj(j -> (i + j) % 13 == 0 ? null : random.nextDouble() * 120)
                                        .toList()))
                        .toList());
    }

    private List<Double> values(int periods) {
        return IntStream.range(0, periods)
                .mapToObj(i -> i == 6 ? null : 82 + random.nextDouble() * 10)
                .toList();
    }

    private String period(int i, int periods) {
        return periods > 12
                ? "2026-W" + (i < 9 ? "0" : "") + (i + 1)
                : LocalDate.of(2025, 11, 1).plusMonths(i).toString().substring(0, 7);
    }

    private String team(int i) {
        return i == 2
                ? say("信用卡与个人贷款业务投诉专席二线支持班组", "Second-line support for card complaints")
                : say("服务" + (i + 1) + "班", "Team " + (i + 1));
    }

    private String item(int i) {
        List<String> items = isChinese
                ? List.of("开场白", "身份核实", "业务准确性", "服务态度", "语言表达", "结束语", "系统操作", "投诉处理")
                : List.of(
                        "Greeting",
                        "Identification",
                        "Accuracy",
                        "Attitude",
                        "Clarity of language",
                        "Closing",
                        "Use of systems",
                        "Complaint handling");
        return items.get(i % items.size());
    }

    private String error(int i) {
        List<String> errors = isChinese
                ? List.of("未核实身份", "业务解答错误", "服务态度生硬", "未按规定转接", "录入错误", "泄露客户信息", "抢话插话", "未致歉")
                : List.of(
                        "Identity not verified",
                        "Wrong answer",
                        "Harsh tone",
                        "Not transferred as the rule says",
                        "Wrong entry",
                        "Customer data disclosed",
                        "Interrupted",
                        "No apology");
        return errors.get(i % errors.size()) + (i < errors.size() ? "" : " " + i / errors.size());
    }

    private static Grid.Heading heading(String name, Format format, int width) {
        return new Grid.Heading(name, format, width);
    }

    private String say(String chinese, String english) {
        return isChinese ? chinese : english;
    }
}
