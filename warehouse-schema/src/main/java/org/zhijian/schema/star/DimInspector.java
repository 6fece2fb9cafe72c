package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.bool;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row an inspector. */
public final class DimInspector {
    public static final Column INSPECTOR_KEY = bigint(
                    "inspector_key",
                    "surrogate key, a hash of inspector_id; 0 is the unknown member",
                    "代理键（质检员工号的散列），0 为未知成员")
            .required();
    public static final Column INSPECTOR_ID =
            string("inspector_id", "the inspector's number", "质检员工号").required();
    public static final Column NAME = string("name", "the inspector's name", "姓名");
    public static final Column LEVEL = string("level", "junior, senior or lead", "级别");
    public static final Column TEAM = string("team", "the team the inspector belongs to", "所属班组");
    public static final Column MONTHLY_CAPACITY = integer(
            "monthly_capacity",
            "interactions the inspector can inspect in a month; blank: as many as the mean of the others, 0: none",
            "每月可质检数量；空则取其他质检员的均值，0 表示不分配");
    public static final Column INFERRED = bool(
                    "inferred", "known only from facts; its own record has not come", "仅由事实推断，尚无主数据")
            .required();

    public static final Table TABLE = Table.of(Layer.STAR, "dim_inspector", "One row an inspector.", "每个质检员一行。")
            .columns(INSPECTOR_KEY, INSPECTOR_ID, NAME, LEVEL, TEAM, MONTHLY_CAPACITY, INFERRED)
            .key(INSPECTOR_KEY)
            .build();

    private DimInspector() {}
}
