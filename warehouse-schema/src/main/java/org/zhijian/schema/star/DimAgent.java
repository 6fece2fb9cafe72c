package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an agent and span of days in which team, grade, skill group and on_post_date held (type 2); name and site are the latest known, left_date is the latest for that on_post_date. */
public final class DimAgent {
    public static final Column AGENT_KEY = bigint(
                    "agent_key",
                    "surrogate key, a hash of agent_id and, but for the first span, its first day; 0 is the unknown member",
                    "代理键（工号及有效期起日的散列），0 为未知成员")
            .required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column NAME = string("name", "the agent's name", "姓名");
    public static final Column TEAM_KEY = bigint("team_key", "the team", "班组").required();
    public static final Column TEAM = string("team", "the team", "班组");
    public static final Column SITE = string("site", "the site", "职场");
    public static final Column GRADE = string("grade", "the agent's grade", "星级");
    public static final Column SKILL_GROUP = string("skill_group", "the skill group", "技能组");
    public static final Column ON_POST_DATE = date("on_post_date", "the first day on the post", "上岗日期");
    public static final Column LEFT_DATE = date("left_date", "the first day no longer there", "离岗日期（不再在岗的第一天）");
    public static final Column VALID_FROM =
            date("valid_from", "the first day of the span", "有效期起日").required();
    public static final Column VALID_TO =
            date("valid_to", "the day after its last", "有效期止日的次日").required();
    public static final Column INFERRED = bool(
                    "inferred", "known only from facts; its own record has not come", "仅由事实推断，尚无主数据")
            .required();

    public static final Table TABLE = Table.of(
                    Layer.STAR,
                    "dim_agent",
                    "One row an agent and span of days in which team, grade, skill group and on_post_date held (type 2); name and site are the latest known, left_date is the latest for that on_post_date.",
                    "每个客服代表、每段班组/星级/技能组/上岗日期有效期一行（类型 2）；姓名、职场取最新，离岗日期取同一上岗日期的最新。")
            .columns(
                    AGENT_KEY,
                    AGENT_ID,
                    NAME,
                    TEAM_KEY,
                    TEAM,
                    SITE,
                    GRADE,
                    SKILL_GROUP,
                    ON_POST_DATE,
                    LEFT_DATE,
                    VALID_FROM,
                    VALID_TO,
                    INFERRED)
            .key(AGENT_KEY)
            .refers(TEAM_KEY, DimTeam.TABLE, DimTeam.TEAM_KEY)
            .check("span", "valid_from < valid_to")
            .build();

    private DimAgent() {}
}
