package org.cybox.testing;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cybox.testing.RobotSeed.Sample;

/**
 * Takes a picture of every page, to be looked at: desktop, phone, Arabic phone, dark, 400 per cent, and as printed. Not a
 * test; {@code docs/look.md} says how it is run.
 */
public final class Pictures {

    private static final Map<String, UnaryOperator<Screen>> WAYS = Map.of(
            "desktop", screen -> screen,
            "phone", Screen::phone,
            "arabic", screen -> screen.phone().reading("ar"),
            "dark", Screen::dark,
            "enlarged", Screen::enlarged);

    private Pictures() {}

    public static void main(String[] arguments) {
        try (Program program = Program.own(Map.of())) {
            EveryPage.of(House.furnish(program)).pages().forEach((route, sample) -> {
                if (sample.person().get(sample.address()).header("Content-Type").startsWith("text/html")) {
                    String name = route.replaceAll("[^A-Za-z0-9]+", "-");
                    WAYS.forEach((way, screen) -> take(screen.apply(Screen.of(sample.person())), sample, way, name));
                }
            });
        }
        System.exit(0);
    }

    private static void take(Screen screen, Sample sample, String way, String name) {
        try (screen) {
            Page page = screen.go(sample.address());
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "pictures", way, name + ".png")));
            if (way.equals("desktop")) {
                page.pdf(new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPath(Path.of("target", "pictures", "printed", name + ".pdf")));
            }
        }
    }
}
