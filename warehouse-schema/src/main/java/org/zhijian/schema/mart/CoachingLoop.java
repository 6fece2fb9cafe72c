package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a coaching, and one a severe error that opened none (R13). */
public final class CoachingLoop {
    public static final Column MONTH = date(
                    "month",
                    "the month it was opened in; of a severe error without one, the QA month",
                    "开始日期所在月；未辅导的严重差错为质检月")
            .required();
    public static final Column STATE = string(
                    "state",
                    "open, overdue, re-checked (passed, failed, or closed without a result), or missing",
                    "状态：进行中、逾期、复检（通过、未通过、无结果关闭）、应辅导未辅导")
            .required()
            .oneOf("open", "overdue", "passed", "failed", "closed", "missing");
    public static final Column COACHING_ID = string("coaching_id", "the coaching; blank when missing", "辅导编号，未辅导时为空");
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column TEAM = string("team", "the agent's team on that day", "当日所在班组");
    public static final Column EVALUATION_ID = string("evaluation_id", "the evaluation it came from", "评分编号");
    public static final Column ERROR_CODE = string("error_code", "the error type it is about", "差错编码");
    public static final Column OPENED_ON = date(
                    "opened_on", "the day it was opened, or the severe error found", "开始日期，未辅导时为发现差错日期")
            .required();
    public static final Column DUE_ON = date("due_on", "the day it is due", "应完成日期");
    public static final Column RECHECKED_ON = date("rechecked_on", "the day of the re-check", "复检日期");

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "coaching_loop",
                    "One row a coaching, and one a severe error that opened none (R13).",
                    "每次辅导一行，每个应辅导而未辅导的严重差错一行（R13）。")
            .columns(
                    MONTH,
                    STATE,
                    COACHING_ID,
                    AGENT_ID,
                    TEAM,
                    EVALUATION_ID,
                    ERROR_CODE,
                    OPENED_ON,
                    DUE_ON,
                    RECHECKED_ON)
            .key(COACHING_ID, EVALUATION_ID, ERROR_CODE)
            .partitionedBy(MONTH)
            .build();

    private CoachingLoop() {}
}
