package org.zhijian.reports.sheet;

import java.util.List;
import java.util.function.Function;
import org.zhijian.schema.Column;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimBusinessType;
import org.zhijian.schema.star.DimChannel;
import org.zhijian.schema.star.FactInteraction;

/**
 * A column of a score sheet that says what is to be inspected.
 *
 * @param key the column's key, which is its name too
 * @param width its width in characters
 * @param value what stands in it: a text, a number, a moment or null
 */
record PlanColumn(Column key, int width, Function<DrawnInteraction, Object> value) {

    /** The columns that stay in sight when the sheet is scrolled sideways. */
    static final int FROZEN = 3;

    static List<PlanColumn> of(ScoreSheet sheet) {
        Words words = sheet.words();
        return List.of(
                new PlanColumn(
                        Evaluations.INTERACTION_ID, 22, row -> row.inspection().interactionId()),
                new PlanColumn(Evaluations.AGENT_ID, 10, row -> row.inspection().agentId()),
                new PlanColumn(DimAgent.NAME, 14, row -> sheet.plan()
                        .agent(row.inspection().agentId())
                        .name()),
                new PlanColumn(
                        Evaluations.CATEGORY,
                        14,
                        row -> words.category(row.inspection().category())),
                new PlanColumn(SamplingPlan.REASON, 14, row -> words.drawReason(row.reason())),
                new PlanColumn(
                        Evaluations.METHOD,
                        12,
                        row -> words.method(row.inspection().method())),
                new PlanColumn(FactInteraction.STARTED_AT, 20, DrawnInteraction::startedAt),
                new PlanColumn(DimChannel.CHANNEL, 13, row -> words.channel(row.channel())),
                new PlanColumn(DimBusinessType.BUSINESS_TYPE, 15, row -> words.businessType(row.businessType())),
                new PlanColumn(FactInteraction.TALK_SECONDS, 8, DrawnInteraction::talkSeconds),
                new PlanColumn(FactInteraction.RECORDING_REF, 34, DrawnInteraction::recordingRef),
                new PlanColumn(
                        Evaluations.SCORECARD_ID, 12, row -> row.inspection().scorecardId()));
    }
}
