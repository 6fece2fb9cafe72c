package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a month and matter that goes to the team leader as if it were a severe error (R8). */
public final class Escalation {
    public static final Column MONTH =
            date("month", "the QA month, its first day", "质检月（当月第一天）").required();
    public static final Column REASON =
            string("reason", "why", "上报原因").required().oneOf("repeated_error", "team_above_limit");
    public static final Column AGENT_ID =
            string("agent_id", "the agent who repeats an error; blank for a team's rate", "重复差错的客服代表工号，班组差错率上报时为空");
    public static final Column TEAM =
            string("team", "the team whose leader it goes to: the agent's on that day", "上报班组（客服代表为当日所在班组）");
    public static final Column ERROR_CODE =
            string("error_code", "the error type repeated; blank for a team's rate", "重复的差错编码，班组差错率上报时为空");
    public static final Column REACHED_ON = date(
                    "reached_on", "the day it was reached; of a team's rate the last day counted", "触发日期；班组差错率为统计截止日")
            .required();
    public static final Column OCCURRENCES = bigint(
                    "occurrences",
                    "distinct interactions of the agent with the error; the team's errors",
                    "含该差错的服务记录数；班组差错数")
            .required()
            .atLeast(1);
    public static final Column EVIDENCE = string(
            "evidence",
            "the evaluations that prove it, separated by semicolons; blank for a team's rate",
            "作为证据的评分编号，分号分隔；班组差错率上报时为空");

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "escalation",
                    "One row a month and matter that goes to the team leader as if it were a severe error (R8).",
                    "每月每项比照严重差错上报班组长的事项一行（R8）。")
            .columns(MONTH, REASON, AGENT_ID, TEAM, ERROR_CODE, REACHED_ON, OCCURRENCES, EVIDENCE)
            .key(MONTH, REASON, AGENT_ID, TEAM, ERROR_CODE)
            .partitionedBy(MONTH)
            .build();

    private Escalation() {}
}
