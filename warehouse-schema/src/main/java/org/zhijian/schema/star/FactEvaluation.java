package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;
import static org.zhijian.schema.Column.timestamp;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an evaluation, with the score it comes to (R1). */
public final class FactEvaluation {
    public static final Column EVALUATION_ID =
            string("evaluation_id", "the evaluation's number", "评分编号").required();
    public static final Column MONTH = date("month", "its QA month", "所属质检月").required();
    public static final Column EVALUATED_ON =
            date("evaluated_on", "the day it was scored on", "评分日期").required();
    public static final Column AGENT_KEY =
            bigint("agent_key", "the agent as of that day", "当日的客服代表").required();
    public static final Column TEAM_KEY =
            bigint("team_key", "the agent's team that day", "当日的班组").required();
    public static final Column INSPECTOR_KEY =
            bigint("inspector_key", "the inspector", "质检员").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column INSPECTOR_ID =
            string("inspector_id", "the inspector's number", "质检员工号").required();
    public static final Column INTERACTION_ID =
            string("interaction_id", "the interaction that was scored; blank for a dial test", "被评服务记录，拨测为空");
    public static final Column CATEGORY =
            string("category", "agent, event or special QA", "质检类别").required().oneOf("agent", "event", "special");
    public static final Column METHOD = string("method", "how it was inspected", "质检方式");
    public static final Column TOPIC = string("topic", "the special topic", "专题");
    public static final Column SCORECARD_ID = string("scorecard_id", "the scorecard used", "评分标准编号");
    public static final Column EVALUATED_AT =
            timestamp("evaluated_at", "when it was scored", "评分时间").required();
    public static final Column REVIEW_STATUS =
            string("review_status", "how far its review has come", "审核状态").required();
    public static final Column PUBLISHED =
            bool("published", "whether it counts", "是否已发布（计入统计）").required();
    public static final Column TOTAL_SCORE = number("total_score", "the score as it came", "原始总分");
    public static final Column POINTS_AWARDED =
            number("points_awarded", "sum of the points of the items that apply", "适用项得分之和");
    public static final Column POINTS_POSSIBLE =
            number("points_possible", "sum of the maxima of the items that apply", "适用项满分之和");
    public static final Column REVISED_SCORE = number("revised_score", "the score of the accepted appeal", "申诉复议得分");
    public static final Column SCORE = number(
                    "score", "the final score, 0 to 100; blank when there is none", "最终得分 0–100，无则为空")
            .between(0, 100);
    public static final Column SCORE_BASIS = string(
                    "score_basis", "what the score comes from, or why there is none", "得分依据，或无得分的原因")
            .required()
            .oneOf("appeal", "items", "total", "not_applicable", "unknown_item", "out_of_range", "missing");
    public static final Column OPEN_APPEAL = bool("open_appeal", "whether an appeal against it is undecided", "是否有未决申诉")
            .required();
    public static final Column FEEDBACK_AT = timestamp("feedback_at", "when the agent was told", "反馈时间");
    public static final Column CASE_MARK = string("case_mark", "kept as a case: excellent or severe", "案例标记");
    public static final Column COMMENT = string("comment", "the inspector's words", "评语");

    public static final Table TABLE = Table.of(
                    Layer.STAR,
                    "fact_evaluation",
                    "One row an evaluation, with the score it comes to (R1).",
                    "每条质检评分一行，含最终得分（R1）。")
            .columns(
                    EVALUATION_ID,
                    MONTH,
                    EVALUATED_ON,
                    AGENT_KEY,
                    TEAM_KEY,
                    INSPECTOR_KEY,
                    AGENT_ID,
                    INSPECTOR_ID,
                    INTERACTION_ID,
                    CATEGORY,
                    METHOD,
                    TOPIC,
                    SCORECARD_ID,
                    EVALUATED_AT,
                    REVIEW_STATUS,
                    PUBLISHED,
                    TOTAL_SCORE,
                    POINTS_AWARDED,
                    POINTS_POSSIBLE,
                    REVISED_SCORE,
                    SCORE,
                    SCORE_BASIS,
                    OPEN_APPEAL,
                    FEEDBACK_AT,
                    CASE_MARK,
                    COMMENT)
            .key(EVALUATION_ID)
            .partitionedBy(MONTH)
            .refers(EVALUATED_ON, DimDate.TABLE, DimDate.DAY)
            .refers(AGENT_KEY, DimAgent.TABLE, DimAgent.AGENT_KEY)
            .refers(TEAM_KEY, DimTeam.TABLE, DimTeam.TEAM_KEY)
            .refers(INSPECTOR_KEY, DimInspector.TABLE, DimInspector.INSPECTOR_KEY)
            .agrees("points_add_up", POINTS_AWARDED, FactItemScore.TABLE, FactItemScore.POINTS, EVALUATION_ID)
            .build();

    private FactEvaluation() {}
}
