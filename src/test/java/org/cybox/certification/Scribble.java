package org.cybox.certification;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Somebody's signature, in the middle of a clear or white sheet. */
final class Scribble {

    private Scribble() {}

    static byte[] png(int curls, boolean clear) {
        BufferedImage sheet =
                new BufferedImage(800, 500, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        if (!clear) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, 800, 500);
        }
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x1b2a6b));
        pen.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(200, 270);
        for (int n = 0; n < curls; n++) {
            double x = 200 + n * 400.0 / curls;
            line.curveTo(x + 30, 150, x + 70, 160, x + 20, 300);
            line.curveTo(x + 10, 340, x + 60, 250, x + 400.0 / curls, 265);
        }
        pen.draw(line);
        pen.dispose();
        return bytes(sheet);
    }

    private static byte[] bytes(BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
