package org.zhijian.reports.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Judged;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.star.FactCalibrationScore;

/** The sessions of a month: what each inspector gave each interaction, side by side with the reference (R12). */
final class CalibrationSessions {
    private final ReportSource source;
    private final List<Row> scores;

    CalibrationSessions(ReportSource source, Period month) {
        this.source = source;
        this.scores = source
                .rows(
                        FactCalibrationScore.TABLE,
                        Condition.from(FactCalibrationScore.HELD_ON, month.first()),
                        Condition.upTo(FactCalibrationScore.HELD_ON, source.lastDay(month)))
                .stream()
                .filter(CalibrationSessions::isValid)
                .toList();
    }

    /** A score above its maximum, or of a maximum of none, counts nowhere. */
    private static boolean isValid(Row row) {
        double maximum = row.number(FactCalibrationScore.MAX_SCORE);
        double score = row.number(FactCalibrationScore.SCORE);
        return maximum > 0 && score >= 0 && score <= maximum;
    }

    private record Session(LocalDate heldOn, String id) implements Comparable<Session> {
        @Override
        public int compareTo(Session other) {
            return Comparator.comparing(Session::heldOn)
                    .thenComparing(Session::id)
                    .compare(this, other);
        }
    }

    List<Section> sections() {
        Map<Session, List<Row>> sessions = scores.stream()
                .collect(Collectors.groupingBy(
                        row -> new Session(
                                row.date(FactCalibrationScore.HELD_ON), row.string(FactCalibrationScore.SESSION_ID)),
                        TreeMap::new,
                        Collectors.toList()));
        List<Section> sections = new ArrayList<>();
        sessions.forEach((session, rows) -> sections.add(section(session, rows)));
        return sections;
    }

    private Section section(Session session, List<Row> rows) {
        SortedSet<String> inspectors = rows.stream()
                .map(row -> row.string(FactCalibrationScore.INSPECTOR_ID))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<Row>> byInteraction = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.string(FactCalibrationScore.INTERACTION_ID), TreeMap::new, Collectors.toList()));
        List<Grid.Heading> columns = new ArrayList<>(List.of(
                source.column("column.interaction", Format.TEXT, 20),
                source.column("agreement.column.reference", Format.TWO_DECIMALS, 10)));
        inspectors.forEach(inspector ->
                columns.add(new Grid.Heading(source.names().inspector(inspector), Format.TWO_DECIMALS, 10)));
        columns.add(source.column("agreement.column.range", Format.TWO_DECIMALS, 10));
        List<Line> lines = new ArrayList<>();
        byInteraction.forEach((interaction, of) -> lines.add(line(interaction, of, inspectors)));
        return Section.following(
                source.say("agreement.session", session.id(), session.heldOn()),
                new Grid(source.say("agreement.side-by-side"), columns, lines),
                Paragraph.note(
                        source.say("agreement.session.how-to-read", source.setting(Settings.CALIBRATION_PERCENT))));
    }

    private Line line(String interaction, List<Row> rows, SortedSet<String> inspectors) {
        List<Row> references = rows.stream()
                .filter(row -> row.bool(FactCalibrationScore.REFERENCE))
                .toList();
        Double reference = references.isEmpty()
                ? null
                : Double.valueOf(references.stream()
                        .mapToDouble(CalibrationSessions::percent)
                        .average()
                        .orElseThrow());
        List<Object> values = new ArrayList<>(List.of(interaction));
        values.add(reference);
        for (String inspector : inspectors) {
            values.add(rows.stream()
                    .filter(row -> row.string(FactCalibrationScore.INSPECTOR_ID).equals(inspector))
                    .findFirst()
                    .map(row -> score(row, rows, reference))
                    .orElse(null));
        }
        double highest =
                rows.stream().mapToDouble(CalibrationSessions::percent).max().orElseThrow();
        double lowest =
                rows.stream().mapToDouble(CalibrationSessions::percent).min().orElseThrow();
        values.add(highest - lowest);
        return Line.of(values.toArray());
    }

    /** The score in percent of its maximum; one that is further from the reference than the tolerance asks for attention. */
    private Object score(Row row, List<Row> rows, Double reference) {
        double percent = percent(row);
        Double other = reference;
        if (reference == null && rows.size() > 1) {
            double sum = rows.stream().mapToDouble(CalibrationSessions::percent).sum();
            other = (sum - percent) / (rows.size() - 1);
        }
        boolean isFar = other != null
                && BigDecimal.valueOf(Math.abs(percent - other))
                                .setScale(4, RoundingMode.HALF_UP)
                                .compareTo(source.number(Settings.CALIBRATION_PERCENT))
                        > 0;
        return isFar && !row.bool(FactCalibrationScore.REFERENCE) ? new Judged(percent, Tone.ATTENTION) : percent;
    }

    private static double percent(Row row) {
        return row.number(FactCalibrationScore.SCORE) * 100 / row.number(FactCalibrationScore.MAX_SCORE);
    }
}
