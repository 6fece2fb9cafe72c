package org.zhijian.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhijian.reports.document.Chart;
import org.zhijian.reports.look.Look;

class BarsPictureTest {
    private static final int SCALE = DrawnPicture.SCALE;
    /** A digit that is not cut takes more rows of pixels. */
    private static final long WHOLE = (long) (0.65 * Look.SMALL_SIZE * SCALE);
    /** The pixels at the end of a bar that are partly of its colour. */
    private static final int EDGE = 3;
    /** A number stands within this distance of its bar's end. */
    private static final int NEAR = 12 * SCALE;

    @ParameterizedTest
    @CsvSource({"-4.36, -0.47", "-4.36, 3.2", "-0.02, 4.1", "-4, -4.36", "2.9, 4.36"})
    void theNumberOfABarIsNotCut(double first, double second) {
        Chart.Bars bars =
                new Chart.Bars("Bars", "%", List.of("A", "B"), List.of(new Chart.Series("s", List.of(first, second))));

        BufferedImage drawn =
                DrawnPicture.of(BarsPicture.of(bars, DrawnPicture.WIDTH, 700).get(0));

        assertThat(heightOfNumber(drawn, 0, first)).isGreaterThan(WHOLE);
        assertThat(heightOfNumber(drawn, 1, second)).isGreaterThan(WHOLE);
    }

    @Test
    void thePartsOfManyBarsHaveTheirNumbers() {
        List<String> teams =
                IntStream.rangeClosed(1, 61).mapToObj(team -> "Team " + team).toList();
        Chart.Bars bars = new Chart.Bars(
                "Bars",
                "agents",
                teams,
                List.of(
                        new Chart.Series("first", Collections.nCopies(61, 11.0)),
                        new Chart.Series("second", Collections.nCopies(61, 13.0))));

        assertThat(BarsPicture.of(bars, DrawnPicture.WIDTH, 700)).allSatisfy(picture -> {
            BufferedImage drawn = DrawnPicture.of(picture);
            Rectangle first = area(drawn, 0);
            long withInk = IntStream.range(first.y, first.y + first.height)
                    .filter(y -> IntStream.range(first.x + EDGE, first.x + first.width - EDGE)
                            .anyMatch(x -> drawn.getRGB(x, y) == Color.WHITE.getRGB()
                                    && drawn.getRGB(first.x + EDGE, y)
                                            == ChartLook.area(0).getRGB()))
                    .count();
            assertThat(withInk).isGreaterThan(30 * WHOLE);
        });
    }

    /** How many rows of pixels the number beyond the end of a bar takes. */
    private static long heightOfNumber(BufferedImage image, int bar, double value) {
        Rectangle area = area(image, bar);
        int end = value < 0 ? area.y + area.height + EDGE : area.y - EDGE;
        int away = value < 0 ? 1 : -1;
        return IntStream.range(0, NEAR)
                .map(distance -> end + away * distance)
                .dropWhile(y -> !hasInk(image, area, y))
                .takeWhile(y -> hasInk(image, area, y))
                .count();
    }

    /** Where the bar in that half of the picture is. */
    private static Rectangle area(BufferedImage image, int half) {
        Rectangle area = new Rectangle(-1, -1);
        int middle = image.getWidth() / 2;
        for (int x = half * middle; x < (half + 1) * middle; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) == ChartLook.area(0).getRGB()) {
                    area.add(x, y);
                }
            }
        }
        return area;
    }

    private static boolean hasInk(BufferedImage image, Rectangle area, int y) {
        return IntStream.range(area.x, area.x + area.width)
                .mapToObj(x -> new Color(image.getRGB(x, y)))
                .anyMatch(color -> color.getRed() + color.getGreen() + color.getBlue() < 300);
    }
}
