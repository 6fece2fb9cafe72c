package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.integer;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;

/** One row an inspector. */
public final class Inspectors {
    public static final Column INSPECTOR_ID =
            identifier("inspector_id", "the inspector's number", "质检员工号").required();
    public static final Column NAME =
            string("name", "the inspector's name", "姓名").required();
    public static final Column LEVEL =
            string("level", "junior, senior or lead", "级别").oneOf("junior", "senior", "lead");
    public static final Column TEAM = identifier("team", "the team the inspector belongs to", "所属班组");
    public static final Column MONTHLY_CAPACITY = integer(
                    "monthly_capacity",
                    "interactions the inspector can inspect in a month; blank: as many as the mean of the others, 0: none",
                    "每月可质检数量；空则取其他质检员的均值，0 表示不分配")
            .quantity();

    public static final Entity ENTITY = Entity.of("inspectors", "One row an inspector.", "每个质检员一行。")
            .columns(INSPECTOR_ID, NAME, LEVEL, TEAM, MONTHLY_CAPACITY)
            .key(INSPECTOR_ID)
            .build();

    private Inspectors() {}
}
