package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;

/** One row an interaction and version of it. */
public final class Interactions {
    public static final Column INTERACTION_ID =
            identifier("interaction_id", "the interaction's number", "服务记录编号").required();
    public static final Column CHANNEL =
            string("channel", "the channel", "渠道").required().oneOf("voice_in", "voice_out", "chat", "email", "social");
    public static final Column QUEUE = string("queue", "the queue", "队列");
    public static final Column SKILL_GROUP = identifier("skill_group", "the skill group it was routed to", "技能组");
    public static final Column BUSINESS_TYPE = string("business_type", "what it was about", "业务类型")
            .oneOf("consultation", "complaint", "report", "suggestion", "praise", "other");
    public static final Column CUSTOMER_REF = string(
                    "customer_ref", "keyed hash of the customer's reference", "客户标识的密钥散列")
            .hashed();
    public static final Column AGENT_ID = identifier("agent_id", "the agent who handled it", "客服代表工号");
    public static final Column HANDLED_BY = string("handled_by", "human or bot; blank means human", "人工或机器人，空表示人工")
            .oneOf("human", "bot");
    public static final Column STARTED_AT =
            timestamp("started_at", "when it began", "开始时间").required();
    public static final Column ANSWERED_AT = timestamp("answered_at", "when it was answered", "应答时间");
    public static final Column ENDED_AT = timestamp("ended_at", "when it ended", "结束时间");
    public static final Column TALK_SECONDS =
            integer("talk_seconds", "seconds of talk", "通话秒数").quantity();
    public static final Column HOLD_SECONDS =
            integer("hold_seconds", "seconds on hold", "保持秒数").quantity();
    public static final Column WRAP_SECONDS =
            integer("wrap_seconds", "seconds of after-contact work", "话后处理秒数").quantity();
    public static final Column OUTCOME = string("outcome", "answered, abandoned or failed", "结果")
            .required()
            .oneOf("answered", "abandoned", "failed");
    public static final Column TRANSFERRED = bool("transferred", "whether it was transferred", "是否转接");
    public static final Column FIRST_CONTACT_RESOLVED =
            bool("first_contact_resolved", "whether it was resolved at the first contact", "是否一次解决");
    public static final Column CSAT =
            integer("csat", "the customer's rating, 1 to 5", "满意度评分 1–5").between(1, 5);
    public static final Column KEYWORDS =
            string("keywords", "keywords that were hit, separated by semicolons", "命中的关键词，分号分隔");
    public static final Column EMOTION =
            string("emotion", "normal or abnormal", "情绪").oneOf("normal", "abnormal");
    public static final Column RECORDING_REF = identifier("recording_ref", "reference of the recording", "录音编号");
    public static final Column REMARK = string("remark", "remark, with customers' numbers masked", "备注，客户号码已脱敏");

    public static final Entity ENTITY = Entity.of(
                    "interactions", "One row an interaction and version of it.", "每条服务记录的每个版本一行。")
            .columns(
                    INTERACTION_ID,
                    CHANNEL,
                    QUEUE,
                    SKILL_GROUP,
                    BUSINESS_TYPE,
                    CUSTOMER_REF,
                    AGENT_ID,
                    HANDLED_BY,
                    STARTED_AT,
                    ANSWERED_AT,
                    ENDED_AT,
                    TALK_SECONDS,
                    HOLD_SECONDS,
                    WRAP_SECONDS,
                    OUTCOME,
                    TRANSFERRED,
                    FIRST_CONTACT_RESOLVED,
                    CSAT,
                    KEYWORDS,
                    EMOTION,
                    RECORDING_REF,
                    REMARK)
            .key(INTERACTION_ID)
            .occursAt(STARTED_AT)
            .span(STARTED_AT, ANSWERED_AT)
            .span(STARTED_AT, ENDED_AT)
            .lists(KEYWORDS)
            .build();

    private Interactions() {}
}
