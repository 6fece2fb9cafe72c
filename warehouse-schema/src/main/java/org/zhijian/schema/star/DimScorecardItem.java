package org.zhijian.schema.star;

import static org.zhijian.schema.Column.bigint;
import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;
import org.zhijian.schema.Layer;
import org.zhijian.schema.Table;

/** One row a scorecard item and version of it. */
public final class DimScorecardItem {
    public static final Column SCORECARD_ITEM_KEY = bigint(
                    "scorecard_item_key",
                    "surrogate key, a hash of scorecard, item and the version's first day; 0 is the unknown member",
                    "代理键（评分标准、考核项及版本起日的散列），0 为未知成员")
            .required();
    public static final Column SCORECARD_ID = string("scorecard_id", "the scorecard", "评分标准编号");
    public static final Column ITEM_CODE = string("item_code", "the item", "考核项编号");
    public static final Column ITEM_NAME = string("item_name", "the item's name", "考核项名称");
    public static final Column SECTION = string("section", "the section of the scorecard", "所属部分");
    public static final Column MAX_POINTS = number("max_points", "the item's maximum points", "满分");
    public static final Column CHANNEL = string("channel", "the channel the scorecard is for", "适用渠道");
    public static final Column VALID_FROM =
            date("valid_from", "the first day of the version", "版本起日").required();
    public static final Column VALID_TO =
            date("valid_to", "the day after its last", "版本止日的次日").required();

    public static final Table TABLE = Table.of(
                    Layer.STAR, "dim_scorecard_item", "One row a scorecard item and version of it.", "每个考核项的每个版本一行。")
            .columns(
                    SCORECARD_ITEM_KEY,
                    SCORECARD_ID,
                    ITEM_CODE,
                    ITEM_NAME,
                    SECTION,
                    MAX_POINTS,
                    CHANNEL,
                    VALID_FROM,
                    VALID_TO)
            .key(SCORECARD_ITEM_KEY)
            .check("span", "valid_from < valid_to")
            .build();

    private DimScorecardItem() {}
}
