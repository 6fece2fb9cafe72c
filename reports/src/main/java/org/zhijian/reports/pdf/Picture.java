package org.zhijian.reports.pdf;

import java.awt.Graphics2D;

/** A chart that can be drawn. */
interface Picture {
    /** How high it is, in points. */
    int height();

    /** Draws it from (0, 0) on in the given width. */
    void draw(Graphics2D graphics, int width);
}
