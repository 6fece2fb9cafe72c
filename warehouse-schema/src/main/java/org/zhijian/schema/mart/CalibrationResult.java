package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a calibration session and inspector (R12). */
public final class CalibrationResult {
    public static final Column SESSION_ID =
            string("session_id", "the session", "校准会议编号").required();
    public static final Column INSPECTOR_ID =
            string("inspector_id", "the inspector", "质检员工号").required();
    public static final Column HELD_ON =
            date("held_on", "the day the session was held", "会议日期").required();
    public static final Column INTERACTIONS = bigint(
                    "interactions",
                    "interactions the inspector scored that have a reference: the score marked as it, the lead's (of several their mean), or without one the mean of the others",
                    "有标准分可比的评分数；标准分为标记为标准的（班长）评分，多条取均值，无则取其他质检员均分")
            .required()
            .atLeast(1);
    public static final Column MEAN_DEVIATION = number(
                    "mean_deviation",
                    "mean signed deviation from the reference, in percent of the maximum; above 0 is lenient",
                    "平均偏差（占满分 %），大于 0 为偏松")
            .required();
    public static final Column MEAN_ABSOLUTE_DEVIATION = number(
                    "mean_absolute_deviation", "mean absolute deviation, in percent of the maximum", "平均绝对偏差（占满分 %）")
            .required()
            .atLeast(0);
    public static final Column WITHIN_TOLERANCE = bool("within_tolerance", "whether it is within tolerance", "是否在允许范围内")
            .required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "calibration_result",
                    "One row a calibration session and inspector (R12).",
                    "每次校准会议、每个质检员一行（R12）。")
            .columns(
                    SESSION_ID,
                    INSPECTOR_ID,
                    HELD_ON,
                    INTERACTIONS,
                    MEAN_DEVIATION,
                    MEAN_ABSOLUTE_DEVIATION,
                    WITHIN_TOLERANCE)
            .key(SESSION_ID, INSPECTOR_ID)
            .build();

    private CalibrationResult() {}
}
