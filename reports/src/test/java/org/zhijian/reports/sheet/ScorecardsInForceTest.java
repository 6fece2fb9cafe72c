package org.zhijian.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.sheet.ScoreSheetItem;

class ScorecardsInForceTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    private static ItemVersion item(String scorecard, String channel, LocalDate from) {
        return new ItemVersion(
                new ScoreSheetItem(scorecard, "1", BigDecimal.TEN, from, NOVEMBER.plusYears(9)), "one", channel);
    }

    @Test
    void theClosestScorecardInForceApplies() {
        ScorecardsInForce scorecards = new ScorecardsInForce(List.of(
                item("all", null, OCTOBER),
                item("voice", "voice", OCTOBER),
                item("calls out", "voice_out", NOVEMBER),
                item("written", "online", OCTOBER),
                item("written 2", "online", OCTOBER)));

        assertThat(scorecards.scorecard("voice_in", OCTOBER)).hasValue("voice");
        assertThat(scorecards.scorecard("voice_out", OCTOBER)).hasValue("voice");
        assertThat(scorecards.scorecard("voice_out", NOVEMBER)).hasValue("calls out");
        assertThat(scorecards.scorecard("email", OCTOBER)).hasValue("written 2");
        assertThat(scorecards.scorecard("fax", OCTOBER)).hasValue("all");
        assertThat(scorecards.scorecard(null, OCTOBER)).hasValue("all");
        assertThat(scorecards.scorecard("fax", OCTOBER.minusDays(1))).isEmpty();
    }
}
