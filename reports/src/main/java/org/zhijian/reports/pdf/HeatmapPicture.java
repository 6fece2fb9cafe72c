package org.zhijian.reports.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.look.Look;

/** A heatmap: every cell has its number, so that the colour only guides the eye. */
final class HeatmapPicture implements Picture {
    private static final Lettering LABEL = Fonts.regular(Look.SMALL_SIZE);
    private static final float LINE = LABEL.lineHeight();
    private static final int GAP = 4;
    private static final int WIDEST_LABEL = 150;
    /** How long a label that stands upright above its column may be before it takes a second line. */
    private static final int HIGHEST_LABEL = 96;

    /** A label above its column may take so many lines before all labels stand upright. */
    private static final int MOST_LINES = 5;

    private static final int WIDEST_CELL = 110;

    private final Chart.Heatmap heatmap;
    private final Part part;
    private final Measures measures;
    private final double most;

    private HeatmapPicture(Chart.Heatmap heatmap, Part part, Measures measures, double most) {
        this.heatmap = heatmap;
        this.part = part;
        this.measures = measures;
        this.most = most;
    }

    /** The rows and columns that one picture shows, each from the first to before the last. */
    private record Part(int firstRow, int endRow, int firstColumn, int endColumn) {}

    /** What all parts of a heatmap have in common. */
    private record Measures(
            double labels, double cell, List<List<String>> rows, List<List<String>> columns, boolean upright) {
        /** How high the labels above the columns are. */
        double head(int firstColumn, int endColumn) {
            List<List<String>> shown = columns.subList(firstColumn, endColumn);
            return upright
                    ? widest(shown) + 2 * GAP
                    : shown.stream().mapToInt(List::size).max().orElse(0) * LINE + GAP;
        }

        double rowHeight(int row) {
            return Math.max(14, rows.get(row).size() * LINE + GAP);
        }
    }

    /** The parts that together show the heatmap: none without a value. */
    static List<Picture> of(Chart.Heatmap heatmap, int width, int room) {
        double most = heatmap.rows().stream()
                .flatMap(row -> row.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(-1);
        if (most < 0) {
            return List.of();
        }
        Measures measures = measure(heatmap, width);
        int columnsInAPart = Math.max(1, (int) ((width - measures.labels()) / measures.cell()));
        int columnParts = (heatmap.columns().size() + columnsInAPart - 1) / columnsInAPart;
        List<Picture> parts = new ArrayList<>();
        int rowParts = rowParts(heatmap, measures, room);
        for (int part = 0; part < rowParts; part++) {
            int firstRow = part * heatmap.rows().size() / rowParts;
            int endRow = (part + 1) * heatmap.rows().size() / rowParts;
            for (int i = 0; i < columnParts; i++) {
                int firstColumn = i * heatmap.columns().size() / columnParts;
                int endColumn = (i + 1) * heatmap.columns().size() / columnParts;
                parts.add(new HeatmapPicture(
                        heatmap, new Part(firstRow, endRow, firstColumn, endColumn), measures, most));
            }
        }
        return parts;
    }

    @Override
    public int height() {
        double height = head();
        for (int row = part.firstRow(); row < part.endRow(); row++) {
            height += measures.rowHeight(row);
        }
        return (int) Math.ceil(height) + 2;
    }

    @Override
    public void draw(Graphics2D graphics, int width) {
        int columns = part.endColumn() - part.firstColumn();
        double cell = Math.min(WIDEST_CELL, (width - measures.labels()) / columns);
        drawHead(graphics, cell);
        double top = head();
        for (int row = part.firstRow(); row < part.endRow(); row++) {
            double height = measures.rowHeight(row);
            drawRow(graphics, row, top, height, cell);
            top += height;
        }
    }

    private double head() {
        return measures.head(part.firstColumn(), part.endColumn());
    }

    private void drawHead(Graphics2D graphics, double cell) {
        graphics.setFont(LABEL.font());
        graphics.setPaint(Look.INK);
        for (int column = part.firstColumn(); column < part.endColumn(); column++) {
            List<String> lines = measures.columns().get(column);
            double middle = measures.labels() + (column - part.firstColumn() + 0.5) * cell;
            Graphics2D own = (Graphics2D) graphics.create();
            if (measures.upright()) {
                own.translate(middle, head() - 3);
                own.rotate(-Math.PI / 2);
                drawLines(own, lines, 0, -lines.size() * LINE / 2, 0);
            } else {
                own.translate(middle, head() - 2 - lines.size() * LINE);
                drawLines(own, lines, 0, 0, 0.5);
            }
            own.dispose();
        }
    }

    private void drawRow(Graphics2D graphics, int row, double top, double height, double cell) {
        Chart.Heatmap.HeatRow values = heatmap.rows().get(row);
        List<String> label = measures.rows().get(row);
        graphics.setFont(LABEL.font());
        graphics.setPaint(Look.INK);
        drawLines(graphics, label, measures.labels() - GAP, top + (height - label.size() * LINE) / 2, 1);
        for (int column = part.firstColumn(); column < part.endColumn(); column++) {
            Double value = column < values.values().size() ? values.values().get(column) : null;
            double left = measures.labels() + (column - part.firstColumn()) * cell;
            Color ground = value == null ? Look.COLD : ground(value / (most == 0 ? 1 : most));
            Rectangle2D field = new Rectangle2D.Double(left, top, cell, height);
            graphics.setPaint(ground);
            graphics.fill(field);
            graphics.setPaint(Look.RULE);
            graphics.setStroke(new BasicStroke(0.4f));
            graphics.draw(field);
            graphics.setPaint(value == null ? Look.MUTED : Contrast.readableOn(ground));
            String shown = heatmap.format().text(value);
            drawLines(graphics, List.of(shown), left + cell / 2, top + (height - LINE) / 2, 0.5);
        }
    }

    /** Draws lines from the top on; the share of a line's width that lies left of x is the alignment. */
    private static void drawLines(Graphics2D graphics, List<String> lines, double x, double top, double alignment) {
        for (int i = 0; i < lines.size(); i++) {
            double left = x - alignment * LABEL.width(lines.get(i));
            graphics.drawString(lines.get(i), (float) left, (float) (top + i * LINE + LABEL.ascent()));
        }
    }

    /** In how many parts of as many rows each the heatmap fits. */
    private static int rowParts(Chart.Heatmap heatmap, Measures measures, int room) {
        double height = 0;
        double highest = 0;
        for (int row = 0; row < heatmap.rows().size(); row++) {
            height += measures.rowHeight(row);
            highest = Math.max(highest, measures.rowHeight(row));
        }
        double free = room - measures.head(0, measures.columns().size()) - 2;
        return height <= free ? 1 : (int) Math.ceil(height / Math.max(highest, free - highest));
    }

    private static Measures measure(Chart.Heatmap heatmap, int width) {
        List<List<String>> rows = heatmap.rows().stream()
                .map(row -> Wrapping.lines(ShownText.inAChart(row.label()), LABEL, WIDEST_LABEL))
                .toList();
        double labels = widest(rows) + 2 * GAP;
        double numbers = heatmap.rows().stream()
                        .flatMap(row -> row.values().stream())
                        .mapToDouble(value -> LABEL.width(heatmap.format().text(value)))
                        .max()
                        .orElse(0)
                + GAP;
        List<String> names = heatmap.columns().stream().map(ShownText::inAChart).toList();
        double even = Math.min(WIDEST_CELL, (width - labels) / Math.max(1, names.size()));
        boolean isFlat = even >= numbers
                && names.stream()
                        .allMatch(name -> Wrapping.widestPiece(name, LABEL) <= even - GAP
                                && Wrapping.lines(name, LABEL, even - GAP).size() <= MOST_LINES);
        double lineWidth = isFlat ? even - GAP : HIGHEST_LABEL;
        List<List<String>> columns = names.stream()
                .map(name -> Wrapping.lines(name, LABEL, lineWidth))
                .toList();
        int lines = columns.stream().mapToInt(List::size).max().orElse(1);
        if (isFlat) {
            return new Measures(labels, Math.min(even, width - labels), rows, columns, false);
        }
        return new Measures(labels, Math.max(numbers, lines * LINE + 1), rows, columns, true);
    }

    private static double widest(List<List<String>> labels) {
        return labels.stream()
                .flatMap(List::stream)
                .mapToDouble(LABEL::width)
                .max()
                .orElse(0);
    }

    private static Color ground(double share) {
        double part = Math.max(0, Math.min(1, share));
        return new Color(
                between(Look.COLD.getRed(), Look.HOT.getRed(), part),
                between(Look.COLD.getGreen(), Look.HOT.getGreen(), part),
                between(Look.COLD.getBlue(), Look.HOT.getBlue(), part));
    }

    private static int between(int cold, int hot, double part) {
        return (int) Math.round(cold + (hot - cold) * part);
    }
}
