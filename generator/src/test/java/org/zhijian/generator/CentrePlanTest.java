package org.zhijian.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

class CentrePlanTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

    @Test
    void startsSoThatItsMonthsEndWithTheLastDaysMonth() {
        assertThat(CentrePlan.of(10, 14, 1, UNTIL).start()).isEqualTo(LocalDate.of(2025, 9, 1));
    }

    @Test
    void wantsAgents() {
        assertThatThrownBy(() -> CentrePlan.of(0, 1, 1, UNTIL))
                .isInstanceOf(UserError.class)
                .hasMessage("agents is 0; allowed is a whole number from 1 to 50000.");
    }

    @Test
    void wantsAFirstDayNotAfterTheLast() {
        assertThatThrownBy(() -> CentrePlan.of(1, 1, 1, UNTIL).days(UNTIL, UNTIL.minusDays(1)))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.in(new Text(Text.CHINESE)))
                        .contains("until（2026-10-30）早于 from（2026-10-31）"));
    }

    @Test
    void wantsAStartOnTheFirstOfAMonth() {
        assertThatThrownBy(() -> new CentrePlan(
                        1, 1, 1, LocalDate.of(2026, 10, 5), null, UNTIL, 0, CentrePlan.DEFAULT_ZONE, Compression.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2026-10-05")
                .hasMessageContaining("Give 2026-10-01");
    }
}
