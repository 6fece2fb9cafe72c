package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a coaching. */
public final class FactCoaching {
    public static final Column COACHING_ID =
            string("coaching_id", "the coaching's number", "辅导编号").required();
    public static final Column AGENT_ID =
            string("agent_id", "the agent's number", "工号").required();
    public static final Column AGENT_KEY =
            bigint("agent_key", "the agent as of that day", "当日的客服代表").required();
    public static final Column TEAM_KEY =
            bigint("team_key", "the agent's team that day", "当日的班组").required();
    public static final Column EVALUATION_ID = string("evaluation_id", "the evaluation it came from", "评分编号");
    public static final Column ERROR_CODE = string("error_code", "the error type it is about", "差错编码");
    public static final Column OPENED_ON =
            date("opened_on", "the day it was opened", "开始日期").required();
    public static final Column DUE_ON = date("due_on", "the day it is due", "应完成日期");
    public static final Column RECHECKED_ON = date("rechecked_on", "the day of the re-check", "复检日期");
    public static final Column RECHECK_RESULT = string("recheck_result", "passed or failed", "复检结果");

    public static final Table TABLE = Table.of(Layer.STAR, "fact_coaching", "One row a coaching.", "每次辅导一行。")
            .columns(
                    COACHING_ID,
                    AGENT_ID,
                    AGENT_KEY,
                    TEAM_KEY,
                    EVALUATION_ID,
                    ERROR_CODE,
                    OPENED_ON,
                    DUE_ON,
                    RECHECKED_ON,
                    RECHECK_RESULT)
            .key(COACHING_ID)
            .refers(OPENED_ON, DimDate.TABLE, DimDate.DAY)
            .refers(AGENT_KEY, DimAgent.TABLE, DimAgent.AGENT_KEY)
            .refers(TEAM_KEY, DimTeam.TABLE, DimTeam.TEAM_KEY)
            .build();

    private FactCoaching() {}
}
