package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a month and measure, forecast from the closed months before it (R9). */
public final class VolumeForecast {
    public static final Column MONTH = date("month", "the month that is forecast, its first day", "预测月份（当月第一天）")
            .required();
    public static final Column MEASURE = string(
                    "measure",
                    "volume: the centre's human-handled interactions; mean_score: the mean of its agent-QA scores",
                    "volume：全中心人工话务量；mean_score：全中心客服代表质检均分")
            .required()
            .oneOf("volume", "mean_score");
    public static final Column FORECAST =
            number("forecast", "the forecast", "预测值").required().atLeast(0);
    public static final Column LOWER = number(
            "lower",
            "lower end of the 95 % interval; blank while too few months could be tested",
            "95% 预测区间下限，可检验月份不足时为空");
    public static final Column UPPER = number("upper", "upper end of the 95 % interval", "95% 预测区间上限");
    public static final Column LOWER_80 = number("lower_80", "lower end of the 80 % interval", "80% 预测区间下限");
    public static final Column UPPER_80 = number("upper_80", "upper end of the 80 % interval", "80% 预测区间上限");
    public static final Column METHOD =
            string("method", "how it was made", "预测方法").required().oneOf("last_value", "theta", "seasonal_growth");
    public static final Column HISTORY_MONTHS = bigint(
                    "history_months", "unbroken months with data that it is made from", "所依据的连续有数据的月数")
            .required()
            .atLeast(1);
    public static final Column BACKTEST_MONTHS = bigint(
                    "backtest_months", "past months on which the method was tested", "用于检验该方法的过往月数")
            .required()
            .atLeast(0);
    public static final Column MEAN_ABSOLUTE_PERCENTAGE_ERROR = number(
                    "mean_absolute_percentage_error",
                    "the method's mean absolute error on these months, in percent of the actual value",
                    "该方法在这些月份的平均绝对误差（占实际值 %）")
            .atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "volume_forecast",
                    "One row a month and measure, forecast from the closed months before it (R9).",
                    "每个月、每个指标一行，由此前已结束的月份预测（R9）。")
            .columns(
                    MONTH,
                    MEASURE,
                    FORECAST,
                    LOWER,
                    UPPER,
                    LOWER_80,
                    UPPER_80,
                    METHOD,
                    HISTORY_MONTHS,
                    BACKTEST_MONTHS,
                    MEAN_ABSOLUTE_PERCENTAGE_ERROR)
            .key(MONTH, MEASURE)
            .partitionedBy(MONTH)
            .build();

    private VolumeForecast() {}
}
