package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;

/** One row a coaching and version of it. */
public final class Coaching {
    public static final Column COACHING_ID =
            identifier("coaching_id", "the coaching's number", "辅导编号").required();
    public static final Column AGENT_ID =
            identifier("agent_id", "the agent's number", "工号").required();
    public static final Column EVALUATION_ID = identifier("evaluation_id", "the evaluation it came from", "评分编号");
    public static final Column ERROR_CODE = identifier("error_code", "the error type it is about", "差错编码");
    public static final Column OPENED_ON =
            date("opened_on", "the day it was opened", "开始日期").required();
    public static final Column DUE_ON = date("due_on", "the day it is due", "应完成日期");
    public static final Column RECHECKED_ON = date("rechecked_on", "the day of the re-check", "复检日期");
    public static final Column RECHECK_RESULT =
            string("recheck_result", "passed or failed", "复检结果").oneOf("passed", "failed");

    public static final Entity ENTITY = Entity.of("coaching", "One row a coaching and version of it.", "每次辅导的每个版本一行。")
            .columns(COACHING_ID, AGENT_ID, EVALUATION_ID, ERROR_CODE, OPENED_ON, DUE_ON, RECHECKED_ON, RECHECK_RESULT)
            .key(COACHING_ID)
            .build();

    private Coaching() {}
}
