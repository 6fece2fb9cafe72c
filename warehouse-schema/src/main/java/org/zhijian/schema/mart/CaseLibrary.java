package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an evaluation kept for training (R14). */
public final class CaseLibrary {
    public static final Column EVALUATION_ID =
            string("evaluation_id", "the evaluation", "评分编号").required();
    public static final Column INTERACTION_ID = string("interaction_id", "the interaction", "服务记录");
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column KIND =
            string("kind", "excellent or severe", "案例类型").required().oneOf("excellent", "severe");
    public static final Column RECORDING_REF = string("recording_ref", "reference of the recording", "录音编号");

    public static final Table TABLE = Table.of(
                    Layer.MART, "case_library", "One row an evaluation kept for training (R14).", "每条入选典型案例的评分一行（R14）。")
            .columns(EVALUATION_ID, INTERACTION_ID, AGENT_ID, KIND, RECORDING_REF)
            .key(EVALUATION_ID, KIND)
            .build();

    private CaseLibrary() {}
}
