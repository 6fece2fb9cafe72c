package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The first page of a quarter: the key figures, the largest rises against the quarter before, the unusual months. */
final class QuarterSummary {
    private static final int RISES = 3;
    private static final int TOLD = 6;

    private final ReportSource source;
    private final QuarterFacts facts;

    QuarterSummary(ReportSource source, QuarterFacts facts) {
        this.source = source;
        this.facts = facts;
    }

    /** A rate of the quarter and of the quarter before. */
    private record Rise(String subject, double before, double now) {
        double size() {
            return now - before;
        }
    }

    Section section(List<Flag> flags) {
        List<Block> blocks = new ArrayList<>(KeyFigures.of(source, facts.comparison()));
        incomplete(facts.quarter().previous()).ifPresent(blocks::add);
        incomplete(facts.quarter().lastYear()).ifPresent(blocks::add);
        blocks.addAll(errors());
        long agents = flags.stream().map(Flag::agentId).distinct().count();
        blocks.add(Paragraph.lead(
                flags.isEmpty()
                        ? source.say("decisions.none")
                        : source.say(
                                "decisions.flags",
                                agents,
                                flags.size(),
                                flags.stream().filter(Flag::isProvisional).count())));
        return new Section(source.say("section.summary"), Section.Start.FOLLOWS, blocks);
    }

    private List<Block> errors() {
        Double rate = QuarterFacts.rateOf(facts.allTypes(), facts.quarter());
        if (rate == null) {
            return List.of(Paragraph.lead(source.say("worse.no-evaluations")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.lead(source.say(
                "quarter.errors",
                ErrorText.rate(rate),
                against(facts.quarter().previous()),
                against(facts.quarter().lastYear()))));
        List<Rise> teams = new ArrayList<>();
        facts.byTeam().forEach((team, rows) -> addRise(teams, team, rows));
        blocks.add(Paragraph.body(rises("worse.rises-by-team", teams)));
        List<Rise> types = new ArrayList<>();
        facts.typesFound().forEach(code -> addRise(types, ErrorText.type(source, code), facts.type(code)));
        blocks.add(Paragraph.body(rises("worse.rises-by-type", types)));
        blocks.addAll(unusual());
        return blocks;
    }

    /** That a quarter to compare with has data for some of its months only. */
    private Optional<Block> incomplete(Period quarter) {
        List<Period> months = quarter.months();
        long withData = months.stream()
                .filter(month -> !facts.indicators().get(month).isEmpty())
                .count();
        return withData == 0 || withData == months.size()
                ? Optional.empty()
                : Optional.of(Paragraph.note(source.say("quarter.incomplete", quarter, withData, months.size())));
    }

    private String against(Period quarter) {
        Double rate = QuarterFacts.rateOf(facts.allTypes(), quarter);
        return rate == null
                ? source.say("figures.no-value", quarter)
                : source.say("figures.other", quarter, ErrorText.rate(rate));
    }

    private void addRise(List<Rise> rises, String subject, List<Row> rows) {
        Double now = QuarterFacts.rateOf(rows, facts.quarter());
        Double before = QuarterFacts.rateOf(rows, facts.quarter().previous());
        if (now != null && before != null) {
            rises.add(new Rise(subject, before, now));
        }
    }

    private String rises(String key, List<Rise> comparable) {
        Period previous = facts.quarter().previous();
        if (comparable.isEmpty()) {
            return source.say(key, source.say("worse.nothing-to-compare", previous));
        }
        List<String> largest = comparable.stream()
                .filter(rise -> rise.size() > 0)
                .sorted(Comparator.comparing(Rise::size).reversed())
                .limit(RISES)
                .map(rise -> source.say(
                        "worse.rise", rise.subject(), ErrorText.rate(rise.before()), ErrorText.rate(rise.now())))
                .toList();
        return largest.isEmpty()
                ? source.say(key, source.say("worse.no-rise", previous))
                : source.say(key, source.listed(largest) + source.say("full-stop"));
    }

    /** The months of the quarter in which a rate of the centre, a type or a team was unusually high. */
    private List<Block> unusual() {
        List<Row> high = facts.unusuallyHigh();
        if (high.isEmpty()) {
            return List.of(
                    Paragraph.body(source.say(facts.haveLimits() ? "quarter.none-unusual" : "quarter.no-limits")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.body(source.say("quarter.unusual", high.size())));
        high.stream()
                .limit(TOLD)
                .map(row -> Paragraph.body(source.say(
                        "quarter.unusual-one",
                        Period.containing(row.date(ErrorTrend.PERIOD_START), Period.Kind.MONTH),
                        ErrorText.signal(source, row))))
                .forEach(blocks::add);
        if (high.size() > TOLD) {
            blocks.add(Paragraph.body(source.say("worse.more-high", high.size() - TOLD)));
        }
        return blocks;
    }
}
