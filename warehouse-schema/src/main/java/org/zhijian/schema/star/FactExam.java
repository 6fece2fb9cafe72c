package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an exam and agent. */
public final class FactExam {
    public static final Column EXAM_ID = string("exam_id", "the exam", "考试编号").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column AGENT_KEY =
            bigint("agent_key", "the agent as of that day", "当日的客服代表").required();
    public static final Column TEAM_KEY =
            bigint("team_key", "the agent's team that day", "当日的班组").required();
    public static final Column TAKEN_ON =
            date("taken_on", "the day it was taken", "考试日期").required();
    public static final Column SUBJECT = string("subject", "the subject", "科目");
    public static final Column SCORE = number("score", "the score", "成绩").required();

    public static final Table TABLE = Table.of(Layer.STAR, "fact_exam", "One row an exam and agent.", "每次考试、每个客服代表一行。")
            .columns(EXAM_ID, AGENT_ID, AGENT_KEY, TEAM_KEY, TAKEN_ON, SUBJECT, SCORE)
            .key(EXAM_ID, AGENT_ID)
            .refers(TAKEN_ON, DimDate.TABLE, DimDate.DAY)
            .refers(AGENT_KEY, DimAgent.TABLE, DimAgent.AGENT_KEY)
            .refers(TEAM_KEY, DimTeam.TABLE, DimTeam.TEAM_KEY)
            .build();

    private FactExam() {}
}
