package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.Escalation;

/** Who needs a decision: the competency flags that were reached in the period, and teams whose rate is above its limit. */
final class Decisions {
    /** So many are told one by one; the section of the evidence has them all. */
    private static final int TOLD = 4;

    private final ReportSource source;
    private final Period period;

    private Decisions(ReportSource source, Period period) {
        this.source = source;
        this.period = period;
    }

    static List<Block> of(ReportSource source, Period period, List<Flag> flags) {
        return new Decisions(source, period).blocks(flags);
    }

    private List<Block> blocks(List<Flag> flags) {
        List<Block> blocks = new ArrayList<>();
        if (flags.isEmpty()) {
            blocks.add(Paragraph.lead(source.say("decisions.none")));
        } else {
            long agents = flags.stream().map(Flag::agentId).distinct().count();
            long provisional = flags.stream().filter(Flag::isProvisional).count();
            blocks.add(Paragraph.lead(source.say("decisions.flags", agents, flags.size(), provisional)));
            flags.stream().limit(TOLD).map(this::told).forEach(blocks::add);
            if (flags.size() > TOLD) {
                blocks.add(Paragraph.body(source.say("decisions.more", flags.size() - TOLD)));
            }
            blocks.add(Paragraph.note(source.say("decisions.evidence", source.say("section.evidence"))));
        }
        List<String> teams = teamsAboveLimit();
        if (!teams.isEmpty()) {
            blocks.add(Paragraph.body(source.say("decisions.teams", source.listed(teams))));
        }
        return blocks;
    }

    private Block told(Flag flag) {
        String team = flag.team(source);
        String sentence = source.say(
                "decisions.flag",
                flag.agent(source),
                team == null ? source.say("no-team") : team,
                flag.ruleInWords(source),
                flag.span(source),
                flag.occurrences(),
                flag.reachedOn(),
                flag.inspected(),
                ReportSource.plain(flag.expected(), 2));
        return Paragraph.body(
                flag.isProvisional()
                        ? source.sentences(List.of(sentence, source.say("decisions.provisional")))
                        : sentence);
    }

    /** Each with the month of the rate and the last day counted. */
    private List<String> teamsAboveLimit() {
        return period.months().stream()
                .flatMap(month -> Escalations.of(source, month))
                .filter(row -> row.string(Escalation.REASON).equals("team_above_limit"))
                .filter(row -> period.includes(row.date(Escalation.REACHED_ON)))
                .filter(row -> row.string(Escalation.TEAM) != null)
                .sorted(Comparator.comparing((Row row) -> row.string(Escalation.TEAM), TeamOrder.BY_NAME)
                        .thenComparing(row -> row.date(Escalation.MONTH)))
                .map(row -> source.say(
                        "decisions.team",
                        row.string(Escalation.TEAM),
                        Period.containing(row.date(Escalation.MONTH), Period.Kind.MONTH),
                        row.date(Escalation.REACHED_ON)))
                .toList();
    }
}
