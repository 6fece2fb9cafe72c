package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an evaluation kept for training and kind (R14). */
public final class CaseLibrary {
    public static final Column EVALUATION_ID =
            string("evaluation_id", "the evaluation", "评分编号").required();
    public static final Column MONTH =
            date("month", "the evaluation's QA month", "所属质检月").required();
    public static final Column EVALUATED_ON =
            date("evaluated_on", "the day it was scored on", "评分日期").required();
    public static final Column INTERACTION_ID = string("interaction_id", "the interaction", "服务记录");
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column KIND =
            string("kind", "excellent or severe", "案例类型").required().oneOf("excellent", "severe");
    public static final Column RECORDING_REF = string("recording_ref", "reference of the recording", "录音编号");
    public static final Column ERROR_CODES = string(
            "error_codes",
            "its severe errors that stand, separated by semicolons; blank when an inspector's mark alone makes it severe",
            "成立的严重差错编码，分号分隔；仅由质检员标记时为空");

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "case_library",
                    "One row an evaluation kept for training and kind (R14).",
                    "每条入选典型案例的评分、每种类型一行（R14）。")
            .columns(EVALUATION_ID, MONTH, EVALUATED_ON, INTERACTION_ID, AGENT_ID, KIND, RECORDING_REF, ERROR_CODES)
            .key(EVALUATION_ID, KIND)
            .partitionedBy(MONTH)
            .build();

    private CaseLibrary() {}
}
