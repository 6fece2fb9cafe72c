package org.zhijian.schema.raw;

import static org.zhijian.schema.Column.date;
import static org.zhijian.schema.Column.identifier;
import static org.zhijian.schema.Column.number;
import static org.zhijian.schema.Column.string;

import org.zhijian.schema.Column;

/** One row a scorecard item and the day from which it holds. */
public final class Scorecards {
    public static final Column SCORECARD_ID =
            identifier("scorecard_id", "the scorecard", "评分标准编号").required();
    public static final Column ITEM_CODE =
            identifier("item_code", "the item", "考核项编号").required();
    public static final Column ITEM_NAME =
            string("item_name", "the item's name", "考核项名称").required();
    public static final Column SECTION = string("section", "the section of the scorecard", "所属部分");
    public static final Column MAX_POINTS =
            number("max_points", "the item's maximum points", "满分").required().quantity();
    public static final Column CHANNEL = string("channel", "the channel the scorecard is for", "适用渠道");
    public static final Column EFFECTIVE_FROM = date(
                    "effective_from",
                    "the day from which the item holds; blank, or before the calendar's start, always",
                    "生效日期，空或早于日历首日表示一直有效")
            .openAtStart();

    public static final Entity ENTITY = Entity.of(
                    "scorecards", "One row a scorecard item and the day from which it holds.", "每个考核项、每个生效日一行。")
            .columns(SCORECARD_ID, ITEM_CODE, ITEM_NAME, SECTION, MAX_POINTS, CHANNEL, EFFECTIVE_FROM)
            .key(SCORECARD_ID, ITEM_CODE, EFFECTIVE_FROM)
            .build();

    private Scorecards() {}
}
