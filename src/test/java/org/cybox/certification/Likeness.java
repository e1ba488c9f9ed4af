package org.cybox.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A document as a grey picture, compared with a committed one. A few pixels may differ, since letters are drawn a little
 * differently by other versions of the platform; a letter may not. {@code -Dcybox.write=true} writes the committed ones anew.
 */
final class Likeness {

    private static final int DPI = 72;
    private static final int LEVELS = 16;
    private static final Path COMMITTED = Path.of("src", "test", "resources", "likeness");
    private static final Path TARGET = Path.of("target", "likeness");

    /** A pixel that is lighter or darker by more than that is another one; letters' edges may shift by less. */
    private static final int VISIBLE = 96;

    /** Of a hundred thousand pixels: ten on a page. One other letter in a name has twice as many. */
    static final double MOST = 2;

    private Likeness() {}

    /** Fails when the first page does not look like {@code likeness/<name>.png}; both and the difference lie in target/. */
    static void check(byte[] pdf, String name) {
        BufferedImage found = draw(pdf);
        Path committed = COMMITTED.resolve(name + ".png");
        if (Boolean.getBoolean("cybox.write")) {
            write(found, committed);
        }
        assertThat(committed)
                .as("bin/test -Dtest=SheetPictureTest -Dcybox.write=true writes it; look at it before you commit it")
                .exists();
        double share = difference(found, read(committed), name);
        assertThat(share)
                .as("pixels of 100,000 in %s that differ from %s: see %s", name, committed, TARGET)
                .isLessThanOrEqualTo(MOST);
    }

    /** Pixels of 100,000 that are visibly other than in the committed picture. */
    static double difference(byte[] pdf, String name) {
        return difference(draw(pdf), read(COMMITTED.resolve(name + ".png")), name + "-changed");
    }

    private static double difference(BufferedImage found, BufferedImage wanted, String name) {
        assertThat(found.getWidth()).isEqualTo(wanted.getWidth());
        assertThat(found.getHeight()).isEqualTo(wanted.getHeight());
        BufferedImage difference = new BufferedImage(found.getWidth(), found.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int other = 0;
        for (int y = 0; y < found.getHeight(); y++) {
            for (int x = 0; x < found.getWidth(); x++) {
                boolean differs = nearest(found, x, y, wanted) > VISIBLE || nearest(wanted, x, y, found) > VISIBLE;
                other += differs ? 1 : 0;
                difference.getRaster().setSample(x, y, 0, differs ? 0 : 200 + grey(wanted, x, y) / 5);
            }
        }
        double share = other * 100_000.0 / (found.getWidth() * found.getHeight());
        if (share > MOST) {
            write(found, TARGET.resolve(name + "-found.png"));
            write(difference, TARGET.resolve(name + "-difference.png"));
        }
        return share;
    }

    /** How far a pixel is from the most similar one at the same place or beside it: letters may stand half a pixel off. */
    private static int nearest(BufferedImage one, int x, int y, BufferedImage other) {
        int grey = grey(one, x, y);
        int nearest = 255;
        for (int v = Math.max(0, y - 1); v <= Math.min(other.getHeight() - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(other.getWidth() - 1, x + 1); u++) {
                nearest = Math.min(nearest, Math.abs(grey - grey(other, u, v)));
            }
        }
        return nearest;
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    private static BufferedImage draw(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return fewGreys(new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sixteen greys are enough to tell words, and keep the committed pictures small. */
    private static BufferedImage fewGreys(BufferedImage colours) {
        BufferedImage grey = new BufferedImage(colours.getWidth(), colours.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = grey.createGraphics();
        pen.drawImage(colours, 0, 0, null);
        pen.dispose();
        int step = 256 / LEVELS;
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                int level = grey(grey, x, y) / step;
                grey.getRaster().setSample(x, y, 0, level * 255 / (LEVELS - 1));
            }
        }
        return grey;
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedImage picture, Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
