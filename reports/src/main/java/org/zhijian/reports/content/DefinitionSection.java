package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.schema.indicator.Indicator;
import org.zhijian.schema.indicator.Measure;
import org.zhijian.schema.settings.Setting;
import org.zhijian.schema.settings.Settings;

/** Every definition and setting that a report was made with. */
final class DefinitionSection {
    /** How files come in decides nothing that a report says. */
    private static final Set<Setting<?>> NOT_SHOWN =
            Set.of(Settings.ENCODING, Settings.MAPPINGS, Settings.CUSTOMER_KEY_FILE);

    private final ReportSource source;

    private DefinitionSection(ReportSource source) {
        this.source = source;
    }

    /** Of a report with indicators; the rules to explain are those such as score, tiers, flags. */
    static Section of(ReportSource source, List<String> rules) {
        DefinitionSection section = new DefinitionSection(source);
        return section.section(rules, section.indicators(), section.settings());
    }

    /** Of a report that says nothing of indicators. */
    static Section withoutIndicators(ReportSource source, List<String> rules) {
        DefinitionSection section = new DefinitionSection(source);
        return section.section(rules, section.settings());
    }

    private Section section(List<String> rules, Block... tables) {
        List<Block> blocks = new ArrayList<>();
        rules.forEach(rule -> blocks.add(Paragraph.note(definition(rule))));
        blocks.addAll(List.of(tables));
        return new Section(source.say("section.definitions"), Section.Start.NEW_PAGE, blocks);
    }

    private String definition(String rule) {
        String key = "definition." + rule;
        return switch (rule) {
            case "rates" -> source.say(key, source.setting(Settings.RUN_RULES_FROM));
            case "quotas" ->
                source.sentences(Stream.concat(Stream.of(source.say(key)), Quotas.byShares(source).stream())
                        .toList());
            default -> source.say(key);
        };
    }

    private Grid indicators() {
        return new Grid(
                source.say("definitions.indicators"),
                List.of(
                        source.column("column.indicator", Format.TEXT, 26),
                        source.column("column.numerator", Format.TEXT, 44),
                        source.column("column.denominator", Format.TEXT, 44),
                        source.column("column.better", Format.TEXT, 10)),
                Indicator.ALL.stream()
                        .map(indicator -> Line.of(
                                IndicatorText.name(indicator, source.text()),
                                meaning(indicator.numerator()),
                                meaning(indicator.denominator()),
                                source.say(
                                        Comparison.side(indicator).equals("≥")
                                                ? "definitions.higher"
                                                : "definitions.lower")))
                        .toList());
    }

    private String meaning(Measure measure) {
        return source.text().isChinese() ? measure.meaningZh() : measure.meaning();
    }

    private Grid settings() {
        return new Grid(
                source.say("definitions.settings"),
                List.of(
                        source.column("column.setting", Format.TEXT, 44),
                        source.column("column.value", Format.TEXT, 34),
                        source.column("column.meaning", Format.TEXT, 64)),
                Settings.ALL.stream()
                        .filter(setting -> !NOT_SHOWN.contains(setting))
                        .map(setting -> Line.of(
                                setting.key(),
                                value(setting),
                                source.text().isChinese() ? setting.meaningZh() : setting.meaning()))
                        .toList());
    }

    /** The setting as people write it: without the brackets of lists and the quotes of texts. */
    private String value(Setting<?> setting) {
        String value = source.setting(setting).replaceAll("[\\[\\]{}\"]", "").replace("=", ": ");
        return value.isBlank() ? source.say("definitions.blank") : value;
    }
}
