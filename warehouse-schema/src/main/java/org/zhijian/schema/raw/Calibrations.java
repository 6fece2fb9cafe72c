package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.number;

import org.zhijian.schema.Column;

/** One row a calibration session, interaction, inspector and version of it. */
public final class Calibrations {
    public static final Column SESSION_ID =
            identifier("session_id", "the calibration session", "校准会议编号").required();
    public static final Column HELD_ON =
            date("held_on", "the day it was held", "日期").required();
    public static final Column INTERACTION_ID = identifier(
                    "interaction_id", "the interaction that was scored", "服务记录编号")
            .required();
    public static final Column INSPECTOR_ID =
            identifier("inspector_id", "who scored it", "质检员工号").required();
    public static final Column SCORE =
            number("score", "the score", "得分").required().quantity();
    public static final Column MAX_SCORE =
            number("max_score", "the maximum; blank means 100", "满分，空表示 100").quantity();
    public static final Column REFERENCE = bool("reference", "whether this is the reference score", "是否为标准分");

    public static final Entity ENTITY = Entity.of(
                    "calibrations",
                    "One row a calibration session, interaction, inspector and version of it.",
                    "每次校准会议、每条服务记录、每个质检员的每个版本一行。")
            .columns(SESSION_ID, HELD_ON, INTERACTION_ID, INSPECTOR_ID, SCORE, MAX_SCORE, REFERENCE)
            .key(SESSION_ID, INTERACTION_ID, INSPECTOR_ID)
            .build();

    private Calibrations() {}
}
