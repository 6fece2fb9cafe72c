package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.settings.Settings;

/** How closely an agent's work is inspected this month and the next, why, and what that means (R2, R3, R6). */
final class TierNotice {
    private final ScoreFacts facts;
    private final ReportSource source;
    private final String agentId;

    TierNotice(ScoreFacts facts, String agentId) {
        this.facts = facts;
        this.source = facts.source();
        this.agentId = agentId;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.body(notice(facts.month())));
        facts.adjustments(agentId).stream()
                .sorted(Comparator.comparing((Row row) -> row.date(TierAdjustment.EFFECTIVE_ON))
                        .thenComparing(row -> row.string(TierAdjustment.TO_TIER)))
                .forEach(row -> blocks.add(Paragraph.body(change(row))));
        blocks.add(Paragraph.body(notice(facts.month().next())));
        blocks.add(Paragraph.note(meaning()));
        return new Section(source.say("details.section.tier"), Section.Start.FOLLOWS, blocks);
    }

    private String notice(Period planMonth) {
        Optional<Row> tier = facts.tier(agentId, planMonth);
        if (tier.isEmpty()) {
            boolean isKnown = planMonth.equals(facts.month()) || source.isClosed(facts.month());
            return source.say(isKnown ? "details.tier.none" : "details.tier.not-yet", planMonth.label(source.text()));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(source.say(
                "details.tier.is", planMonth.label(source.text()), tier.get().string(TierAssignment.TIER)));
        sentences.add(reason(tier.get(), planMonth));
        howMany(tier.get(), planMonth).ifPresent(sentences::add);
        return source.sentences(sentences);
    }

    private Optional<String> howMany(Row tier, Period planMonth) {
        boolean isNewcomer = tier.string(TierAssignment.REASON).equals("newcomer");
        return source.publication()
                .shares()
                .map(shares -> source.say("details.tier.share", isNewcomer ? shares.newcomers() : shares.others()))
                .or(() -> facts.quota(agentId, planMonth).map(quota -> quota(quota.bigint(SamplingQuota.QUOTA))));
    }

    private String quota(long interactions) {
        return source.say("details.tier.quota", interactions);
    }

    private String meaning() {
        return source.publication()
                .shares()
                .map(shares -> source.say("details.tier.meaning.by-shares", shares.newcomers(), shares.others()))
                .orElseGet(() -> source.say(
                        "details.tier.meaning",
                        source.setting(Settings.QUOTA_A_PERCENT),
                        source.setting(Settings.QUOTA_C_PERCENT)));
    }

    private String reason(Row tier, Period planMonth) {
        String reason = tier.string(TierAssignment.REASON);
        return switch (reason) {
            case "newcomer" -> source.say("details.tier.reason.newcomer", source.setting(Settings.NEWCOMER_MONTHS));
            case "unscored" ->
                source.say("details.tier.reason.unscored", planMonth.previous().label(source.text()));
            default ->
                source.say(
                        "details.tier.reason." + reason + (isAtBothEnds(tier) ? ".both-ends" : ""),
                        planMonth.previous().label(source.text()),
                        ReportSource.plain(tier.number(TierAssignment.SCORE_MEAN), 2),
                        source.setting(Settings.TIER_PERCENT));
        };
    }

    /** Whether an agent in the middle has a place among the best: without tier A there is then one among the last, too. */
    private boolean isAtBothEnds(Row tier) {
        Long rank = tier.bigint(TierAssignment.RANK);
        if (rank == null || !tier.string(TierAssignment.REASON).equals("middle")) {
            return false;
        }
        BigDecimal places = source.number(Settings.TIER_PERCENT)
                .movePointLeft(2)
                .multiply(BigDecimal.valueOf(tier.bigint(TierAssignment.RANKED_AGENTS)))
                .setScale(0, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(rank).compareTo(places) <= 0;
    }

    private String change(Row row) {
        List<String> sentences = new ArrayList<>();
        sentences.add(source.say(
                "details.tier.change." + row.string(TierAdjustment.REASON),
                row.date(TierAdjustment.EFFECTIVE_ON),
                row.string(TierAdjustment.FROM_TIER),
                row.string(TierAdjustment.TO_TIER),
                row.number(TierAdjustment.BASELINE) == null
                        ? "–"
                        : ReportSource.plain(row.number(TierAdjustment.BASELINE), 2)));
        if (row.string(TierAdjustment.REASON).equals("below_baseline")
                && Boolean.FALSE.equals(row.bool(TierAdjustment.BASELINE_REACHABLE))) {
            sentences.add(source.say("details.tier.change.unreachable"));
        }
        if (source.publication().shares().isEmpty()) {
            sentences.add(quota(row.bigint(TierAdjustment.QUOTA)));
        }
        return source.sentences(sentences);
    }
}
