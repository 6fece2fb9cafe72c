package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.ErrorTrend;

/** The error types of a week or month, the most frequent first, with what all of them come to. */
final class TypeSection {
    private final ReportSource source;
    private final ErrorRates rates;

    private TypeSection(ReportSource source, ErrorRates rates) {
        this.source = source;
        this.rates = rates;
    }

    static Section of(ReportSource source, ErrorRates rates) {
        return new Section(source.say("section.types"), Section.Start.FOLLOWS, new TypeSection(source, rates).blocks());
    }

    private List<Block> blocks() {
        Optional<Row> centre = rates.centre();
        if (centre.isEmpty()) {
            return List.of(Paragraph.body(source.say("errors.none-inspected")));
        }
        long all = centre.get().bigint(ErrorTrend.ERRORS);
        List<Row> found =
                rates.types().stream().filter(TypeSection::isOrWasFound).toList();
        List<Line> lines = new ArrayList<>();
        found.forEach(row -> lines.add(type(row, all)));
        lines.add(Line.total(
                source.say("errors.all"),
                null,
                null,
                all,
                all == 0 ? null : Double.valueOf(1),
                centre.get().number(ErrorTrend.RATE_PER_100),
                centre.get().number(ErrorTrend.PREVIOUS_RATE),
                centre.get().number(ErrorTrend.LAST_YEAR_RATE),
                centre.get().number(ErrorTrend.LOWER_LIMIT),
                centre.get().number(ErrorTrend.UPPER_LIMIT),
                TeamSection.signal(source, centre.get())));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Grid(
                source.say("types.title"),
                List.of(
                        source.column("column.type", Format.TEXT, 28),
                        source.column("column.severity", Format.TEXT, 8),
                        source.column("column.category", Format.TEXT, 10),
                        source.column("column.errors", Format.INTEGER, 8),
                        source.column("column.share", Format.PERCENT, 8),
                        source.column("column.rate", Format.TWO_DECIMALS, 9),
                        source.column("column.previous", Format.TWO_DECIMALS, 9),
                        source.column("column.last-year", Format.TWO_DECIMALS, 9),
                        source.column("column.lower-limit", Format.TWO_DECIMALS, 9),
                        source.column("column.upper-limit", Format.TWO_DECIMALS, 9),
                        source.column("column.signal", Format.TEXT, 16)),
                lines));
        int others = rates.types().size() - found.size();
        if (others > 0) {
            blocks.add(Paragraph.note(source.say("types.others", others)));
        }
        return blocks;
    }

    private static boolean isOrWasFound(Row row) {
        Double previous = row.number(ErrorTrend.PREVIOUS_RATE);
        return row.bigint(ErrorTrend.ERRORS) > 0 || (previous != null && previous > 0);
    }

    private Line type(Row row, long all) {
        String code = ErrorRates.code(row);
        long errors = row.bigint(ErrorTrend.ERRORS);
        return Line.of(
                ErrorText.type(source, code),
                ErrorText.severity(source, code),
                ErrorText.categoryOf(source, code),
                errors,
                all == 0 ? null : Double.valueOf((double) errors / all),
                row.number(ErrorTrend.RATE_PER_100),
                row.number(ErrorTrend.PREVIOUS_RATE),
                row.number(ErrorTrend.LAST_YEAR_RATE),
                row.number(ErrorTrend.LOWER_LIMIT),
                row.number(ErrorTrend.UPPER_LIMIT),
                TeamSection.signal(source, row));
    }
}
