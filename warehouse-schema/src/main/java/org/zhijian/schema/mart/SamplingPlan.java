package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import java.util.List;
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
            string("agent_id", "the agent's number; blank for a complaint without a known agent", "工号，无法确定客服代表的投诉为空");
    public static final Column INSPECTOR_ID = string("inspector_id", "who inspects it", "质检员工号");
    public static final Column CATEGORY =
            string("category", "agent, event or special QA", "质检类别").required().oneOf("agent", "event", "special");
    /** The reasons for a draw; that of special QA is its topic, whatever the order calls it. */
    public static final List<String> REASONS = List.of(
            "tier_a",
            "tier_b",
            "tier_c",
            "newcomer",
            "share",
            "complaint",
            "keyword",
            "emotion",
            "ultra_long",
            "ultra_short",
            "time_band");

    public static final Column REASON = string(
                    "reason",
                    "why it was drawn: agent QA the tier_a, tier_b, tier_c, newcomer or share; event QA complaint, keyword, emotion, ultra_long, ultra_short or time_band; special QA the topic",
                    "抽取原因：客服代表质检为等级、新人或比例，业务事件质检为投诉、关键词、情绪、超长、超短或时段，专题质检为专题")
            .required();
    public static final Column DRAWN_ON =
            date("drawn_on", "the day it was drawn", "抽取日期").required();
    public static final Column METHOD =
            string("method", "how it is inspected", "质检方式").required().oneOf("sampling", "dial_test", "online");
    public static final Column TOPIC = string("topic", "the topic of special QA", "专题质检的专题");
    public static final Column STRATUM = string(
                    "stratum",
                    "what it was drawn with in proportion: time band, business type and channel; in event QA the reason, or the time band",
                    "抽样层：时段、业务类型、渠道；业务事件质检为原因或时段")
            .required();
    public static final Column INCLUSION_PROBABILITY = number(
                    "inclusion_probability",
                    "how likely it was to be drawn that night: the share of its stratum that was, of what was open to be drawn",
                    "入样概率：当晚可抽的同层记录中被抽取的比例")
            .required()
            .between(0, 1);
    public static final Column POPULATION = string(
                    "population",
                    "fingerprint of what decided that night's draw: how many interactions of the month there were so far, a sum of their places in the order, days and strata, how many were wanted, and why",
                    "决定当晚抽取的各项的指纹：本月截至当晚的记录数，其排序值、日期、抽样层之和，应抽数及原因")
            .required();
    public static final Column SEED =
            string("seed", "the seed of the draw", "抽样随机种子").required();
    public static final Column ALGORITHM_VERSION = integer(
                    "algorithm_version", "the version of the algorithm that drew it", "抽样算法版本")
            .required();

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "sampling_plan",
                    "One row a plan month, category and interaction to inspect (R4, R5).",
                    "每个计划月、每个类别、每条待检服务记录一行（R4、R5）。")
            .columns(
                    PLAN_MONTH,
                    INTERACTION_ID,
                    AGENT_ID,
                    INSPECTOR_ID,
                    CATEGORY,
                    REASON,
                    DRAWN_ON,
                    METHOD,
                    TOPIC,
                    STRATUM,
                    INCLUSION_PROBABILITY,
                    POPULATION,
                    SEED,
                    ALGORITHM_VERSION)
            .key(PLAN_MONTH, CATEGORY, INTERACTION_ID)
            .partitionedBy(PLAN_MONTH)
            .check("agent_known", "category = 'event' OR agent_id IS NOT NULL")
            .build();

    private SamplingPlan() {}
}
