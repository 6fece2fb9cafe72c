package org.zhijian.schema.mart;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an agent, rule and period in which the agent met the rule (R7). A person decides. */
public final class CompetencyFlag {
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column RULE = string("rule", "the rule that was met", "触发规则")
            .required()
            .oneOf("two_in_month", "consecutive_months", "four_in_year");
    public static final Column PERIOD_START = date(
                    "period_start",
                    "first day of the month, of the first of both months, or of the year",
                    "周期起日（当月、两月中首月或当年）")
            .required();
    public static final Column REACHED_ON =
            date("reached_on", "the day the rule was met", "触发日期").required();
    public static final Column OCCURRENCES = bigint(
                    "occurrences", "severe occurrences in the period; in both months", "周期内严重差错次数（连续两月为合计）")
            .required()
            .atLeast(1);
    public static final Column EVIDENCE = string(
                    "evidence", "the evaluations that prove it, separated by semicolons", "作为证据的评分编号，分号分隔")
            .required();
    public static final Column PROVISIONAL = bool(
                    "provisional", "whether an error of the evidence is under an open appeal", "证据中是否有未决申诉")
            .required();
    public static final Column INSPECTED = bigint(
                    "inspected", "the agent's interactions inspected in the period", "周期内被质检的服务记录数")
            .required()
            .atLeast(1);
    public static final Column EXPECTED_OCCURRENCES = number(
                    "expected_occurrences",
                    "occurrences that the centre's rate would lead one to expect of them",
                    "按全中心发生率的期望次数")
            .required()
            .atLeast(0);

    public static final Table TABLE = Table.of(
                    Layer.MART,
                    "competency_flag",
                    "One row an agent, rule and period in which the agent met the rule (R7). A person decides.",
                    "每个客服代表、每条规则、每个触发周期一行（R7），由人决定。")
            .columns(
                    AGENT_ID,
                    RULE,
                    PERIOD_START,
                    REACHED_ON,
                    OCCURRENCES,
                    EVIDENCE,
                    PROVISIONAL,
                    INSPECTED,
                    EXPECTED_OCCURRENCES)
            .key(AGENT_ID, RULE, PERIOD_START)
            .build();

    private CompetencyFlag() {}
}
