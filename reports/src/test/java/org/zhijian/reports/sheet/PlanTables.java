package org.zhijian.reports.sheet;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.zhijian.reports.DeclaredRow;
import org.zhijian.reports.PublishedTables;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.DimInspector;
import org.zhijian.schema.star.DimScorecardItem;
import org.zhijian.schema.star.FactInteraction;

/**
 * A small centre's October. q1 has i1 (a call of a1's), i2 (a chat of a2's, from September, for a topic) and i3 (a
 * complaint whose agent nobody knows); q2 has i4, of which nothing has come; nobody has i5. The names begin like formulas.
 */
final class PlanTables {
    static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    static final String LONG_NAME = "=HYPERLINK(\"x\")👩‍💼\u202e欧阳" + "长".repeat(40);

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);
    private static final long VOICE = 1;
    private static final long CHAT = 2;

    private PlanTables() {}

    static QaPlan plan(Path folder) {
        return plan(folder, Map.of());
    }

    static QaPlan plan(Path folder, Map<String, String> settings) {
        PublishedTables tables = new PublishedTables(folder)
                .append(
                        SamplingPlan.TABLE,
                        drawn("i1", "a1", "q1", "agent", "tier_a", 6, null),
                        drawn("i2", "a2", "q1", "special", "=服务规范", 6, "=服务规范"),
                        drawn("i3", null, "q1", "event", "complaint", 7, null),
                        drawn("i4", "a2", "q2", "agent", "tier_b", 7, null),
                        drawn("i5", "a1", null, "agent", "tier_a", 8, null))
                .append(SamplingQuota.TABLE, quota("a1", "A", 2), quota("a2", "B", 5))
                .append(TierAssignment.TABLE, tier("a1", "A", "top"), tier("a2", "B", "middle"))
                .append(TierAdjustment.TABLE, adjustment("a1", 3, "A", "B", 5), adjustment("a1", 5, "B", "C", 8))
                .append(
                        DimAgent.TABLE,
                        agent("a1", 11, LONG_NAME, "-西", ALWAYS, OCTOBER.plusDays(4)),
                        agent("a1", 12, LONG_NAME, "@东", OCTOBER.plusDays(4), END),
                        agent("a2", 13, "李娜", "西", ALWAYS, END))
                .append(
                        DimInspector.TABLE,
                        DeclaredRow.of(DimInspector.TABLE)
                                .with(DimInspector.INSPECTOR_KEY, 1L)
                                .with(DimInspector.INSPECTOR_ID, "q1")
                                .with(DimInspector.NAME, "+沈云涵")
                                .with(DimInspector.LEVEL, "senior")
                                .with(DimInspector.MONTHLY_CAPACITY, 12)
                                .with(DimInspector.INFERRED, false)
                                .row())
                .append(DimChannel.TABLE, new Object[] {VOICE, "voice_in"}, new Object[] {CHAT, "chat"})
                .append(DimBusinessType.TABLE, new Object[] {1L, "complaint"}, new Object[] {2L, "loan"})
                .append(
                        FactInteraction.TABLE,
                        interaction("i1", LocalDate.of(2026, 10, 5), VOICE, 2),
                        interaction("i2", LocalDate.of(2026, 9, 30), CHAT, 1),
                        interaction("i3", LocalDate.of(2026, 10, 6), VOICE, 1))
                .append(
                        DimErrorType.TABLE,
                        DeclaredRow.errorType("E1", "severe")
                                .with(DimErrorType.NAME, "=1+1")
                                .row(),
                        DeclaredRow.errorType("E02", "general").row())
                .append(
                        DimScorecardItem.TABLE,
                        item(1, "S-VOICE", "V1", "=开头语", 10, "voice", ALWAYS, OCTOBER.plusDays(5)),
                        item(2, "S-VOICE", "V1", "=开头语", 12.5, "voice", OCTOBER.plusDays(5), END),
                        item(3, "S-VOICE", "V2", "态度", 5, "voice", ALWAYS, END),
                        item(4, "S-ONLINE", "O1", "响应", 20, "online", ALWAYS, END),
                        item(5, "S-FAX", "F1", "fax", 20, "fax", ALWAYS, END));
        tables.publish("2026-10-08", settings);
        return read(folder);
    }

    static QaPlan read(Path folder) {
        return QaPlanReader.read(PublishedWarehouse.open(folder), OCTOBER);
    }

    private static Object[] drawn(
            String id, String agent, String inspector, String category, String reason, int day, String topic) {
        return DeclaredRow.of(SamplingPlan.TABLE)
                .with(SamplingPlan.PLAN_MONTH, OCTOBER)
                .with(SamplingPlan.INTERACTION_ID, id)
                .with(SamplingPlan.AGENT_ID, agent)
                .with(SamplingPlan.INSPECTOR_ID, inspector)
                .with(SamplingPlan.CATEGORY, category)
                .with(SamplingPlan.REASON, reason)
                .with(SamplingPlan.DRAWN_ON, OCTOBER.withDayOfMonth(day))
                .with(SamplingPlan.METHOD, "sampling")
                .with(SamplingPlan.TOPIC, topic)
                .row();
    }

    private static Object[] quota(String agent, String tier, long quota) {
        return DeclaredRow.of(SamplingQuota.TABLE)
                .with(SamplingQuota.PLAN_MONTH, OCTOBER)
                .with(SamplingQuota.AGENT_ID, agent)
                .with(SamplingQuota.TIER, tier)
                .with(SamplingQuota.QUOTA, quota)
                .row();
    }

    private static Object[] tier(String agent, String tier, String reason) {
        return DeclaredRow.of(TierAssignment.TABLE)
                .with(TierAssignment.PLAN_MONTH, OCTOBER)
                .with(TierAssignment.AGENT_ID, agent)
                .with(TierAssignment.TIER, tier)
                .with(TierAssignment.REASON, reason)
                .row();
    }

    private static Object[] adjustment(String agent, int day, String from, String to, long quota) {
        return DeclaredRow.of(TierAdjustment.TABLE)
                .with(TierAdjustment.PLAN_MONTH, OCTOBER)
                .with(TierAdjustment.AGENT_ID, agent)
                .with(TierAdjustment.EFFECTIVE_ON, OCTOBER.withDayOfMonth(day))
                .with(TierAdjustment.FROM_TIER, from)
                .with(TierAdjustment.TO_TIER, to)
                .with(TierAdjustment.QUOTA, quota)
                .row();
    }

    private static Object[] agent(String id, long key, String name, String team, LocalDate from, LocalDate to) {
        return DeclaredRow.agent(id, ALWAYS)
                .with(DimAgent.AGENT_KEY, key)
                .with(DimAgent.NAME, name)
                .with(DimAgent.TEAM, team)
                .with(DimAgent.VALID_FROM, from)
                .with(DimAgent.VALID_TO, to)
                .row();
    }

    private static Object[] interaction(String id, LocalDate day, long channel, long businessType) {
        return DeclaredRow.of(FactInteraction.TABLE)
                .with(FactInteraction.INTERACTION_ID, id)
                .with(FactInteraction.MONTH, day.withDayOfMonth(1))
                .with(FactInteraction.STARTED_ON, day)
                .with(FactInteraction.STARTED_AT, Instant.parse(day + "T01:30:00Z"))
                .with(FactInteraction.CHANNEL_KEY, channel)
                .with(FactInteraction.BUSINESS_TYPE_KEY, businessType)
                .with(FactInteraction.TALK_SECONDS, 95)
                .with(FactInteraction.RECORDING_REF, "@rec/" + id)
                .row();
    }

    private static Object[] item(
            long key, String card, String code, String name, double max, String channel, LocalDate from, LocalDate to) {
        return DeclaredRow.of(DimScorecardItem.TABLE)
                .with(DimScorecardItem.SCORECARD_ITEM_KEY, key)
                .with(DimScorecardItem.SCORECARD_ID, card)
                .with(DimScorecardItem.ITEM_CODE, code)
                .with(DimScorecardItem.ITEM_NAME, name)
                .with(DimScorecardItem.MAX_POINTS, max)
                .with(DimScorecardItem.CHANNEL, channel)
                .with(DimScorecardItem.VALID_FROM, from)
                .with(DimScorecardItem.VALID_TO, to)
                .row();
    }
}
