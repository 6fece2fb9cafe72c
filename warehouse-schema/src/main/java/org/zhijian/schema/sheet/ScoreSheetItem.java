package org.zhijian.schema.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A version of a scorecard item that has a column in a score sheet.
 *
 * @param scorecardId the scorecard
 * @param itemCode the item
 * @param maxPoints the item's maximum points
 * @param validFrom the first day of the version
 * @param validTo the day after its last
 */
public record ScoreSheetItem(
        String scorecardId, String itemCode, BigDecimal maxPoints, LocalDate validFrom, LocalDate validTo) {

    public ScoreSheetItem {
        // 10 and 10.0 are the same maximum.
        maxPoints = new BigDecimal(maxPoints.stripTrailingZeros().toPlainString());
    }

    /** Whether the inspection is scored by it: it belongs to its scorecard and was in force on the interaction's day. */
    public boolean appliesTo(PlannedInspection inspection) {
        return scorecardId.equals(inspection.scorecardId())
                && !inspection.startedOn().isBefore(validFrom)
                && inspection.startedOn().isBefore(validTo);
    }
}
