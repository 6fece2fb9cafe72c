package org.zhijian.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhijian.reports.document.Chart;
import org.zhijian.schema.text.Text;

class ParetoPictureTest {
    @Test
    void theLineOfTheVitalFewLiesAtTheirShare() {
        int at40 = rowOfLine(0.4);
        int at60 = rowOfLine(0.6);
        int at80 = rowOfLine(0.8);

        assertThat(at80).isLessThan(at60);
        assertThat(at40 - at60).isBetween(at60 - at80 - DrawnPicture.SCALE, at60 - at80 + DrawnPicture.SCALE);
    }

    /** The row of pixels that differs most from a picture whose line would lie beyond the axis. */
    private static int rowOfLine(double vitalShare) {
        BufferedImage drawn = drawn(vitalShare);
        BufferedImage without = drawn(2);
        return IntStream.range(0, drawn.getHeight())
                .boxed()
                .max(Comparator.comparingLong(y -> IntStream.range(0, drawn.getWidth())
                        .filter(x -> drawn.getRGB(x, y) != without.getRGB(x, y))
                        .count()))
                .orElseThrow();
    }

    private static BufferedImage drawn(double vitalShare) {
        Chart.Pareto pareto = new Chart.Pareto(
                "Pareto",
                "Errors",
                "Cumulative share",
                vitalShare,
                List.of(new Chart.Pareto.Bar("A", 9, 0.9, true), new Chart.Pareto.Bar("B", 1, 1, false)));
        return DrawnPicture.of(ParetoPicture.of(pareto, new Text(Text.ENGLISH), DrawnPicture.WIDTH, 700)
                .get(0));
    }
}
