package org.zhijian.etl.mart;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.zhijian.etl.draw.Candidate;
import org.zhijian.etl.draw.Draw;
import org.zhijian.etl.draw.DrawOrder;
import org.zhijian.etl.draw.Drawing;
import org.zhijian.etl.draw.EventDraw;
import org.zhijian.etl.draw.SpecialOrder;
import org.zhijian.etl.draw.Target;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactInteraction;

/**
 * What is drawn together: the draws by name, those of special QA being named after their topic, and what has been drawn
 * before.
 */
final class PlanUnit {
    /** A row of the plan that stands. */
    record Kept(LocalDate drawnOn, String interactionId, String stratum, String reason, String population) {}

    /** What units are made with. */
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

        /** The unit of a key and its rows of {@link PlanCandidates}. */
        PlanUnit of(Row key, Iterator<Row> rows) {
            return new PlanUnit(this, key, rows);
        }
    }

    private static final int PLAN_MONTH = at(SamplingPlan.PLAN_MONTH.name());
    private static final int CATEGORY = at(SamplingPlan.CATEGORY.name());
    private static final int UNIT = at(PlanCandidates.UNIT);
    private static final int INTERACTION_ID = at(SamplingPlan.INTERACTION_ID.name());
    private static final int AGENT_ID = at(SamplingPlan.AGENT_ID.name());
    private static final int TEAM = at(PlanCandidates.TEAM);
    private static final int DAY = at(PlanCandidates.DAY);
    private static final int STRATUM = at(SamplingPlan.STRATUM.name());
    private static final int REASON = at(SamplingPlan.REASON.name());
    private static final int TIME_BAND = at(PlanCandidates.TIME_BAND);
    private static final int HUMAN_HANDLED = at(FactInteraction.HUMAN_HANDLED.name());
    private static final int POPULATION = at(SamplingPlan.POPULATION.name());

    private final LocalDate planMonth;
    private final String category;
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();

    private PlanUnit(Factory factory, Row key, Iterator<Row> rows) {
        planMonth = LocalDate.ofEpochDay(key.getInt(PLAN_MONTH));
        category = key.getString(CATEGORY);
        DrawOrder order = new DrawOrder(factory.seed, category);
        List<EventDraw.Event> events = new ArrayList<>();
        Map<String, List<Candidate>> candidates = new HashMap<>();
        rows.forEachRemaining(row -> {
            if (!row.isNullAt(POPULATION)) {
                kept.add(kept(row));
            } else if (category.equals(PlanCandidates.EVENT)) {
                events.add(new EventDraw.Event(
                        candidate(row, order),
                        row.getString(REASON),
                        row.getString(TIME_BAND),
                        row.getBoolean(HUMAN_HANDLED)));
            } else {
                String drawing = row.isNullAt(REASON) ? "" : row.getString(REASON);
                candidates.computeIfAbsent(drawing, none -> new ArrayList<>()).add(candidate(row, order));
            }
        });
        LocalDate lastDay = planMonth.with(TemporalAdjusters.lastDayOfMonth());
        if (category.equals(PlanCandidates.AGENT)) {
            Target target = factory.targets.of(planMonth, key.getString(UNIT));
            drawings.put("", new Draw(candidates.getOrDefault("", List.of()), target, lastDay));
        } else if (category.equals(PlanCandidates.EVENT)) {
            drawings.put("", new EventDraw(events, factory.eventPercent, lastDay));
        } else {
            for (SpecialOrder topic : factory.orders) {
                drawings.put(
                        topic.topic(),
                        new Draw(
                                candidates.getOrDefault(topic.topic(), List.of()),
                                new Target.TopicOrder(planMonth, topic),
                                topic.to().isBefore(lastDay) ? topic.to() : lastDay));
                methods.put(topic.topic(), topic.method());
            }
        }
    }

    private static int at(String name) {
        return PlanCandidates.ROW.fieldIndex(name);
    }

    private static Candidate candidate(Row row, DrawOrder order) {
        String interaction = row.getString(INTERACTION_ID);
        return new Candidate(
                interaction,
                row.getString(AGENT_ID),
                row.getString(TEAM),
                LocalDate.ofEpochDay(row.getInt(DAY)),
                row.getString(STRATUM),
                order.of(interaction));
    }

    private static Kept kept(Row row) {
        return new Kept(
                LocalDate.ofEpochDay(row.getInt(DAY)),
                row.getString(INTERACTION_ID),
                row.getString(STRATUM),
                row.getString(REASON),
                row.getString(POPULATION));
    }

    LocalDate planMonth() {
        return planMonth;
    }

    String category() {
        return category;
    }

    /** The draws by name, in the order in which they draw. */
    Map<String, Drawing> drawings() {
        return drawings;
    }

    List<Kept> kept() {
        return kept;
    }

    /** The name of the draw that a kept row is of. */
    String drawingOf(Kept row) {
        return category.equals(PlanCandidates.SPECIAL) ? row.reason() : "";
    }

    String method(String drawing) {
        return methods.getOrDefault(drawing, "sampling");
    }

    /** The topic that a draw is named after, null where it has none. */
    String topic(String drawing) {
        return drawing.isEmpty() ? null : drawing;
    }
}
