package org.zhijian.reports.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A picture of a document as an image whose pixels can be looked at. */
final class DrawnPicture {
    static final int WIDTH = 500;
    static final int SCALE = 4;

    private DrawnPicture() {}

    static BufferedImage of(Picture picture) {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, picture.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        picture.draw(graphics, WIDTH);
        graphics.dispose();
        return image;
    }
}
