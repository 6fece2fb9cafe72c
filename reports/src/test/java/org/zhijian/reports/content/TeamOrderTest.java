package org.zhijian.reports.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamOrderTest {
    @Test
    void teamsStandInTheOrderOfTheirNumbers() {
        List<String> ordered =
                List.of("A1", "A2", "A10", "A10-2", "A10-11", "B", "在线1班", "在线2班", "在线10班", "在线012班", "技术1班");
        List<String> teams = new ArrayList<>(ordered);
        Collections.reverse(teams);

        teams.sort(TeamOrder.BY_NAME);

        assertThat(teams).isEqualTo(ordered);
    }
}
