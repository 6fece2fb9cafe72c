package org.zhijian.reports.pdf;

import java.awt.Color;

/** Contrast as WCAG defines it. */
final class Contrast {
    private Contrast() {}

    /** Black or white, whichever is read better on the ground; the contrast is 4.5 : 1 at least. */
    static Color readableOn(Color ground) {
        double luminance = 0.2126 * linear(ground.getRed())
                + 0.7152 * linear(ground.getGreen())
                + 0.0722 * linear(ground.getBlue());
        double white = 1.05 / (luminance + 0.05);
        double black = (luminance + 0.05) / 0.05;
        return white > black ? Color.WHITE : Color.BLACK;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
