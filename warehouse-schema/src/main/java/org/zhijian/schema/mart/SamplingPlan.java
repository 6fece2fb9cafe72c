package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a plan month, category and interaction to inspect (R4, R5). */
public final class SamplingPlan {
    public static final Column PLAN_MONTH =
            date("plan_month", "the plan month, its first day", "计划月（当月第一天）").required();
    public static final Column INTERACTION_ID =
            string("interaction_id", "the interaction to inspect", "待检服务记录").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column INSPECTOR_ID = string("inspector_id", "who inspects it", "质检员工号");
    public static final Column CATEGORY =
            string("category", "agent, event or special QA", "质检类别").required().oneOf("agent", "event", "special");
    public static final Column REASON =
            string("reason", "why it was drawn", "抽取原因").required();
    public static final Column DRAWN_ON =
            date("drawn_on", "the day it was drawn", "抽取日期").required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "sampling_plan",
                    "One row a plan month, category and interaction to inspect (R4, R5).",
                    "每个计划月、每个类别、每条待检服务记录一行（R4、R5）。")
            .columns(PLAN_MONTH, INTERACTION_ID, AGENT_ID, INSPECTOR_ID, CATEGORY, REASON, DRAWN_ON)
            .key(PLAN_MONTH, CATEGORY, INTERACTION_ID)
            .partitionedBy(PLAN_MONTH)
            .build();

    private SamplingPlan() {}
}
