package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.document.Format;

/** Heatmaps of any height, in parts that fit a page. */
final class Heatmaps {
    private static final int ROWS = 25;

    static List<Block> of(
            ReportSource source, String title, Format format, List<String> columns, List<Chart.Heatmap.HeatRow> rows) {
        List<Block> parts = new ArrayList<>();
        int count = (rows.size() + ROWS - 1) / ROWS;
        for (int part = 0; part < count; part++) {
            List<Chart.Heatmap.HeatRow> some = rows.subList(part * ROWS, Math.min((part + 1) * ROWS, rows.size()));
            String partTitle = count == 1 ? title : source.say("part", title, part + 1, count);
            parts.add(new Chart.Heatmap(partTitle, format, columns, some));
        }
        return parts;
    }

    private Heatmaps() {}
}
