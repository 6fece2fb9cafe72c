package org.zhijian.benchmarks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Heading;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Section;

/** A made-up list of cases, of twelve columns as a trainer gets them. */
final class Cases {
    private static final List<Heading> HEADINGS = List.of(
            new Heading("评分编号", Format.TEXT, 14),
            new Heading("服务记录", Format.TEXT, 16),
            new Heading("评分时间", Format.DATE_TIME, 16),
            new Heading("月份", Format.MONTH, 8),
            new Heading("班组", Format.TEXT, 12),
            new Heading("客服代表", Format.TEXT, 12),
            new Heading("质检员", Format.TEXT, 12),
            new Heading("差错类型", Format.TEXT, 18),
            new Heading("得分", Format.TWO_DECIMALS, 8),
            new Heading("扣分", Format.ONE_DECIMAL, 8),
            new Heading("录音", Format.TEXT, 22),
            new Heading("评语", Format.TEXT, 56));

    private static final LocalDateTime START = LocalDateTime.of(2026, 10, 1, 8, 0);

    private Cases() {}

    static List<Heading> headings() {
        return HEADINGS;
    }

    /** The values of one case. */
    static Line line(int number) {
        return Line.of(
                "EV-" + (1_000_000 + number),
                "IN-2026-" + (9_000_000 + number * 7L),
                START.plusMinutes(number % 40_000),
                LocalDate.of(2026, 1 + number % 10, 1),
                "第" + (number % 20 + 1) + "组",
                "客服" + number % 997,
                "质检员" + number % 31,
                "差错类型" + number % 23,
                60 + number % 4000 / 100.0,
                number % 100 / 10.0,
                "rec/2026/10/" + (9_000_000 + number * 7L) + ".wav",
                "客户两次询问退款到账时间，答复前后不一致，未按规定复述要点。" + number);
    }

    /** So many of them as a report. */
    static Document document(int rows) {
        Grid grid = new Grid("差错明细", HEADINGS, () -> IntStream.range(0, rows)
                .mapToObj(Cases::line)
                .iterator());
        return new Document("案例", "", "", Locale.SIMPLIFIED_CHINESE, List.of(Section.onNewPage("案例", grid)));
    }
}
