package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import org.zhijian.schema.raw.Agents;
import org.zhijian.schema.raw.ErrorTypes;
import org.zhijian.schema.raw.Inspectors;
import org.zhijian.schema.raw.Scorecards;

/** Writes agents, inspectors, scorecards and error types on the days they arrive. */
final class MasterData {
    private final CentrePlan plan;
    private final Centre centre;

    MasterData(CentrePlan plan, Centre centre) {
        this.plan = plan;
        this.centre = centre;
    }

    void write(LandingFolder folder) throws IOException {
        AgentRecords records = new AgentRecords(centre.roster(), plan.start());
        try (EntityFiles agents = new EntityFiles(Agents.ENTITY, folder);
                EntityFiles inspectors = new EntityFiles(Inspectors.ENTITY, folder);
                EntityFiles scorecards = new EntityFiles(Scorecards.ENTITY, folder);
                EntityFiles errorTypes = new EntityFiles(ErrorTypes.ENTITY, folder)) {
            for (LocalDate day = plan.firstWritten(); !day.isAfter(plan.until()); day = day.plusDays(1)) {
                records.write(day, agents);
                if (day.equals(plan.start())) {
                    centre.qualityGroup().write(day, inspectors);
                    ErrorType.writeAll(day, errorTypes);
                    writeScorecards(day, Scorecard.Version.FIRST, scorecards);
                }
                if (day.equals(centre.secondScorecards())) {
                    writeScorecards(day, Scorecard.Version.SECOND, scorecards);
                }
            }
            for (EntityFiles files : new EntityFiles[] {agents, inspectors, scorecards, errorTypes}) {
                files.complete();
            }
        }
    }

    private static void writeScorecards(LocalDate day, Scorecard.Version version, EntityFiles files)
            throws IOException {
        for (Scorecard scorecard : Scorecard.ALL) {
            scorecard.write(day, version, files);
        }
    }
}
