package org.zhijian.reports.sheet;

import org.zhijian.schema.sheet.ScoreSheetItem;

/**
 * A version of a scorecard item.
 *
 * @param item the item
 * @param name its name
 * @param channel the channel that its scorecard is for, null for all
 */
record ItemVersion(ScoreSheetItem item, String name, String channel) {}
