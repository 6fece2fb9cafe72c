package org.zhijian.reports.content;

import java.util.Comparator;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.read.Condition;
import org.zhijian.reports.read.Row;
import org.zhijian.schema.mart.PdcaIssue;

/** The issue list of a month: its vital few, and how far coaching about them has come (R13). */
final class PdcaBlocks {

    static List<Block> of(ReportSource source, Period month) {
        List<Row> rows = source.rows(PdcaIssue.TABLE, Condition.equal(PdcaIssue.MONTH, month.first())).stream()
                .sorted(Comparator.comparing((Row row) -> -row.bigint(PdcaIssue.ERRORS))
                        .thenComparing(row -> row.string(PdcaIssue.ERROR_CODE)))
                .toList();
        if (rows.isEmpty()) {
            return List.of(Paragraph.body(source.say("pdca.none")));
        }
        return List.of(new Grid(
                source.say("pdca.title"),
                List.of(
                        source.column("column.type", Format.TEXT, 28),
                        source.column("column.errors", Format.INTEGER, 9),
                        source.column("column.share", Format.PERCENT, 9),
                        source.column("column.previous-errors", Format.INTEGER, 10),
                        source.column("column.coaching-opened", Format.INTEGER, 10),
                        source.column("column.coaching-closed", Format.INTEGER, 10),
                        source.column("column.stage", Format.TEXT, 24)),
                rows.stream()
                        .map(row -> Line.of(
                                ErrorText.type(source, row.string(PdcaIssue.ERROR_CODE)),
                                row.bigint(PdcaIssue.ERRORS),
                                row.number(PdcaIssue.SHARE),
                                row.bigint(PdcaIssue.PREVIOUS_ERRORS),
                                row.bigint(PdcaIssue.COACHING_OPENED),
                                row.bigint(PdcaIssue.COACHING_CLOSED),
                                source.word("pdca-stage", row.string(PdcaIssue.STATUS))))
                        .toList()));
    }

    private PdcaBlocks() {}
}
