package org.zhijian.reports.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.read.Rows;
import org.zhijian.reports.read.Selection;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.WarehouseSchema;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.sheet.PlannedInspection;
import org.zhijian.schema.sheet.ScoreSheetItem;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimScorecardItem;
import org.zhijian.schema.star.FactInteraction;

/** Reads a month's plan. */
public final class QaPlanReader {

    private final PublishedWarehouse warehouse;
    private final LocalDate month;
    private final LocalDate upTo;
    private final ZoneId zone;

    private QaPlanReader(PublishedWarehouse warehouse, LocalDate month) {
        this.warehouse = warehouse;
        this.month = month;
        LocalDate closed = warehouse.publication().businessDate();
        LocalDate end = month.plusMonths(1).minusDays(1);
        this.upTo = closed.isBefore(end) ? closed : end;
        this.zone = ZoneId.of(warehouse.publication().zone());
    }

    /**
     * The plan of that month; one without any rows where none was drawn.
     *
     * @param month the plan month, its first day
     */
    public static QaPlan read(PublishedWarehouse warehouse, LocalDate month) {
        return new QaPlanReader(warehouse, month).read();
    }

    private QaPlan read() {
        List<Row> plan = rows(SamplingPlan.TABLE, Condition.equal(SamplingPlan.PLAN_MONTH, month));
        ScorecardsInForce scorecards = scorecards();
        Map<String, Row> interactions = interactions(plan);
        Map<Long, String> channels = words(DimChannel.TABLE, DimChannel.CHANNEL_KEY, DimChannel.CHANNEL);
        Map<Long, String> businessTypes =
                words(DimBusinessType.TABLE, DimBusinessType.BUSINESS_TYPE_KEY, DimBusinessType.BUSINESS_TYPE);
        List<DrawnInteraction> drawn = plan.stream()
                .map(row -> drawn(
                        row,
                        interactions.get(row.string(SamplingPlan.INTERACTION_ID)),
                        channels,
                        businessTypes,
                        scorecards))
                .sorted(Comparator.comparing(DrawnInteraction::drawnOn)
                        .thenComparing(row -> row.inspection().category())
                        .thenComparing(row -> row.inspection().startedOn())
                        .thenComparing(row -> row.inspection().interactionId()))
                .toList();
        return new QaPlan(
                month,
                warehouse.publication().number(),
                upTo,
                warehouse.publication().shares(),
                zone,
                drawn,
                agents(drawn),
                inspectors(drawn),
                scorecards,
                errorTypes());
    }

    private DrawnInteraction drawn(
            Row row,
            Row interaction,
            Map<Long, String> channels,
            Map<Long, String> businessTypes,
            ScorecardsInForce scorecards) {
        LocalDate drawnOn = row.date(SamplingPlan.DRAWN_ON);
        LocalDate startedOn = interaction == null ? drawnOn : interaction.date(FactInteraction.STARTED_ON);
        String channel = interaction == null ? null : channels.get(interaction.bigint(FactInteraction.CHANNEL_KEY));
        PlannedInspection inspection = new PlannedInspection(
                row.string(SamplingPlan.INTERACTION_ID),
                row.string(SamplingPlan.AGENT_ID),
                row.string(SamplingPlan.CATEGORY),
                row.string(SamplingPlan.METHOD),
                row.string(SamplingPlan.TOPIC),
                scorecards.scorecard(channel, startedOn).orElse(null),
                startedOn);
        return new DrawnInteraction(
                inspection,
                row.string(SamplingPlan.INSPECTOR_ID),
                row.string(SamplingPlan.REASON),
                drawnOn,
                interaction == null ? null : Format.local(interaction.timestamp(FactInteraction.STARTED_AT), zone),
                channel,
                interaction == null ? null : businessTypes.get(interaction.bigint(FactInteraction.BUSINESS_TYPE_KEY)),
                interaction == null ? null : interaction.integer(FactInteraction.TALK_SECONDS),
                interaction == null ? null : interaction.string(FactInteraction.RECORDING_REF));
    }

    /** The interactions drawn, by number. Most are of the plan month; special QA can look further back. */
    private Map<String, Row> interactions(List<Row> plan) {
        Set<String> wanted = new TreeSet<>();
        plan.forEach(row -> wanted.add(row.string(SamplingPlan.INTERACTION_ID)));
        Map<String, Row> found = new HashMap<>();
        if (warehouse.holds(FactInteraction.TABLE) && !wanted.isEmpty()) {
            Selection columns = Selection.of(FactInteraction.TABLE)
                    .columns(
                            FactInteraction.INTERACTION_ID,
                            FactInteraction.STARTED_ON,
                            FactInteraction.STARTED_AT,
                            FactInteraction.CHANNEL_KEY,
                            FactInteraction.BUSINESS_TYPE_KEY,
                            FactInteraction.TALK_SECONDS,
                            FactInteraction.RECORDING_REF);
            take(columns.where(Condition.equal(FactInteraction.MONTH, month)), wanted, found);
            if (!wanted.isEmpty()) {
                take(columns.where(Condition.upTo(FactInteraction.MONTH, month)), wanted, found);
            }
        }
        return found;
    }

    private void take(Selection selection, Set<String> wanted, Map<String, Row> found) {
        try (Rows rows = warehouse.rows(selection)) {
            rows.forEachRemaining(row -> {
                if (wanted.remove(row.string(FactInteraction.INTERACTION_ID))) {
                    found.put(row.string(FactInteraction.INTERACTION_ID), row);
                }
            });
        }
    }

    private Map<String, PlannedAgent> agents(List<DrawnInteraction> drawn) {
        Map<String, Row> spans = by(rows(DimAgent.TABLE), DimAgent.AGENT_ID, this::later);
        Map<String, Row> tiers = by(
                rows(TierAssignment.TABLE, Condition.equal(TierAssignment.PLAN_MONTH, month)), TierAssignment.AGENT_ID);
        Map<String, Row> quotas =
                by(rows(SamplingQuota.TABLE, Condition.equal(SamplingQuota.PLAN_MONTH, month)), SamplingQuota.AGENT_ID);
        Map<String, Row> changes = by(
                rows(TierAdjustment.TABLE, Condition.equal(TierAdjustment.PLAN_MONTH, month)),
                TierAdjustment.AGENT_ID,
                (one, other) -> one.date(TierAdjustment.EFFECTIVE_ON).isAfter(other.date(TierAdjustment.EFFECTIVE_ON))
                        ? one
                        : other);
        TreeSet<String> ids = new TreeSet<>(quotas.keySet());
        drawn.stream()
                .map(row -> row.inspection().agentId())
                .filter(id -> id != null)
                .forEach(ids::add);
        Map<String, PlannedAgent> agents = new TreeMap<>();
        for (String id : ids) {
            Row change = changes.get(id);
            String tier = value(quotas.get(id), row -> row.string(SamplingQuota.TIER));
            agents.put(
                    id,
                    new PlannedAgent(
                            id,
                            value(spans.get(id), row -> row.string(DimAgent.NAME)),
                            value(spans.get(id), row -> row.string(DimAgent.TEAM)),
                            tier,
                            value(tiers.get(id), row -> row.string(TierAssignment.REASON)),
                            change == null ? tier : change.string(TierAdjustment.TO_TIER),
                            quota(quotas.get(id), change)));
        }
        return agents;
    }

    private Long quota(Row quota, Row change) {
        if (warehouse.publication().shares().isPresent()) {
            return null;
        }
        return change == null
                ? value(quota, row -> row.bigint(SamplingQuota.QUOTA))
                : change.bigint(TierAdjustment.QUOTA);
    }

    /** Of two spans of an agent the one that holds on the last day, else the later one before it. */
    private Row later(Row one, Row other) {
        boolean oneBegun = !one.date(DimAgent.VALID_FROM).isAfter(upTo);
        boolean otherBegun = !other.date(DimAgent.VALID_FROM).isAfter(upTo);
        if (oneBegun != otherBegun) {
            return oneBegun ? one : other;
        }
        return one.date(DimAgent.VALID_FROM).isAfter(other.date(DimAgent.VALID_FROM)) ? one : other;
    }

    private Map<String, PlanInspector> inspectors(List<DrawnInteraction> drawn) {
        Map<String, Row> known = by(rows(DimInspector.TABLE), DimInspector.INSPECTOR_ID);
        Map<String, PlanInspector> inspectors = new TreeMap<>();
        for (DrawnInteraction row : drawn) {
            if (row.inspectorId() != null) {
                inspectors.computeIfAbsent(row.inspectorId(), id -> inspector(id, known.get(id)));
            }
        }
        return inspectors;
    }

    private static PlanInspector inspector(String id, Row row) {
        return row == null
                ? PlanInspector.unknown(id)
                : new PlanInspector(
                        id,
                        row.string(DimInspector.NAME),
                        row.string(DimInspector.LEVEL),
                        row.integer(DimInspector.MONTHLY_CAPACITY));
    }

    private ScorecardsInForce scorecards() {
        List<ItemVersion> versions = new ArrayList<>();
        for (Row row : rows(DimScorecardItem.TABLE)) {
            if (row.bigint(DimScorecardItem.SCORECARD_ITEM_KEY) != WarehouseSchema.UNKNOWN_MEMBER
                    && row.number(DimScorecardItem.MAX_POINTS) != null) {
                versions.add(new ItemVersion(
                        new ScoreSheetItem(
                                row.string(DimScorecardItem.SCORECARD_ID),
                                row.string(DimScorecardItem.ITEM_CODE),
                                BigDecimal.valueOf(row.number(DimScorecardItem.MAX_POINTS)),
                                row.date(DimScorecardItem.VALID_FROM),
                                row.date(DimScorecardItem.VALID_TO)),
                        row.string(DimScorecardItem.ITEM_NAME),
                        row.string(DimScorecardItem.CHANNEL)));
            }
        }
        versions.sort(Comparator.<ItemVersion, String>comparing(
                        version -> version.item().scorecardId())
                .thenComparing(version -> version.item().itemCode())
                .thenComparing(version -> version.item().validFrom()));
        return new ScorecardsInForce(versions);
    }

    private Map<String, String> errorTypes() {
        Map<String, String> names = new TreeMap<>();
        for (Row row : rows(DimErrorType.TABLE)) {
            if (row.bigint(DimErrorType.ERROR_TYPE_KEY) != WarehouseSchema.UNKNOWN_MEMBER) {
                String name = row.string(DimErrorType.NAME);
                names.put(row.string(DimErrorType.ERROR_CODE), name == null ? "" : name);
            }
        }
        return names;
    }

    private Map<Long, String> words(Table table, Column key, Column word) {
        Map<Long, String> words = new HashMap<>();
        rows(table).stream()
                .filter(row -> row.bigint(key) != WarehouseSchema.UNKNOWN_MEMBER)
                .forEach(row -> words.put(row.bigint(key), row.string(word)));
        return words;
    }

    private List<Row> rows(Table table, Condition... conditions) {
        return warehouse.rowsIfAny(Selection.of(table, conditions));
    }

    private static Map<String, Row> by(List<Row> rows, Column key) {
        return by(rows, key, (one, other) -> one);
    }

    private static Map<String, Row> by(List<Row> rows, Column key, BinaryOperator<Row> ofTwo) {
        Map<String, Row> byKey = new HashMap<>();
        rows.forEach(row -> byKey.merge(row.string(key), row, ofTwo));
        return byKey;
    }

    private static <T> T value(Row row, Function<Row, T> value) {
        return row == null ? null : value.apply(row);
    }
}
