package org.zhijian.reports.pdf;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A picture as Jasper's exporter draws it: lines and text, no pixels. */
final class Drawing extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {
    private static final long serialVersionUID = 1;

    private final transient Picture picture;
    private final int width;

    Drawing(Picture picture, int width) {
        this.picture = picture;
        this.width = width;
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(width, picture.height());
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D place) {
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            own.translate(place.getX(), place.getY());
            picture.draw(own, width);
        } finally {
            own.dispose();
        }
    }
}
