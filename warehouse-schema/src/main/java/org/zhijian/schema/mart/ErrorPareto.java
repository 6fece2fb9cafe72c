package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a period and error type (R9). */
public final class ErrorPareto {
    public static final Column PERIOD_TYPE =
            string("period_type", "week or month", "周期类型").required().oneOf("week", "month");
    public static final Column PERIOD_START =
            date("period_start", "the period's first day", "周期起日").required();
    public static final Column ERROR_CODE =
            string("error_code", "the error type", "差错编码").required();
    public static final Column ERRORS =
            bigint("errors", "errors found", "差错数").required().atLeast(1);
    public static final Column SHARE =
            number("share", "its share of all errors", "占比").required();
    public static final Column CUMULATIVE_SHARE = number(
                    "cumulative_share", "share of this and the more frequent types", "累计占比")
            .required();
    public static final Column VITAL_FEW =
            bool("vital_few", "whether it belongs to the vital few", "是否属于关键少数").required();

    public static final Table TABLE = Table.of(
                    Layer.MART, "error_pareto", "One row a period and error type (R9).", "每个周期、每个差错类型一行（R9）。")
            .columns(PERIOD_TYPE, PERIOD_START, ERROR_CODE, ERRORS, SHARE, CUMULATIVE_SHARE, VITAL_FEW)
            .key(PERIOD_TYPE, PERIOD_START, ERROR_CODE)
            .build();

    private ErrorPareto() {}
}
