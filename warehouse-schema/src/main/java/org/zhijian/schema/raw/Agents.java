package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;

/** One row an agent and the day from which its attributes hold. */
public final class Agents {
    public static final Column AGENT_ID =
            identifier("agent_id", "the agent's number", "工号").required();
    public static final Column NAME = string("name", "the agent's name", "姓名").required();
    public static final Column TEAM = identifier("team", "the team", "班组").required();
    public static final Column SITE = string("site", "the site", "职场");
    public static final Column GRADE = string("grade", "the agent's grade", "星级");
    public static final Column SKILL_GROUP = identifier("skill_group", "the skill group", "技能组");
    public static final Column ON_POST_DATE =
            date("on_post_date", "the first day on the post", "上岗日期").required();
    public static final Column LEFT_DATE = date(
                    "left_date",
                    "the first day no longer there; blank, or after the calendar's end, while on the post",
                    "离岗日期（不再在岗的第一天），空或晚于日历末日表示在岗")
            .openAtEnd();
    public static final Column EFFECTIVE_FROM = date(
                    "effective_from",
                    "the day from which team, grade and skill group hold; blank, or before the calendar's start, from the beginning",
                    "班组、星级、技能组的生效日期，空或早于日历首日表示自始有效")
            .openAtStart();

    public static final Entity ENTITY = Entity.of(
                    "agents", "One row an agent and the day from which its attributes hold.", "每个客服代表、每个生效日一行。")
            .columns(AGENT_ID, NAME, TEAM, SITE, GRADE, SKILL_GROUP, ON_POST_DATE, LEFT_DATE, EFFECTIVE_FROM)
            .key(AGENT_ID, EFFECTIVE_FROM)
            .build();

    private Agents() {}
}
