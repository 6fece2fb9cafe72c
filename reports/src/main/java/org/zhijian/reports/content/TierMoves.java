package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;

/** How agents moved between the tiers of two plan months. */
final class TierMoves {

    static Grid of(ReportSource source, Tiers earlier, Tiers later) {
        List<Line> lines = new ArrayList<>();
        for (String from : Tiers.NAMES) {
            List<Object> values = new ArrayList<>();
            values.add(source.say("tiers.from", from));
            Tiers.NAMES.forEach(to -> values.add(earlier.moved(from, later, to)));
            values.add(earlier.moved(from, later, null));
            values.add(earlier.count(from));
            lines.add(Line.of(values.toArray()));
        }
        List<Object> entered = new ArrayList<>();
        entered.add(source.say("tiers.entered"));
        Tiers.NAMES.forEach(to -> entered.add(earlier.entered(later, to)));
        entered.add(null);
        entered.add(
                Tiers.NAMES.stream().mapToLong(to -> earlier.entered(later, to)).sum());
        lines.add(Line.of(entered.toArray()));
        List<Object> all = new ArrayList<>();
        all.add(source.say("tiers.all"));
        Tiers.NAMES.forEach(to -> all.add(later.count(to)));
        all.add(Tiers.NAMES.stream()
                .mapToLong(from -> earlier.moved(from, later, null))
                .sum());
        all.add(null);
        lines.add(Line.total(all.toArray()));
        List<Grid.Heading> columns = new ArrayList<>();
        columns.add(source.column("column.from-tier", Format.TEXT, 16));
        Tiers.NAMES.forEach(to -> columns.add(new Grid.Heading(source.say("tiers.to", to), Format.INTEGER, 10)));
        columns.add(source.column("column.left", Format.INTEGER, 14));
        columns.add(source.column("column.agents", Format.INTEGER, 10));
        return new Grid(source.say("tiers.moves", earlier.planMonth(), later.planMonth()), columns, lines);
    }

    private TierMoves() {}
}
