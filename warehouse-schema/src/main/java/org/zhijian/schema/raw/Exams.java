package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;

/** One row an exam, agent and version of it. */
public final class Exams {
    public static final Column EXAM_ID =
            identifier("exam_id", "the exam", "考试编号").required();
    public static final Column AGENT_ID =
            identifier("agent_id", "the agent's number", "工号").required();
    public static final Column TAKEN_ON =
            date("taken_on", "the day it was taken", "考试日期").required();
    public static final Column SUBJECT = string("subject", "the subject", "科目");
    public static final Column SCORE =
            number("score", "the score", "成绩").required().quantity();

    public static final Entity ENTITY = Entity.of(
                    "exams", "One row an exam, agent and version of it.", "每次考试、每个客服代表的每个版本一行。")
            .columns(EXAM_ID, AGENT_ID, TAKEN_ON, SUBJECT, SCORE)
            .key(EXAM_ID, AGENT_ID)
            .build();

    private Exams() {}
}
