package org.cybox.platform.files;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;
import org.cybox.platform.web.Refused;

/**
 * Pictures that people bring for pages, mails and papers. What one is, is found out from its bytes; it is drawn anew as a
 * PNG, so that nothing but a picture comes out and every reader of ours understands it.
 */
public final class Pictures {

    private static final int MOST_PIXELS = 16_000_000;
    private static final Map<String, String> FORMATS =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/webp", "webp");
    private static final int PAPER = 236;

    private Pictures() {}

    /**
     * A picture of PNG, JPEG or WebP as PNG.
     *
     * @param field that it is refused in
     * @param largest number of bytes
     * @param widest what the longer side has at most, in pixels; larger ones are made smaller
     */
    public static byte[] png(byte[] bytes, String field, int largest, int widest) {
        return write(fitted(read(bytes, field, largest), widest));
    }

    /** As {@link #png}, cut to what is drawn on it: the white or clear paper around a signature falls away. */
    public static byte[] ink(byte[] bytes, String field, int largest, int widest) {
        BufferedImage picture = read(bytes, field, largest);
        return write(fitted(cut(picture, field), widest));
    }

    private static BufferedImage read(byte[] bytes, String field, int largest) {
        if (bytes.length == 0) {
            throw new Refused(field, "platform.picture.none");
        }
        if (bytes.length > largest) {
            throw new Refused(field, "platform.picture.large", largest / 1_000);
        }
        String kind = new Tika().detect(bytes);
        if (kind.endsWith("xml") || kind.startsWith("text/")) {
            throw new Refused(field, "platform.picture.svg");
        }
        String format = FORMATS.get(kind);
        if (format == null) {
            throw new Refused(field, "platform.picture.kind");
        }
        try {
            return read(bytes, reader(format), field);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException e) {
            // Readers of picture formats answer damaged bytes with whatever they stumble over.
            throw new Refused(field, "platform.picture.broken");
        }
    }

    private static ImageReader reader(String format) throws IOException {
        if (format.equals("webp")) {
            return new WebPImageReaderSpi().createReaderInstance();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        return readers.next();
    }

    private static BufferedImage read(byte[] bytes, ImageReader reader, String field) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new Refused(field, "platform.picture.pixels", MOST_PIXELS / 1_000_000);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage cut(BufferedImage picture, String field) {
        int left = picture.getWidth();
        int top = picture.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (drawn(picture.getRGB(x, y))) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (right < 0) {
            throw new Refused(field, "platform.picture.empty");
        }
        return picture.getSubimage(left, top, right - left + 1, bottom - top + 1);
    }

    /** Neither clear nor as light as paper. */
    private static boolean drawn(int argb) {
        int clear = argb >>> 24;
        int darkest = Math.min(Math.min(argb >> 16 & 255, argb >> 8 & 255), argb & 255);
        return clear > 24 && darkest < PAPER;
    }

    private static BufferedImage fitted(BufferedImage picture, int widest) {
        double scale = Math.min(1.0, widest / (double) Math.max(picture.getWidth(), picture.getHeight()));
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

    private static byte[] write(BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
