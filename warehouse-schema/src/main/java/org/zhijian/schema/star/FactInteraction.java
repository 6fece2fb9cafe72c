package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an interaction. */
public final class FactInteraction {
    public static final Column INTERACTION_ID =
            string("interaction_id", "the interaction's number", "服务记录编号").required();
    public static final Column MONTH = date("month", "the first day of the month it began in", "开始时间所在月的第一天")
            .required();
    public static final Column STARTED_ON =
            date("started_on", "the day it began on", "开始日期").required();
    public static final Column TIME_BAND_KEY =
            bigint("time_band_key", "the time band it began in", "时段").required();
    public static final Column AGENT_KEY =
            bigint("agent_key", "the agent as of that day", "当日的客服代表").required();
    public static final Column TEAM_KEY =
            bigint("team_key", "the agent's team that day", "当日的班组").required();
    public static final Column CHANNEL_KEY =
            bigint("channel_key", "the channel", "渠道").required();
    public static final Column BUSINESS_TYPE_KEY =
            bigint("business_type_key", "what it was about", "业务类型").required();
    public static final Column AGENT_ID = string("agent_id", "the agent's number", "工号");
    public static final Column QUEUE = string("queue", "the queue", "队列");
    public static final Column SKILL_GROUP = string("skill_group", "the skill group it was routed to", "技能组");
    public static final Column STARTED_AT =
            timestamp("started_at", "when it began", "开始时间").required();
    public static final Column ANSWERED_AT = timestamp("answered_at", "when it was answered", "应答时间");
    public static final Column ENDED_AT = timestamp("ended_at", "when it ended", "结束时间");
    public static final Column TALK_SECONDS =
            integer("talk_seconds", "seconds of talk", "通话秒数").atLeast(0);
    public static final Column HOLD_SECONDS =
            integer("hold_seconds", "seconds on hold", "保持秒数").atLeast(0);
    public static final Column WRAP_SECONDS =
            integer("wrap_seconds", "seconds of after-contact work", "话后处理秒数").atLeast(0);
    public static final Column OUTCOME = string("outcome", "answered, abandoned or failed", "结果")
            .required()
            .oneOf("answered", "abandoned", "failed");
    public static final Column HUMAN_HANDLED =
            bool("human_handled", "answered by a person who is known", "人工话务").required();
    public static final Column TRANSFERRED = bool("transferred", "whether it was transferred", "是否转接");
    public static final Column FIRST_CONTACT_RESOLVED =
            bool("first_contact_resolved", "whether it was resolved at the first contact", "是否一次解决");
    public static final Column CSAT =
            integer("csat", "the customer's rating, 1 to 5", "满意度评分 1–5").between(1, 5);
    public static final Column KEYWORDS =
            string("keywords", "keywords that were hit, separated by semicolons", "命中的关键词，分号分隔");
    public static final Column EMOTION_ABNORMAL =
            bool("emotion_abnormal", "whether the emotion was abnormal; blank when not known", "情绪是否异常，未知时为空");
    public static final Column RECORDING_REF = string("recording_ref", "reference of the recording", "录音编号");

    public static final Table TABLE = Table.of(Layer.STAR, "fact_interaction", "One row an interaction.", "每条服务记录一行。")
            .columns(
                    INTERACTION_ID,
                    MONTH,
                    STARTED_ON,
                    TIME_BAND_KEY,
                    AGENT_KEY,
                    TEAM_KEY,
                    CHANNEL_KEY,
                    BUSINESS_TYPE_KEY,
                    AGENT_ID,
                    QUEUE,
                    SKILL_GROUP,
                    STARTED_AT,
                    ANSWERED_AT,
                    ENDED_AT,
                    TALK_SECONDS,
                    HOLD_SECONDS,
                    WRAP_SECONDS,
                    OUTCOME,
                    HUMAN_HANDLED,
                    TRANSFERRED,
                    FIRST_CONTACT_RESOLVED,
                    CSAT,
                    KEYWORDS,
                    EMOTION_ABNORMAL,
                    RECORDING_REF)
            .key(INTERACTION_ID)
            .partitionedBy(MONTH)
            .refers(STARTED_ON, DimDate.TABLE, DimDate.DAY)
            .refers(TIME_BAND_KEY, DimTimeBand.TABLE, DimTimeBand.TIME_BAND_KEY)
            .refers(AGENT_KEY, DimAgent.TABLE, DimAgent.AGENT_KEY)
            .refers(TEAM_KEY, DimTeam.TABLE, DimTeam.TEAM_KEY)
            .refers(CHANNEL_KEY, DimChannel.TABLE, DimChannel.CHANNEL_KEY)
            .refers(BUSINESS_TYPE_KEY, DimBusinessType.TABLE, DimBusinessType.BUSINESS_TYPE_KEY)
            .build();

    private FactInteraction() {}
}
