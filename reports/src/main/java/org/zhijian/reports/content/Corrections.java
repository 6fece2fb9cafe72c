package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.reports.restatement.Cause;
import org.zhijian.reports.restatement.Restatement;
import org.zhijian.reports.restatement.Restatements;
import org.zhijian.schema.Table;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.CompetencyFlag;
import org.zhijian.schema.mart.SamplingQuota;
import org.zhijian.schema.mart.TierAdjustment;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.text.UserError;

/**
 * What was corrected since the last report (R11): published scores, tiers, quotas, tier changes and flags that have changed,
 * and the last period's indicators that have another value now.
 */
final class Corrections {
    private static final Map<Table, String> KINDS = Map.of(
            AgentMonthScore.TABLE, "score",
            TierAssignment.TABLE, "tier",
            SamplingQuota.TABLE, "quota",
            TierAdjustment.TABLE, "adjustment",
            CompetencyFlag.TABLE, "flag");

    private final ReportSource source;
    private final Period period;
    private final Appeals appeals;
    /** What the last report was made from, if there was one. */
    private final Optional<Publication> before;
    /** Null where what had been published is no longer kept. */
    private final List<Restatement> restatements;

    private final List<Line> indicators;

    private Corrections(ReportSource source, Period period) {
        this.source = source;
        this.period = period;
        this.appeals = Appeals.of(source, period);
        this.before = lastReported(source, period);
        List<Restatement> changed = List.of();
        List<Line> changedIndicators = List.of();
        if (before.isPresent()) {
            try {
                changed = Restatements.sincePublication(source.warehouse(), before.get());
                changedIndicators = indicators(before.get());
            } catch (UserError e) {
                if (!e.key().equals("reports.read.not-kept")) {
                    throw e;
                }
                changed = null;
            }
        }
        this.restatements = changed;
        this.indicators = changedIndicators;
    }

    static Corrections of(ReportSource source, Period period) {
        return new Corrections(source, period);
    }

    /** The publication that the report of the period before was made from: the first one that had closed it, else the last before that. */
    private static Optional<Publication> lastReported(ReportSource source, Period period) {
        List<Publication> earlier = source.warehouse().history().stream()
                .filter(other -> other.number() < source.publication().number())
                .toList();
        return earlier.stream()
                .filter(other ->
                        !other.businessDate().isBefore(period.previous().last()))
                .findFirst()
                .or(() -> earlier.stream().reduce((first, second) -> second));
    }

    /** The few sentences for the first page. */
    List<Block> summary() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(lead()));
        if (before.isPresent() && restatements != null && !restatements.isEmpty()) {
            Map<String, Long> byKind = restatements.stream()
                    .collect(Collectors.groupingBy(
                            restatement -> KINDS.get(restatement.table()), TreeMap::new, Collectors.counting()));
            blocks.add(Paragraph.body(source.say(
                    "corrections.by-kind",
                    source.listed(byKind.entrySet().stream()
                            .map(kind -> source.say("corrections.count." + kind.getKey(), kind.getValue()))
                            .toList()),
                    source.say("section.corrections"))));
        }
        blocks.add(Paragraph.body(source.say(
                "corrections.appeals",
                appeals.submitted(),
                appeals.accepted().size(),
                appeals.rejected(),
                appeals.open())));
        return blocks;
    }

    /** Everything that was corrected, and the appeals that were accepted. */
    Section section() {
        List<Block> blocks = new ArrayList<>(summary());
        if (!indicators.isEmpty()) {
            blocks.add(new Grid(
                    source.say("corrections.indicators", period.previous()),
                    List.of(
                            source.column("column.indicator", Format.TEXT, 24),
                            source.column("column.published", Format.TEXT, 14),
                            source.column("column.now", Format.TEXT, 14),
                            source.column("column.change", Format.TEXT, 12)),
                    indicators));
        }
        if (restatements != null && !restatements.isEmpty()) {
            blocks.add(restated());
        }
        if (!appeals.accepted().isEmpty()) {
            blocks.add(accepted());
        }
        return new Section(source.say("section.corrections"), Section.Start.FOLLOWS, blocks);
    }

    /** What became of published flags, for a list of flags. */
    List<Line> flags() {
        return restatements == null
                ? List.of()
                : restatements.stream()
                        .filter(restatement -> restatement.table().equals(CompetencyFlag.TABLE))
                        .map(this::line)
                        .toList();
    }

    /** That no published flag has changed, or why that cannot be told. */
    String noneOfFlags() {
        return before.isPresent() && restatements != null ? source.say("corrections.no-flags") : lead();
    }

    /** The columns of {@link #flags}. */
    List<Grid.Heading> columns() {
        return List.of(
                source.column("column.what", Format.TEXT, 14),
                source.column("column.period", Format.TEXT, 10),
                source.column("column.agent-id", Format.TEXT, 10),
                source.column("column.name", Format.TEXT, 12),
                source.column("column.published", Format.TEXT, 16),
                source.column("column.now", Format.TEXT, 16),
                source.column("column.cause", Format.TEXT, 40));
    }

    private String lead() {
        if (before.isEmpty()) {
            return source.say("corrections.no-report-before");
        }
        Publication publication = before.get();
        if (restatements == null) {
            return source.say("corrections.not-kept", publication.number(), publication.businessDate());
        }
        String compared = hadEnded(publication) ? "" : "-without-indicators";
        return restatements.isEmpty() && indicators.isEmpty()
                ? source.say("corrections.none" + compared, publication.number(), publication.businessDate())
                : source.say(
                        "corrections.some" + compared,
                        restatements.size(),
                        indicators.size(),
                        publication.number(),
                        publication.businessDate());
    }

    /** Whether the last period had ended when that was published, so that it had final indicators. */
    private boolean hadEnded(Publication publication) {
        return !publication.businessDate().isBefore(period.previous().last());
    }

    /** The indicators of the last period that had another value when they were published. */
    private List<Line> indicators(Publication publication) {
        if (!hadEnded(publication)) {
            return List.of();
        }
        Period last = period.previous();
        ReportSource earlier = source.asPublished(publication);
        IndicatorValues then = IndicatorValues.of(earlier, last);
        IndicatorValues now = IndicatorValues.of(source, last);
        List<Line> lines = new ArrayList<>();
        for (Indicator indicator : Indicator.ALL) {
            String published = IndicatorText.written(indicator, then.value(indicator), source.text());
            String current = IndicatorText.written(indicator, now.value(indicator), source.text());
            if (!published.equals(current)) {
                lines.add(Line.of(
                        IndicatorText.name(indicator, source.text()),
                        published,
                        current,
                        Comparison.difference(source, indicator, now.value(indicator), then.value(indicator))));
            }
        }
        return lines;
    }

    private Grid restated() {
        return new Grid(
                source.say("corrections.restated"),
                columns(),
                restatements.stream().map(this::line).toList());
    }

    private Line line(Restatement restatement) {
        return Line.of(
                what(restatement),
                Period.containing(restatement.period(), Period.Kind.MONTH).toString(),
                restatement.agentId(),
                source.names().agent(restatement.agentId()),
                value(restatement, restatement.before(), "corrections.not-published"),
                value(restatement, restatement.after(), "corrections.withdrawn"),
                cause(restatement.cause()));
    }

    private String what(Restatement restatement) {
        return restatement.table().equals(CompetencyFlag.TABLE)
                ? source.say("flag.short." + restatement.item())
                : source.say("corrections.kind." + KINDS.get(restatement.table()));
    }

    /** A score, tier or quota as it is; of what has more values only whether it was and is there. */
    private String value(Restatement restatement, String value, String missing) {
        if (value == null) {
            return source.say(missing);
        }
        if (restatement.table().equals(AgentMonthScore.TABLE)) {
            return ReportSource.plain(new BigDecimal(value), 4);
        }
        boolean single = restatement.table().equals(TierAssignment.TABLE)
                || restatement.table().equals(SamplingQuota.TABLE);
        if (single) {
            return value;
        }
        boolean changed = restatement.before() != null && value.equals(restatement.after());
        return source.say(changed ? "corrections.changed" : "corrections.there");
    }

    private String cause(Cause cause) {
        List<String> causes = new ArrayList<>();
        if (!cause.ownAppeals().isEmpty()) {
            causes.add(source.say("cause.own-appeals", source.listed(cause.ownAppeals())));
        }
        if (!cause.otherAppeals().isEmpty()) {
            causes.add(source.say("cause.other-appeals", source.listed(cause.otherAppeals())));
        }
        if (!cause.settings().isEmpty()) {
            causes.add(source.say("cause.settings", source.listed(cause.settings())));
        }
        if (cause.software() != null) {
            causes.add(source.say("cause.software", cause.software()));
        }
        return causes.isEmpty() ? source.say("cause.late-records") : source.sentences(causes);
    }

    private Grid accepted() {
        return new Grid(
                source.say("corrections.accepted"),
                List.of(
                        source.column("column.appeal", Format.TEXT, 18),
                        source.column("column.evaluation", Format.TEXT, 18),
                        source.column("column.month", Format.MONTH, 9),
                        source.column("column.decided-at", Format.DATE_TIME, 16),
                        source.column("column.revised-score", Format.TWO_DECIMALS, 10),
                        source.column("column.removed-errors", Format.TEXT, 24)),
                appeals.accepted().stream()
                        .sorted(Comparator.comparing(row -> row.string(FactAppeal.APPEAL_ID)))
                        .map(this::accepted)
                        .toList());
    }

    private Line accepted(Row appeal) {
        return Line.of(
                appeal.string(FactAppeal.APPEAL_ID),
                appeal.string(FactAppeal.EVALUATION_ID),
                appeal.date(FactAppeal.MONTH),
                source.local(appeal.timestamp(FactAppeal.DECIDED_AT)),
                appeal.number(FactAppeal.REVISED_SCORE),
                appeal.string(FactAppeal.REMOVED_ERRORS));
    }
}
