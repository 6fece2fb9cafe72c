package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a period and error type that was found in it, centre-wide (R9). */
public final class ErrorPareto {
    public static final Column PERIOD_TYPE =
            string("period_type", "week or month", "周期类型").required().oneOf("week", "month");
    public static final Column PERIOD_START =
            date("period_start", "the period's first day", "周期起日").required();
    public static final Column ERROR_CODE =
            string("error_code", "the error type", "差错编码").required();
    public static final Column ERRORS =
            bigint("errors", "errors found", "差错数").required().atLeast(1);
    public static final Column SHARE = number(
                    "share", "its share of all errors of the period, 0 to 1", "占周期内全部差错的比例 0–1")
            .required()
            .between(0, 1);
    public static final Column CUMULATIVE_SHARE = number(
                    "cumulative_share",
                    "share of this and the types before it, by count, then by code; 0 to 1",
                    "按次数、编码排序后累计到本类型的占比 0–1")
            .required()
            .between(0, 1);
    public static final Column VITAL_FEW = bool(
                    "vital_few",
                    "whether the share of the types before it is still below the vital few's",
                    "此前累计占比是否尚未达到关键少数的界限")
            .required();
    public static final Column MONTH = date("month", "the month the period begins in, its first day", "周期起日所在月的第一天")
            .required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "error_pareto",
                    "One row a period and error type that was found in it, centre-wide (R9).",
                    "每个周期、每个已发现的差错类型一行，全中心统计（R9）。")
            .columns(PERIOD_TYPE, PERIOD_START, ERROR_CODE, ERRORS, SHARE, CUMULATIVE_SHARE, VITAL_FEW, MONTH)
            .key(PERIOD_TYPE, PERIOD_START, ERROR_CODE)
            .partitionedBy(MONTH)
            .build();

    private ErrorPareto() {}
}
