package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.schema.raw.Inspectors;

/** The inspectors. Leads and most others belong to the quality department, some to a team whose agents they never score. */
final class QualityGroup {
    private static final String DEPARTMENT = "品控部";
    private static final int AGENTS_PER_INSPECTOR = 16;
    private static final int INSPECTORS_PER_LEAD = 8;

    private final List<Inspector> inspectors = new ArrayList<>();

    QualityGroup(CentrePlan plan, List<Team> teams) {
        int count = Math.max(4, plan.agents() / AGENTS_PER_INSPECTOR);
        for (int i = 0; i < count; i++) {
            Rng rng = Rng.of(plan.seed(), Stream.INSPECTOR, i);
            boolean lead = i % INSPECTORS_PER_LEAD == 0;
            String level = lead ? Inspector.LEAD : rng.chance(0.35) ? "senior" : "junior";
            int capacity = lead ? 80 : level.equals("senior") ? 240 : 200;
            // The second of each eight is always of the department, so that every team has somebody to score it.
            boolean embedded = !lead && i % INSPECTORS_PER_LEAD != 1 && rng.chance(0.4);
            String team = embedded ? teams.get(rng.below(teams.size())).name() : DEPARTMENT;
            String id = "Q" + Integer.toString(1_000_000 + i + 1).substring(3);
            double leniency = lead ? 0 : 1.6 * rng.gaussian();
            inspectors.add(new Inspector(id, Names.draw(rng), level, team, capacity, leniency));
        }
    }

    List<Inspector> all() {
        return inspectors;
    }

    /** Anybody but leads, and nobody of that team. */
    Inspector forTeam(String team, Rng rng) {
        while (true) {
            Inspector inspector = inspectors.get(rng.below(inspectors.size()));
            if (!inspector.isLead() && !inspector.team().equals(team)) {
                return inspector;
            }
        }
    }

    Inspector lead() {
        return inspectors.get(0);
    }

    void write(LocalDate day, EntityFiles files) throws IOException {
        for (Inspector inspector : inspectors) {
            files.write(
                    day,
                    Row.of(Inspectors.ENTITY)
                            .set(Inspectors.INSPECTOR_ID, inspector.id())
                            .set(Inspectors.NAME, inspector.name())
                            .set(Inspectors.LEVEL, inspector.level())
                            .set(Inspectors.TEAM, inspector.team())
                            .set(Inspectors.MONTHLY_CAPACITY, Integer.toString(inspector.monthlyCapacity())));
        }
    }
}
