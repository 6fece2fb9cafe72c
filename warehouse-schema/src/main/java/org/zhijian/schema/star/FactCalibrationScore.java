package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a calibration session, interaction and inspector. */
public final class FactCalibrationScore {
    public static final Column SESSION_ID =
            string("session_id", "the calibration session", "校准会议编号").required();
    public static final Column INTERACTION_ID = string("interaction_id", "the interaction that was scored", "服务记录编号")
            .required();
    public static final Column INSPECTOR_ID =
            string("inspector_id", "who scored it", "质检员工号").required();
    public static final Column INSPECTOR_KEY =
            bigint("inspector_key", "the inspector", "质检员").required();
    public static final Column HELD_ON =
            date("held_on", "the day it was held", "日期").required();
    public static final Column SCORE = number("score", "the score", "得分").required();
    public static final Column MAX_SCORE =
            number("max_score", "the maximum", "满分").required();
    public static final Column REFERENCE =
            bool("reference", "whether this is the reference score", "是否为标准分").required();

    public static final Table TABLE = Table.of(
                    Layer.STAR,
                    "fact_calibration_score",
                    "One row a calibration session, interaction and inspector.",
                    "每次校准会议、每条服务记录、每个质检员一行。")
            .columns(SESSION_ID, INTERACTION_ID, INSPECTOR_ID, INSPECTOR_KEY, HELD_ON, SCORE, MAX_SCORE, REFERENCE)
            .key(SESSION_ID, INTERACTION_ID, INSPECTOR_ID)
            .refers(HELD_ON, DimDate.TABLE, DimDate.DAY)
            .refers(INSPECTOR_KEY, DimInspector.TABLE, DimInspector.INSPECTOR_KEY)
            .build();

    private FactCalibrationScore() {}
}
