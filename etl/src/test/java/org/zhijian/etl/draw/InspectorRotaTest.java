package org.zhijian.etl.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InspectorRotaTest {

    @Test
    void workIsInProportionToCapacity() {
        InspectorRota rota = rota(inspector("X", null, 20), inspector("Y", null, 10));

        assertThat(IntStream.range(0, 6).mapToObj(i -> rota.next("A" + i, "T", "agent")))
                .containsExactly("X", "X", "Y", "X", "X", "Y");
    }

    @Test
    void nobodyInspectsTheirOwnTeam() {
        InspectorRota rota = rota(inspector("X", "T", 1000), inspector("Y", "U", 1));

        assertThat(Stream.of("A", "A", "B").map(agent -> rota.next(agent, "T", "agent")))
                .containsOnly("Y");
        assertThat(rota.next("C", "U", "agent")).isEqualTo("X");
        assertThat(rota(inspector("X", "T", 10)).next("A", "T", "agent")).isNull();
        assertThat(rota(inspector("X", "T", 10)).next("A", null, "agent")).isEqualTo("X");
    }

    @Test
    void noAgentStaysWithOneInspector() {
        InspectorRota rota = rota(inspector("X", null, 1000), inspector("Y", null, 1));

        assertThat(IntStream.range(0, 4).mapToObj(i -> rota.next("A", "T", "agent")))
                .containsExactly("X", "Y", "X", "X");
        assertThat(rota(inspector("X", null, 1)).next("A", "T", "agent")).isEqualTo("X");
    }

    @Test
    void noAgentStaysWithOneInspectorInACategoryWhateverTheOthers() {
        InspectorRota rota = rota(inspector("X", null, 1000), inspector("Y", null, 1));

        assertThat(rota.next("A", "T", "agent")).isEqualTo("X");
        assertThat(rota.next("A", "T", "event")).isEqualTo("X");
        assertThat(rota.next("A", "T", "event")).isEqualTo("Y");
        assertThat(rota.next("A", "T", "agent")).isEqualTo("Y");
    }

    @Test
    void earlierWorkCounts() {
        InspectorRota rota = rota(inspector("X", null, 10), inspector("Y", null, 10));
        rota.took("X", "A", "agent");
        rota.took("Y", null, "event");
        rota.took(null, "A", "agent");

        assertThat(rota.next("A", "T", "agent")).isEqualTo("Y");
        assertThat(rota.next("B", "T", "agent")).isEqualTo("X");
    }

    @Test
    void aComplaintWithoutAnAgentIsNobodysLast() {
        InspectorRota rota = rota(inspector("X", null, 1000), inspector("Y", null, 1));

        assertThat(IntStream.range(0, 3).mapToObj(i -> rota.next(null, null, "event")))
                .containsOnly("X");
    }

    @Test
    void withoutInspectorsNobodyInspects() {
        assertThat(rota().next("A", "T", "agent")).isNull();
    }

    @Test
    void overAMonthTheSharesAreThoseOfTheCapacities() {
        InspectorRota rota = rota(inspector("X", "T1", 300), inspector("Y", "T2", 200), inspector("Z", null, 100));
        Map<String, Integer> work = new HashMap<>();
        for (int i = 0; i < 600; i++) {
            work.merge(rota.next("A" + i % 40, "T" + i % 7, "agent"), 1, Integer::sum);
        }

        assertThat(work.get("X")).isBetween(295, 305);
        assertThat(work.get("Y")).isBetween(195, 205);
    }

    private static InspectorRota rota(InspectorRota.Inspector... inspectors) {
        return new InspectorRota(List.of(inspectors));
    }

    private static InspectorRota.Inspector inspector(String id, String team, int capacity) {
        return new InspectorRota.Inspector(id, team, capacity);
    }
}
