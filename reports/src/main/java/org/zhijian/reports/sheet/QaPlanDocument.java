package org.zhijian.reports.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Heading;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tiles;
import org.zhijian.reports.document.Tone;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.text.Text;

/** The QA plan of a month (质检计划): who inspects whom, how many and why, and what has been drawn so far. */
public final class QaPlanDocument {
    private static final String AGENT_QA = "agent";

    private final QaPlan plan;
    private final Text text;
    private final Words words;

    private QaPlanDocument(QaPlan plan, Text text) {
        this.plan = plan;
        this.text = text;
        this.words = new Words(text);
    }

    public static Document of(QaPlan plan, Text text) {
        return new QaPlanDocument(plan, text).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(words.say("plan.overview"), Section.Start.FOLLOWS, overview()));
        if (!plan.drawn().isEmpty()) {
            sections.add(Section.onNewPage(words.say("plan.inspectors"), inspectors()));
            sections.add(Section.onNewPage(words.say("plan.who-whom"), whoInspectsWhom()));
        }
        if (!plan.agents().isEmpty()) {
            sections.add(Section.onNewPage(
                    words.say("plan.agents"), agents(), Paragraph.note(words.say(byProfile("plan.agents-note")))));
        }
        if (!plan.drawn().isEmpty()) {
            sections.add(Section.onNewPage(words.say("plan.drawn"), drawn()));
        }
        return new Document(
                words.say("plan.title"),
                plan.period(),
                words.say("plan.source", plan.publication(), plan.upTo()),
                text.locale(),
                sections);
    }

    private List<Block> overview() {
        if (plan.drawn().isEmpty()) {
            return List.of(Paragraph.lead(words.say("plan.nothing", plan.period(), plan.upTo())));
        }
        List<Block> blocks = new ArrayList<>();
        long drawn = count(row -> row.inspection().category().equals(AGENT_QA));
        blocks.add(Paragraph.lead(words.say(
                "plan.lead", plan.upTo(), plan.drawn().size(), plan.inspectors().size(), drawn, target())));
        blocks.add(new Tiles(List.of(
                tile("plan.tile.drawn", (long) plan.drawn().size(), Tone.NEUTRAL),
                tile("plan.tile.agent-qa", drawn, Tone.NEUTRAL, target()),
                tile("plan.tile.agents", (long) plan.agents().size(), Tone.NEUTRAL),
                tile(
                        "plan.tile.unassigned",
                        count(row -> row.inspectorId() == null),
                        count(row -> row.inspectorId() == null) == 0 ? Tone.GOOD : Tone.ATTENTION))));
        blocks.add(reasons());
        blocks.add(Paragraph.note(words.say(byProfile("plan.note"))));
        return blocks;
    }

    private Tiles.Tile tile(String key, long value, Tone tone, String... comparisons) {
        return new Tiles.Tile(words.say(key), value, Format.INTEGER, tone, List.of(comparisons));
    }

    private Grid reasons() {
        Map<List<String>, Long> counts = new TreeMap<>(Comparator.<List<String>, Integer>comparing(
                        key -> SamplingPlan.CATEGORY.accepted().indexOf(key.get(0)))
                .thenComparing(key -> key.get(1)));
        plan.drawn().forEach(row -> counts.merge(List.of(row.inspection().category(), row.reason()), 1L, Long::sum));
        List<Line> lines = new ArrayList<>();
        counts.forEach((key, count) -> lines.add(Line.of(
                words.category(key.get(0)),
                words.drawReason(key.get(1)),
                count,
                (double) count / plan.drawn().size())));
        lines.add(Line.total(words.say("total"), null, (long) plan.drawn().size(), 1.0));
        return new Grid(
                words.say("plan.reasons"),
                List.of(
                        text("category", 18),
                        text("reason", 24),
                        new Heading(words.say("column.drawn"), Format.INTEGER, 10),
                        new Heading(words.say("column.share"), Format.PERCENT, 10)),
                lines);
    }

    private Grid inspectors() {
        List<Line> lines = new ArrayList<>();
        for (PlanInspector inspector : plan.inspectors().values()) {
            List<Object> values = new ArrayList<>();
            values.add(inspector.id());
            values.add(inspector.name());
            values.add(words.level(inspector.level()));
            values.add(inspector.capacity());
            List<DrawnInteraction> rows = plan.of(inspector);
            values.add(rows.stream()
                    .map(row -> row.inspection().agentId())
                    .filter(Objects::nonNull)
                    .distinct()
                    .count());
            values.addAll(counts(rows));
            values.add(
                    inspector.capacity() == null || inspector.capacity() == 0
                            ? null
                            : (double) rows.size() / inspector.capacity());
            lines.add(Line.of(values.toArray()));
        }
        List<DrawnInteraction> nobodys =
                plan.drawn().stream().filter(row -> row.inspectorId() == null).toList();
        if (!nobodys.isEmpty()) {
            List<Object> values = new ArrayList<>(List.of(words.say("plan.unassigned")));
            values.addAll(Collections.nCopies(4, null));
            values.addAll(counts(nobodys));
            values.add(null);
            lines.add(Line.of(values.toArray()));
        }
        List<Object> total = new ArrayList<>(List.of(words.say("total")));
        total.addAll(Collections.nCopies(4, null));
        total.addAll(counts(plan.drawn()));
        total.add(null);
        lines.add(Line.total(total.toArray()));
        List<Heading> headings = new ArrayList<>(List.of(
                text("inspector_id", 12),
                text("inspector", 16),
                text("level", 12),
                number("capacity", 10),
                number("agents", 10)));
        headings.addAll(countHeadings());
        headings.add(new Heading(words.say("column.load"), Format.WHOLE_PERCENT, 12));
        return new Grid(words.say("plan.inspectors"), headings, lines);
    }

    private Grid whoInspectsWhom() {
        Map<List<String>, List<DrawnInteraction>> pairs = plan.drawn().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(
                                Objects.toString(row.inspectorId(), ""),
                                Objects.toString(row.inspection().agentId(), "")),
                        () -> new TreeMap<>(Comparator.<List<String>, String>comparing(key -> key.get(0))
                                .thenComparing(key -> key.get(1))),
                        Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        pairs.forEach((pair, rows) -> {
            PlannedAgent agent = plan.agent(pair.get(1));
            List<Object> values = new ArrayList<>();
            values.add(pair.get(0).isEmpty() ? words.say("plan.unassigned") : pair.get(0));
            values.add(plan.inspectorName(rows.get(0)).orElse(null));
            values.add(pair.get(1).isEmpty() ? words.say("plan.unknown-agent") : pair.get(1));
            values.add(agent.name());
            values.add(agent.team());
            values.add(agent.tierNow());
            values.add(agent.quota());
            values.addAll(counts(rows));
            lines.add(Line.of(values.toArray()));
        });
        List<Heading> headings = new ArrayList<>(List.of(
                text("inspector_id", 12),
                text("inspector", 16),
                text("agent_id", 12),
                text("agent", 16),
                text("team", 16),
                text("tier", 8),
                number("quota", 8)));
        headings.addAll(countHeadings());
        return new Grid(words.say("plan.who-whom"), headings, lines);
    }

    private Grid agents() {
        Map<String, List<DrawnInteraction>> byAgent = new LinkedHashMap<>();
        plan.agents().keySet().forEach(id -> byAgent.put(id, new ArrayList<>()));
        plan.drawn().stream()
                .filter(row -> row.inspection().agentId() != null)
                .forEach(row -> byAgent.get(row.inspection().agentId()).add(row));
        List<Line> lines = new ArrayList<>();
        byAgent.forEach((id, rows) -> {
            PlannedAgent agent = plan.agent(id);
            List<Object> values = new ArrayList<>();
            values.add(id);
            values.add(agent.name());
            values.add(agent.team());
            values.add(agent.tier());
            values.add(words.tierReason(agent.tierReason()));
            values.add(agent.tierNow());
            values.add(agent.quota());
            long drawn = rows.stream()
                    .filter(row -> row.inspection().category().equals(AGENT_QA))
                    .count();
            values.add(agent.quota() == null ? null : Math.max(0, agent.quota() - drawn));
            values.addAll(counts(rows));
            values.add(rows.stream()
                    .flatMap(row -> plan.inspectorName(row).stream())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(text.isChinese() ? "、" : ", ")));
            lines.add(Line.of(values.toArray()));
        });
        List<Heading> headings = new ArrayList<>(List.of(
                text("agent_id", 12),
                text("agent", 16),
                text("team", 16),
                text("tier-began", 10),
                text("tier-reason", 16),
                text("tier-now", 10),
                number("quota", 8),
                number("to-draw", 10)));
        headings.addAll(countHeadings());
        headings.add(text("inspectors", 30));
        return new Grid(words.say("plan.agents"), headings, lines);
    }

    private Grid drawn() {
        List<Line> lines = plan.drawn().stream().map(this::line).toList();
        return new Grid(
                words.say("plan.drawn"),
                List.of(
                        new Heading(words.say("column.drawn_on"), Format.DATE, 12),
                        text("inspector_id", 12),
                        text("inspector", 16),
                        text("agent_id", 12),
                        text("agent", 16),
                        text("team", 16),
                        text("interaction_id", 22),
                        text("category", 14),
                        text("reason", 16),
                        text("method", 12),
                        new Heading(words.say("column.started_at"), Format.DATE_TIME, 17),
                        text("channel", 13),
                        text("business_type", 13),
                        number("talk_seconds", 10),
                        text("recording_ref", 22)),
                lines);
    }

    private Line line(DrawnInteraction row) {
        PlannedAgent agent = plan.agent(row.inspection().agentId());
        return Line.of(
                row.drawnOn(),
                row.inspectorId(),
                plan.inspectorName(row).orElse(words.say("plan.unassigned")),
                agent.id(),
                agent.name(),
                agent.team(),
                row.inspection().interactionId(),
                words.category(row.inspection().category()),
                words.drawReason(row.reason()),
                words.method(row.inspection().method()),
                row.startedAt(),
                words.channel(row.channel()),
                words.businessType(row.businessType()),
                row.talkSeconds(),
                row.recordingRef());
    }

    /** How many of each category, and in all. */
    private static List<Object> counts(List<DrawnInteraction> rows) {
        List<Object> counts = new ArrayList<>();
        for (String category : SamplingPlan.CATEGORY.accepted()) {
            counts.add(rows.stream()
                    .filter(row -> row.inspection().category().equals(category))
                    .count());
        }
        counts.add((long) rows.size());
        return counts;
    }

    private List<Heading> countHeadings() {
        List<Heading> headings = new ArrayList<>();
        SamplingPlan.CATEGORY
                .accepted()
                .forEach(category -> headings.add(new Heading(words.category(category), Format.INTEGER, 12)));
        headings.add(number("drawn", 10));
        return headings;
    }

    private Heading text(String column, int width) {
        return new Heading(words.say("column." + column), Format.TEXT, width);
    }

    private Heading number(String column, int width) {
        return new Heading(words.say("column." + column), Format.INTEGER, width);
    }

    /** What the draw aims at. */
    private String target() {
        return plan.shares()
                .map(shares -> words.say("plan.target.by-shares", shares.newcomers(), shares.others()))
                .orElseGet(() -> words.say("plan.target", quota()));
    }

    /** The key of what is said of this plan's way of drawing. */
    private String byProfile(String key) {
        return plan.shares().isPresent() ? key + ".by-shares" : key;
    }

    private long quota() {
        return plan.agents().values().stream()
                .map(PlannedAgent::quota)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private long count(Predicate<DrawnInteraction> condition) {
        return plan.drawn().stream().filter(condition).count();
    }
}
