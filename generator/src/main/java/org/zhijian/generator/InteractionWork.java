package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhijian.schema.raw.AgentStates;
import org.zhijian.schema.raw.Interactions;

/** Makes the interactions and agent states of some days in a row, and chooses what is going to be inspected. */
final class InteractionWork {
    private final Centre centre;
    private final CentrePlan plan;
    private final InteractionSimulator simulator;
    private final Corrections corrections;
    private final List<Inspection> inspections = new ArrayList<>();

    private InteractionWork(Centre centre) {
        this.centre = centre;
        plan = centre.plan();
        simulator = new InteractionSimulator(centre);
        corrections = new Corrections(plan);
    }

    /** What of those days is going to be inspected, without writing the days. */
    static List<Inspection> inspections(Centre centre, LocalDate first, LocalDate last) {
        InteractionWork work = new InteractionWork(centre);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Duty duty = new Duty(centre.roster(), day);
            InspectionSelector selector = new InspectionSelector(work.plan, day, duty);
            work.simulator.simulate(day, duty, selector::see);
            work.inspections.addAll(selector.chosen());
        }
        return work.inspections;
    }

    /** Writes those days, which begin and end a file, and returns what of them is going to be inspected. */
    static List<Inspection> write(Centre centre, LocalDate first, LocalDate last, LandingFolder folder)
            throws IOException {
        InteractionWork work = new InteractionWork(centre);
        work.findCorrectionsBefore(first);
        try (EntityFiles interactions = new EntityFiles(Interactions.ENTITY, folder);
                EntityFiles states = new EntityFiles(AgentStates.ENTITY, folder)) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                work.write(day, interactions, states);
            }
            interactions.complete();
            states.complete();
        }
        return work.inspections;
    }

    private void findCorrectionsBefore(LocalDate first) {
        for (int days = Corrections.LATEST; days > 0; days--) {
            LocalDate day = first.minusDays(days);
            if (!day.isBefore(plan.start())) {
                simulator.simulate(day, new Duty(centre.roster(), day), corrections::see);
            }
        }
    }

    private void write(LocalDate day, EntityFiles interactions, EntityFiles states) throws IOException {
        Duty duty = new Duty(centre.roster(), day);
        InspectionSelector selector = new InspectionSelector(plan, day, duty);
        for (Interaction corrected : corrections.arriving(day)) {
            write(corrected, day, interactions);
        }
        simulator.simulate(day, duty, interaction -> {
            write(interaction, day, interactions);
            selector.see(interaction);
            corrections.see(interaction);
        });
        AgentStateRows.write(plan, day, duty, states);
        inspections.addAll(selector.chosen());
    }

    private static void write(Interaction interaction, LocalDate arrival, EntityFiles files) throws IOException {
        InteractionRows.write(interaction, files.at(arrival));
        files.rowWritten();
    }
}
