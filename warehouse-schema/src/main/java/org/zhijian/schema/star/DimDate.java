package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.string;

import java.time.LocalDate;
import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a calendar day. */
public final class DimDate {
    /** The calendar's first and last day; a landing record dated outside is in quarantine. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2049, 12, 31);

    public static final Column DAY = date("day", "the day", "日期").required();
    public static final Column WEEK_START =
            date("week_start", "the Monday of its ISO week", "所在 ISO 周的星期一").required();
    public static final Column MONTH_START =
            date("month_start", "the first day of its month", "所在月第一天").required();
    public static final Column QUARTER_START =
            date("quarter_start", "the first day of its quarter", "所在季度第一天").required();
    public static final Column YEAR = integer("year", "the year", "年").required();
    public static final Column DAY_OF_WEEK = integer("day_of_week", "1 Monday to 7 Sunday", "星期，1 为周一")
            .required()
            .between(1, 7);
    public static final Column WORKDAY = bool(
                    "workday", "whether people work, holidays and made-up working days counted", "是否工作日（含节假日与调休）")
            .required();
    public static final Column HOLIDAY =
            string("holiday", "the public holiday or made-up working day, from the calendar file", "节假日或调休名称");

    public static final Table TABLE = Table.of(Layer.STAR, "dim_date", "One row a calendar day.", "每个日历日一行。")
            .columns(DAY, WEEK_START, MONTH_START, QUARTER_START, YEAR, DAY_OF_WEEK, WORKDAY, HOLIDAY)
            .key(DAY)
            .build();

    private DimDate() {}
}
