package org.cybox.tenancy;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;
import org.cybox.platform.web.Refused;
import org.springframework.web.multipart.MultipartFile;

/**
 * Makes a logo of what a manager brings: what it is, is found out from its bytes; it is drawn anew, so that nothing but
 * a picture comes out.
 */
final class Logo {

    private static final int LARGEST = 500_000;
    private static final int WIDEST = 480;
    private static final int MOST_PIXELS = 16_000_000;
    private static final Set<String> KINDS = Set.of("image/png", "image/jpeg");

    private Logo() {}

    /** @return a PNG, at most 480 pixels wide and high; refused in field {@code logo} */
    static byte[] draw(MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw new Refused("logo", "tenancy.logo.none");
        }
        if (file.getSize() > LARGEST) {
            throw new Refused("logo", "tenancy.logo.large");
        }
        return draw(file.getBytes());
    }

    private static byte[] draw(byte[] bytes) {
        String kind = new Tika().detect(bytes);
        if (kind.equals("image/svg+xml") || kind.endsWith("xml") || kind.startsWith("text/")) {
            throw new Refused("logo", "tenancy.logo.svg");
        }
        if (!KINDS.contains(kind)) {
            throw new Refused("logo", "tenancy.logo.kind");
        }
        try {
            return png(fitted(read(bytes)));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("logo", "tenancy.logo.broken");
        }
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new Refused("logo", "tenancy.logo.large");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage fitted(BufferedImage picture) {
        double scale = Math.min(1.0, WIDEST / (double) Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
