package org.zhijian.etl.mart;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.zhijian.etl.draw.Candidate;
import org.zhijian.etl.draw.Draw;
import org.zhijian.etl.draw.DrawOrder;
import org.zhijian.etl.draw.Drawing;
import org.zhijian.etl.draw.EventDraw;
import org.zhijian.etl.draw.EventDraw.Reason;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.etl.draw.Target;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactInteraction;

/** A plan month's rows of {@link PlanCandidates}, taken apart into what is drawn together. */
final class PlanMonth {
    /** What plan months are drawn with, the same for all. */
    static final class Factory implements Serializable {
        private static final long serialVersionUID = 1L;

        private final PlanTargets targets;
        private final List<SpecialOrder> orders;
        private final String seed;
        private final BigDecimal eventPercent;

        Factory(PlanTables tables, List<SpecialOrder> orders, PlanPeriod period, Settings settings) {
            this.targets = new PlanTargets(tables, period, settings);
            this.orders = List.copyOf(orders);
            this.seed = settings.get(Settings.DRAW_SEED);
            this.eventPercent = settings.get(Settings.EVENT_PERCENT);
        }

        /** Makes rows of each plan month, whose rows of {@link PlanCandidates} lie in one partition. */
        MapPartitionsFunction<Row, Row> each(Made made) {
            return rows -> {
                SortedMap<Integer, PlanMonth> months = new TreeMap<>();
                rows.forEachRemaining(row -> months.computeIfAbsent(
                                row.getInt(PLAN_MONTH), month -> new PlanMonth(this, LocalDate.ofEpochDay(month)))
                        .add(row));
                return months.values().stream()
                        .flatMap(month -> made.of(month).stream())
                        .iterator();
            };
        }
    }

    /** What is made of a plan month. */
    interface Made extends Serializable {
        List<Row> of(PlanMonth month);
    }

    private static final int PLAN_MONTH = at(SamplingPlan.PLAN_MONTH.name());
    private static final int INTERACTION_ID = at(SamplingPlan.INTERACTION_ID.name());
    private static final int AGENT_ID = at(SamplingPlan.AGENT_ID.name());
    private static final int TEAM = at(PlanCandidates.TEAM);
    private static final int DAY = at(PlanCandidates.DAY);
    private static final int STRATUM = at(SamplingPlan.STRATUM.name());
    private static final int TIME_BAND = at(PlanCandidates.TIME_BAND);
    private static final int REASON = at(SamplingPlan.REASON.name());
    private static final int HUMAN_HANDLED = at(FactInteraction.HUMAN_HANDLED.name());
    private static final int TOPICS = at(PlanCandidates.TOPICS);
    private static final int KEPT = at(PlanCandidates.KEPT);

    private final Factory factory;
    private final LocalDate month;
    private final DrawOrder agentOrder;
    private final DrawOrder eventOrder;
    private final DrawOrder specialOrder;
    private final DrawOrder starts;
    private final Map<String, List<Candidate>> ofAgents = new HashMap<>();
    private final List<EventDraw.Event> events = new ArrayList<>();
    private final Map<String, List<Candidate>> ofTopics = new HashMap<>();
    private final List<Row> keptRows = new ArrayList<>();
    private final Map<Object, Object> shared = new HashMap<>();

    private PlanMonth(Factory factory, LocalDate month) {
        this.factory = factory;
        this.month = month;
        this.agentOrder = new DrawOrder(factory.seed, PlanUnit.AGENT);
        this.eventOrder = new DrawOrder(factory.seed, PlanUnit.EVENT);
        this.specialOrder = new DrawOrder(factory.seed, PlanUnit.SPECIAL);
        this.starts = new DrawOrder(factory.seed, "start");
    }

    LocalDate month() {
        return month;
    }

    /** The rows of the plan that stand. */
    List<Row> keptRows() {
        return keptRows;
    }

    /** What is drawn together, an agent's at a time. */
    Stream<PlanUnit> units() {
        Map<String, List<PlanUnit.Kept>> ofAgentsKept = new HashMap<>();
        Map<String, List<PlanUnit.Kept>> ofOthersKept = new HashMap<>();
        for (Row row : keptRows) {
            String category = row.getAs(SamplingPlan.CATEGORY.name());
            boolean ofAgent = category.equals(PlanUnit.AGENT);
            (ofAgent ? ofAgentsKept : ofOthersKept)
                    .computeIfAbsent(
                            ofAgent ? row.getAs(SamplingPlan.AGENT_ID.name()) : category, none -> new ArrayList<>())
                    .add(kept(row));
        }
        Set<String> agents = new HashSet<>(ofAgents.keySet());
        agents.addAll(ofAgentsKept.keySet());
        return Stream.concat(
                agents.stream()
                        .map(agent -> ofAgent(
                                agent,
                                ofAgents.getOrDefault(agent, List.of()),
                                ofAgentsKept.getOrDefault(agent, List.of()))),
                Stream.of(
                        event(ofOthersKept.getOrDefault(PlanUnit.EVENT, List.of())),
                        special(ofOthersKept.getOrDefault(PlanUnit.SPECIAL, List.of()))));
    }

    private PlanUnit ofAgent(String agent, List<Candidate> candidates, List<PlanUnit.Kept> kept) {
        Target target = factory.targets.of(month, agent, starts.of(month + ":" + agent));
        Drawing drawing = new Draw(candidates, target, Target.lastDay(month));
        return new PlanUnit(PlanUnit.AGENT, Map.of(PlanUnit.NAMELESS, drawing), Map.of(), kept);
    }

    private PlanUnit event(List<PlanUnit.Kept> kept) {
        Drawing drawing = new EventDraw(events, factory.eventPercent, Target.lastDay(month));
        return new PlanUnit(PlanUnit.EVENT, Map.of(PlanUnit.NAMELESS, drawing), Map.of(), kept);
    }

    private PlanUnit special(List<PlanUnit.Kept> kept) {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        Map<String, String> methods = new HashMap<>();
        LocalDate lastDay = Target.lastDay(month);
        for (SpecialOrder topic : factory.orders) {
            drawings.put(
                    topic.topic(),
                    new Draw(
                            ofTopics.getOrDefault(topic.topic(), List.of()),
                            new Target.TopicOrder(month, topic),
                            topic.to().isBefore(lastDay) ? topic.to() : lastDay));
            methods.put(topic.topic(), topic.method());
        }
        return new PlanUnit(PlanUnit.SPECIAL, drawings, methods, kept);
    }

    private void add(Row row) {
        if (!row.isNullAt(KEPT)) {
            keptRows.add(row.getStruct(KEPT));
            return;
        }
        String interaction = row.getString(INTERACTION_ID);
        String agent = shared(row.getString(AGENT_ID));
        String team = shared(row.getString(TEAM));
        LocalDate day = shared(LocalDate.ofEpochDay(row.getInt(DAY)));
        String stratum = shared(row.getString(STRATUM));
        String timeBand = shared(row.getString(TIME_BAND));
        Reason reason = Reason.of(row.getString(REASON));
        boolean humanHandled = row.getBoolean(HUMAN_HANDLED);
        if (humanHandled) {
            ofAgents.computeIfAbsent(agent, none -> new ArrayList<>())
                    .add(new Candidate(interaction, agent, team, day, stratum, agentOrder.of(interaction)));
        }
        if (humanHandled || reason == Reason.COMPLAINT) {
            String eventStratum = reason == Reason.TIME_BAND ? timeBand : reason.toString();
            events.add(new EventDraw.Event(
                    new Candidate(interaction, agent, team, day, eventStratum, eventOrder.of(interaction)),
                    reason,
                    timeBand,
                    humanHandled));
        }
        for (String topic : row.<String>getList(TOPICS)) {
            ofTopics.computeIfAbsent(topic, none -> new ArrayList<>())
                    .add(new Candidate(interaction, agent, team, day, stratum, specialOrder.of(interaction)));
        }
    }

    /** The first value equal to this one: most are the same few, and a month's interactions lie in memory together. */
    @SuppressWarnings("unchecked") // what is found by a value's equality is of its class
    private <T> T shared(T value) {
        return (T) shared.computeIfAbsent(value, same -> same);
    }

    private static PlanUnit.Kept kept(Row row) {
        return new PlanUnit.Kept(
                row.<Date>getAs(SamplingPlan.DRAWN_ON.name()).toLocalDate(),
                row.getAs(SamplingPlan.INTERACTION_ID.name()),
                row.getAs(SamplingPlan.STRATUM.name()),
                row.getAs(SamplingPlan.REASON.name()),
                row.getAs(SamplingPlan.POPULATION.name()));
    }

    private static int at(String name) {
        return PlanCandidates.COLUMNS.indexOf(name);
    }
}
