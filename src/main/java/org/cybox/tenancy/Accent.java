package org.cybox.tenancy;

import java.util.Locale;
import java.util.Optional;

/**
 * A colour that an institution chooses for links, buttons and the bar. It must be told from the paper by everybody:
 * 4.5 to 1 (WCAG 2.2, 1.4.3) on the darkest ground that light pages have, and then on white too.
 */
record Accent(int red, int green, int blue) {

    private static final double ENOUGH = 4.5;
    private static final Accent WHITE = new Accent(255, 255, 255);

    /** The darkest ground of light pages and the lightest of dark ones: see docs/look.md. */
    private static final Accent SUNKEN = new Accent(0xef, 0xec, 0xe6);

    private static final Accent DARK_GROUND = new Accent(0x2c, 0x2a, 0x26);

    /** @param text {@code #rrggbb}, in any case, with or without the sign */
    static Optional<Accent> read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^#", "");
        if (!plain.matches("[0-9a-f]{6}")) {
            return Optional.empty();
        }
        int all = Integer.parseInt(plain, 16);
        return Optional.of(new Accent(all >> 16, all >> 8 & 255, all & 255));
    }

    String word() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    boolean readable() {
        return contrast(SUNKEN) >= ENOUGH;
    }

    /** The nearest darker colour of the same hue that is readable; itself when it is. */
    Accent darker() {
        Accent one = this;
        for (int step = 1; !one.readable(); step++) {
            one = mixed(new Accent(0, 0, 0), step / 100.0);
        }
        return one;
    }

    /** The same hue, light enough for links and buttons on dark pages. */
    Accent onDark() {
        Accent one = this;
        for (int step = 1; one.contrast(DARK_GROUND) < ENOUGH; step++) {
            one = mixed(WHITE, step / 100.0);
        }
        return one;
    }

    private Accent mixed(Accent other, double share) {
        return new Accent(
                mix(red, other.red(), share), mix(green, other.green(), share), mix(blue, other.blue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private double contrast(Accent ground) {
        double one = luminance();
        double other = ground.luminance();
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
