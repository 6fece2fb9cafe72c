package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.settings.Settings;

/** The agents' composite for performance pay with what each part contributes; the weights are those of the publication (R10). */
final class CompositeSection {
    private static final Pattern WEIGHT = Pattern.compile("(\\w+)\\s*[=:]\\s*([0-9.Ee+-]+)");
    private static final Indicator COMPOSITE = Indicator.ALL.stream()
            .filter(indicator -> indicator.name().equals("composite"))
            .findFirst()
            .orElseThrow();

    private final ReportSource source;
    private final Period month;
    private final List<Part> parts;

    CompositeSection(ReportSource source, Period month) {
        this.source = source;
        this.month = month;
        this.parts = parts(source.setting(Settings.COMPOSITE_WEIGHTS));
    }

    /**
     * A weighted indicator.
     *
     * @param indicator the indicator
     * @param weight its weight, above 0
     */
    private record Part(Indicator indicator, BigDecimal weight) {

        /** The indicator as points from 0 to 100, null where it has no value. */
        Double points(IndicatorValue value) {
            return value.value() == null ? null : Double.valueOf(value.value() * pointsOfOne());
        }

        int pointsOfOne() {
            return switch (indicator.unit()) {
                case POINTS, SECONDS, PERCENT -> 1;
                case RATE -> 100;
                case RATING -> 20;
            };
        }
    }

    private static List<Part> parts(String written) {
        Map<String, BigDecimal> weights = new HashMap<>();
        Matcher matcher = WEIGHT.matcher(written);
        while (matcher.find()) {
            weights.put(matcher.group(1), new BigDecimal(matcher.group(2)));
        }
        return Indicator.ALL.stream()
                .filter(indicator ->
                        weights.getOrDefault(indicator.name(), BigDecimal.ZERO).signum() > 0)
                .map(indicator -> new Part(indicator, weights.get(indicator.name())))
                .toList();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        IndicatorValues agents = IndicatorValues.ofAgents(source, month);
        List<String> members = agents.members().stream()
                .filter(agent -> agents.of(agent, COMPOSITE).value() != null)
                .toList();
        List<Line> lines = members.stream()
                .sorted(Comparator.comparing(this::team, Comparator.nullsLast(TeamOrder.BY_NAME))
                        .thenComparing(agent -> agent))
                .map(agent -> line(agent, agents))
                .toList();
        long withoutQa = members.stream()
                .filter(agent -> agents.of(agent, Indicators.QA_MEAN).value() == null)
                .count();
        blocks.add(Paragraph.lead(source.say("sheets.composite.weights", source.listed(weights()))));
        blocks.add(Paragraph.note(source.say("sheets.composite.how-to-read")));
        if (withoutQa > 0) {
            blocks.add(Paragraph.body(source.say("sheets.composite.without-qa", withoutQa, members.size())));
        }
        blocks.add(
                lines.isEmpty()
                        ? Paragraph.body(source.say("sheets.composite.none"))
                        : new Grid(source.say("sheets.composite.table"), columns(), lines));
        return new Section(source.say("sheets.composite.title"), Section.Start.NEW_PAGE, blocks);
    }

    private List<String> weights() {
        return parts.stream()
                .map(part -> source.say(
                        "sheets.composite.weight",
                        IndicatorText.name(part.indicator(), source.text()),
                        part.weight().toPlainString()))
                .toList();
    }

    private List<Grid.Heading> columns() {
        List<Grid.Heading> columns = new ArrayList<>(List.of(
                source.column("column.team", Format.TEXT, 14),
                source.column("column.agent-id", Format.TEXT, 10),
                source.column("column.name", Format.TEXT, 12),
                new Grid.Heading(IndicatorText.name(COMPOSITE, source.text()), Format.TWO_DECIMALS, 12)));
        for (Part part : parts) {
            String name = IndicatorText.name(part.indicator(), source.text());
            columns.add(new Grid.Heading(source.say("sheets.composite.points", name), Format.TWO_DECIMALS, 11));
            columns.add(new Grid.Heading(
                    source.say(
                            "sheets.composite.contribution", name, part.weight().toPlainString()),
                    Format.TWO_DECIMALS,
                    11));
        }
        return columns;
    }

    private Line line(String agent, IndicatorValues agents) {
        IndicatorValue composite = agents.of(agent, COMPOSITE);
        List<Object> values = new ArrayList<>();
        values.add(team(agent));
        values.add(agent);
        values.add(source.names().agent(agent));
        values.add(composite.value());
        for (Part part : parts) {
            Double points = part.points(agents.of(agent, part.indicator()));
            values.add(points);
            // The composite's denominator is the sum of the weights of the parts that have a value.
            values.add(
                    points == null
                            ? null
                            : Double.valueOf(part.weight().doubleValue() * points / composite.denominator()));
        }
        return Line.of(values.toArray());
    }

    private String team(String agent) {
        return source.names().teamOf(agent, source.lastDay(month));
    }
}
