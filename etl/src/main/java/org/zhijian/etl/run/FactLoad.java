package org.zhijian.etl.run;

import static org.apache.spark.sql.functions.lit;
import static org.zhijian.etl.io.Schemas.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.zhijian.etl.ingest.Ingest;
import org.zhijian.etl.io.Partitions;
import org.zhijian.etl.io.Schemas;
import org.zhijian.etl.io.SideBySide;
import org.zhijian.etl.io.Warehouse;
import org.zhijian.etl.star.AgentRekeying;
import org.zhijian.etl.star.AgentStateFact;
import org.zhijian.etl.star.InteractionFact;
import org.zhijian.etl.star.SmallFacts;
import org.zhijian.schema.Table;
import org.zhijian.schema.raw.AgentStates;
import org.zhijian.schema.raw.Calibrations;
import org.zhijian.schema.raw.Coaching;
import org.zhijian.schema.raw.Entity;
import org.zhijian.schema.raw.Exams;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.FactAgentState;
import org.zhijian.schema.star.FactCalibrationScore;
import org.zhijian.schema.star.FactCoaching;
import org.zhijian.schema.star.FactExam;
import org.zhijian.schema.star.FactInteraction;

/** Brings the facts up to date with what a run has loaded, side by side, and says which months that touched. */
final class FactLoad {
    private final Warehouse warehouse;
    private final Settings settings;
    private final Scope scope;
    private final Steps steps;
    private final FactWriter writer;
    private final EvaluationLoad evaluations;

    FactLoad(Warehouse warehouse, Settings settings, Scope scope, Steps steps) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.scope = scope;
        this.steps = steps;
        this.writer = new FactWriter(warehouse);
        this.evaluations = new EvaluationLoad(warehouse, settings, scope, steps);
    }

    /** How the facts of an entity's records are made. */
    private interface Conform {
        Dataset<Row> facts(Dataset<Row> records, Dataset<Row> dimAgent);
    }

    /**
     * A fact that follows from one entity.
     *
     * @param agentDay the day as of which its agent's keys are; null where it has no agent
     * @param days the days of a fact without months that decide the periods it counts in, first the one it counts on
     */
    private record Fact(
            Table table,
            Entity entity,
            org.zhijian.schema.Column agentDay,
            List<org.zhijian.schema.Column> days,
            Conform conform) {}

    private List<Fact> facts() {
        return List.of(
                new Fact(
                        FactInteraction.TABLE,
                        Interactions.ENTITY,
                        FactInteraction.STARTED_ON,
                        List.of(),
                        (records, agents) -> InteractionFact.compute(records, agents, settings)),
                new Fact(
                        FactAgentState.TABLE,
                        AgentStates.ENTITY,
                        FactAgentState.STARTED_ON,
                        List.of(),
                        AgentStateFact::compute),
                new Fact(
                        FactCalibrationScore.TABLE,
                        Calibrations.ENTITY,
                        null,
                        List.of(FactCalibrationScore.HELD_ON),
                        (records, agents) -> SmallFacts.calibrationScores(records)),
                new Fact(
                        FactExam.TABLE, Exams.ENTITY, FactExam.TAKEN_ON, List.of(FactExam.TAKEN_ON), SmallFacts::exams),
                new Fact(
                        FactCoaching.TABLE,
                        Coaching.ENTITY,
                        FactCoaching.OPENED_ON,
                        List.of(FactCoaching.RECHECKED_ON, FactCoaching.OPENED_ON),
                        SmallFacts::coaching));
    }

    Touched load(Ingest.Result loaded, Dimensions.Changes changes) {
        List<Callable<Changed>> loads = new ArrayList<>();
        loads.add(() -> evaluations.load(loaded, changes));
        List<Fact> facts = facts();
        for (Fact fact : facts) {
            loads.add(() -> load(fact, loaded, changes.agents()));
        }
        List<Changed> changed = SideBySide.run(loads);
        Map<Table, Changed> byTable = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            byTable.put(facts.get(i).table(), changed.get(i + 1));
        }
        return new Touched(
                byTable.remove(FactInteraction.TABLE).months(),
                changed.get(0),
                changes.agents().since(),
                changes.errorTypes(),
                byTable);
    }

    private Changed load(Fact fact, Ingest.Result loaded, AgentChanges agents) {
        Table table = fact.table();
        Dataset<Row> dimAgent = warehouse.readSmall(DimAgent.TABLE);
        if (scope.rebuild()) {
            Dataset<Row> held = loaded.allHolding(fact.entity(), warehouse);
            steps.write(
                    warehouse,
                    table,
                    () -> warehouse.overwrite(table, fact.conform().facts(held, dimAgent)));
            return table.partition() == null
                    ? daysOf(fact, warehouse.read(table))
                    : Changed.inMonths(Partitions.of(warehouse, table));
        }
        List<Changed> changes = new ArrayList<>();
        if (fact.agentDay() != null && !agents.spansSince().isEmpty()) {
            changes.add(rekey(fact, agents, dimAgent));
        }
        loaded.of(fact.entity())
                .filter(entity -> entity.rows() > 0)
                .ifPresent(entity -> steps.write(warehouse, table, () -> {
                    Dataset<Row> facts = fact.conform().facts(entity.changed(), dimAgent);
                    if (table.partition() == null && entity.known()) {
                        changes.add(daysOf(fact, writer.old(table, facts)));
                    }
                    changes.add(Changed.inMonths(writer.write(table, facts, entity)));
                    if (table.partition() == null) {
                        changes.add(daysOf(fact, facts));
                    }
                }));
        return changes.stream().reduce(Changed.NOTHING, Changed::plus);
    }

    /** When facts of a table without months are. */
    private static Changed daysOf(Fact fact, Dataset<Row> facts) {
        return Changed.in(facts, fact.days().get(0), fact.days());
    }

    /** Gives facts of agents whose spans changed the keys of the day. */
    private Changed rekey(Fact fact, AgentChanges agents, Dataset<Row> dimAgent) {
        Table table = fact.table();
        Column affected = lit(false);
        for (var agent : agents.spansSince().entrySet()) {
            Column since = col(fact.agentDay()).geq(lit(agent.getValue()));
            if (table.partition() != null) {
                since = since.and(
                        col(table.partition()).geq(lit(agent.getValue().withDayOfMonth(1))));
            }
            affected =
                    affected.or(col(DimAgent.AGENT_ID).equalTo(agent.getKey()).and(since));
        }
        Dataset<Row> other = AgentRekeying.changed(warehouse.read(table).where(affected), fact.agentDay(), dimAgent)
                .select(Schemas.columns(table))
                .persist();
        if (table.partition() == null) {
            Changed changed = daysOf(fact, other);
            if (!changed.months().isEmpty()) {
                writer.replace(table, other, Set.of());
            }
            return changed;
        }
        Set<LocalDate> months = Months.in(other, col(table.partition()));
        return Changed.inMonths(months.isEmpty() ? months : writer.replace(table, other, months));
    }
}
