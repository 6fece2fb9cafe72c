package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a plan month, category with a draw, dimension and value: what was drawn beside all human-handled interactions (R5). */
public final class SamplingCoverage {
    public static final Column PLAN_MONTH =
            date("plan_month", "the plan month, its first day", "计划月（当月第一天）").required();
    public static final Column CATEGORY =
            string("category", "agent, event or special QA", "质检类别").required().oneOf("agent", "event", "special");
    public static final Column DIMENSION = string("dimension", "what the interactions are divided by", "对比维度")
            .required()
            .oneOf("hour", "talk_length", "channel", "business_type");
    public static final Column VALUE = string(
                    "value",
                    "the hour of the day from 00 to 23; the talk length: ultra_short, minute_1 (up to 60 s), minute_2, ..., ultra_long or unknown; the channel; the business type",
                    "取值：小时 00–23；通话时长：超短、第几分钟、超长或未知；渠道；业务类型")
            .required();
    public static final Column INTERACTIONS = bigint(
                    "interactions", "human-handled interactions of the month with this value", "当月该取值的人工话务量")
            .required()
            .atLeast(0);
    public static final Column DRAWN =
            bigint("drawn", "of these, the drawn ones", "其中被抽取的数量").required().atLeast(0);
    public static final Column INTERACTION_SHARE = number(
                    "interaction_share", "share of all human-handled interactions of the month", "占当月人工话务的比例")
            .required()
            .between(0, 1);
    public static final Column DRAWN_SHARE = number(
                    "drawn_share",
                    "share of all that the category drew of them; blank without any",
                    "占该类别抽取量的比例，无抽取时为空")
            .between(0, 1);
    public static final Column DRAWN_RATE = number("drawn_rate", "drawn ÷ interactions", "抽取率：抽取数量 ÷ 人工话务量")
            .required()
            .between(0, 1);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "sampling_coverage",
                    "One row a plan month, category with a draw, dimension and value: what was drawn beside all human-handled interactions (R5).",
                    "每个计划月、每个有抽取的类别、每个对比维度的每个取值一行：抽取结果与全部人工话务的对比（R5）。")
            .columns(
                    PLAN_MONTH,
                    CATEGORY,
                    DIMENSION,
                    VALUE,
                    INTERACTIONS,
                    DRAWN,
                    INTERACTION_SHARE,
                    DRAWN_SHARE,
                    DRAWN_RATE)
            .key(PLAN_MONTH, CATEGORY, DIMENSION, VALUE)
            .partitionedBy(PLAN_MONTH)
            .build();

    private SamplingCoverage() {}
}
