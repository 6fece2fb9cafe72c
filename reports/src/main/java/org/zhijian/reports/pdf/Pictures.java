package org.zhijian.reports.pdf;

import java.util.List;
import org.zhijian.reports.document.Chart;
import org.zhijian.schema.text.Text;

/** Makes pictures from charts. */
final class Pictures {
    private final int width;
    private final int room;
    private final Text text;

    /**
     * @param width how wide every picture is, in points
     * @param room how high one may be, in points
     * @param text the language of the legends
     */
    Pictures(int width, int room, Text text) {
        this.width = width;
        this.room = room;
        this.text = text;
    }

    /** The pictures of a chart: none without values, more than one where one would not fit on a page. */
    List<Picture> of(Chart chart) {
        if (chart instanceof Chart.Control control) {
            return ControlPicture.of(control, text, width);
        }
        if (chart instanceof Chart.Pareto pareto) {
            return ParetoPicture.of(pareto, text, width, room);
        }
        if (chart instanceof Chart.Heatmap heatmap) {
            return HeatmapPicture.of(heatmap, width, room);
        }
        if (chart instanceof Chart.Bars bars) {
            return BarsPicture.of(bars, width, room);
        }
        return LinesPicture.of((Chart.Lines) chart, width);
    }
}
