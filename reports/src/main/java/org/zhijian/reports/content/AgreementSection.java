package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.Column;
import org.zhijian.schema.mart.InspectorAgreement;

/** How far the inspectors agree over all sessions up to the publication, with a reading in words, and who is lenient (R12). */
final class AgreementSection {
    private final ReportSource source;
    private final List<Row> rows;

    AgreementSection(ReportSource source) {
        this.source = source;
        this.rows = source.rows(InspectorAgreement.TABLE);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.note(
                source.say("agreement.all-sessions", source.publication().businessDate())));
        Optional<Row> all = rows("all").stream().findFirst();
        if (all.isEmpty()) {
            blocks.add(Paragraph.body(source.say("agreement.none")));
        } else {
            blocks.add(Paragraph.lead(lead(all.get())));
            blocks.add(measures(all.get()));
        }
        leniency().ifPresent(blocks::add);
        pairs().ifPresent(blocks::add);
        blocks.add(Paragraph.note(source.say("agreement.landis-koch")));
        blocks.add(Paragraph.note(source.say("agreement.koo-li")));
        return new Section(source.say("agreement.section.all"), Section.Start.FOLLOWS, blocks);
    }

    private List<Row> rows(String scope) {
        return rows.stream()
                .filter(row -> row.string(InspectorAgreement.SCOPE).equals(scope))
                .toList();
    }

    private String lead(Row all) {
        Double kappa = all.number(InspectorAgreement.FLEISS_KAPPA);
        Double icc = all.number(InspectorAgreement.ICC_AGREEMENT);
        return source.say(
                "agreement.lead",
                all.bigint(InspectorAgreement.SESSIONS),
                all.bigint(InspectorAgreement.INTERACTIONS),
                told(kappa, landisKoch(kappa)),
                told(icc, kooLi(icc)));
    }

    private String told(Double value, String reading) {
        return value == null
                ? source.say("agreement.not-computable")
                : source.say("agreement.value-read", Format.TWO_DECIMALS.text(value), reading);
    }

    private Grid measures(Row all) {
        return new Grid(
                source.say("agreement.measures"),
                List.of(
                        source.column("agreement.column.measure", Format.TEXT, 24),
                        source.column("column.value", Format.TWO_DECIMALS, 9),
                        source.column("agreement.column.reading", Format.TEXT, 16),
                        source.column("column.meaning", Format.TEXT, 52)),
                List.of(
                        kappa("fleiss", all, InspectorAgreement.FLEISS_KAPPA),
                        kappa("ac1", all, InspectorAgreement.GWET_AC1),
                        icc("icc-agreement", all, InspectorAgreement.ICC_AGREEMENT),
                        icc("icc-consistency", all, InspectorAgreement.ICC_CONSISTENCY)));
    }

    private Line kappa(String measure, Row all, Column column) {
        Double value = all.number(column);
        return Line.of(
                source.say("agreement.measure." + measure),
                value,
                landisKoch(value),
                source.say("agreement.meaning." + measure));
    }

    private Line icc(String measure, Row all, Column column) {
        Double value = all.number(column);
        Long inspectors = all.bigint(InspectorAgreement.ICC_INSPECTORS);
        Long interactions = all.bigint(InspectorAgreement.ICC_INTERACTIONS);
        return Line.of(
                source.say("agreement.measure." + measure),
                value,
                kooLi(value),
                source.say(
                        "agreement.meaning." + measure,
                        inspectors == null ? 0 : inspectors,
                        interactions == null ? 0 : interactions));
    }

    private Optional<Block> leniency() {
        List<Row> inspectors = rows("inspector").stream()
                .filter(row -> row.number(InspectorAgreement.LENIENCY) != null)
                .sorted(Comparator.comparing((Row row) -> -row.number(InspectorAgreement.LENIENCY))
                        .thenComparing(row -> row.string(InspectorAgreement.INSPECTOR_ID)))
                .toList();
        if (inspectors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Chart.Bars(
                source.say("agreement.leniency"),
                source.say("agreement.leniency-percent"),
                inspectors.stream()
                        .map(row -> source.names().inspector(row.string(InspectorAgreement.INSPECTOR_ID)))
                        .toList(),
                List.of(new Chart.Series(
                        source.say("column.mean-deviation"),
                        inspectors.stream()
                                .map(row -> row.number(InspectorAgreement.LENIENCY))
                                .toList()))));
    }

    /** The pairs, those that agree least first. */
    private Optional<Block> pairs() {
        List<Line> lines = rows("pair").stream()
                .sorted(Comparator.comparing(
                                (Row row) -> row.number(InspectorAgreement.COHEN_KAPPA),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.string(InspectorAgreement.INSPECTOR_ID))
                        .thenComparing(row -> row.string(InspectorAgreement.OTHER_INSPECTOR_ID)))
                .map(row -> Line.of(
                        source.names().inspector(row.string(InspectorAgreement.INSPECTOR_ID)),
                        source.names().inspector(row.string(InspectorAgreement.OTHER_INSPECTOR_ID)),
                        row.bigint(InspectorAgreement.SESSIONS),
                        row.bigint(InspectorAgreement.INTERACTIONS),
                        row.number(InspectorAgreement.COHEN_KAPPA),
                        row.number(InspectorAgreement.WEIGHTED_KAPPA),
                        landisKoch(row.number(InspectorAgreement.COHEN_KAPPA))))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Grid(
                        source.say("agreement.pairs"),
                        List.of(
                                source.column("column.inspector", Format.TEXT, 16),
                                source.column("agreement.column.other", Format.TEXT, 16),
                                source.column("agreement.column.sessions", Format.INTEGER, 10),
                                source.column("column.calibrated", Format.INTEGER, 10),
                                source.column("agreement.column.cohen", Format.TWO_DECIMALS, 10),
                                source.column("agreement.column.weighted", Format.TWO_DECIMALS, 10),
                                source.column("agreement.column.reading", Format.TEXT, 16)),
                        lines));
    }

    /** Words are for the number that is read. */
    private static double shown(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }

    /** The words of Landis and Koch (1977), null without a value. */
    private String landisKoch(Double value) {
        if (value == null) {
            return null;
        }
        double shown = shown(value);
        String band;
        if (shown < 0) {
            band = "poor";
        } else if (shown <= 0.2) {
            band = "slight";
        } else if (shown <= 0.4) {
            band = "fair";
        } else if (shown <= 0.6) {
            band = "moderate";
        } else {
            band = shown <= 0.8 ? "substantial" : "almost-perfect";
        }
        return source.say("agreement.landis-koch." + band);
    }

    /** The words of Koo and Li (2016), null without a value. */
    private String kooLi(Double value) {
        if (value == null) {
            return null;
        }
        double shown = shown(value);
        String band = shown < 0.5 ? "poor" : shown < 0.75 ? "moderate" : shown <= 0.9 ? "good" : "excellent";
        return source.say("agreement.koo-li." + band);
    }
}
