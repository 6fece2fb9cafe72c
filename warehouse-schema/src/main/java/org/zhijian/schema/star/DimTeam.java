package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a team. */
public final class DimTeam {
    public static final Column TEAM_KEY = bigint(
                    "team_key",
                    "surrogate key, a hash of the team's name; 0 is the unknown member",
                    "代理键（班组名的散列），0 为未知成员")
            .required();
    public static final Column TEAM = string("team", "the team", "班组").required();

    public static final Table TABLE = Table.of(Layer.STAR, "dim_team", "One row a team.", "每个班组一行。")
            .columns(TEAM_KEY, TEAM)
            .key(TEAM_KEY)
            .build();

    private DimTeam() {}
}
