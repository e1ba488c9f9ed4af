package org.cybox.identity;

import java.util.List;

/** The names of browser and system in what a browser says of itself, so that one knows one's own again. */
final class Device {

    private static final List<String> BROWSERS = List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari");
    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux");

    private Device() {}

    /** Such as {@code Firefox, Windows}; blank when it is none that we know. */
    static String name(String agent) {
        String browser = first(BROWSERS, agent).replace("OPR", "Opera").replace("SamsungBrowser", "Samsung Internet");
        String system = first(SYSTEMS, agent).replace("Macintosh", "macOS").replace("CrOS", "ChromeOS");
        String both = browser.equals("Edg") ? "Edge" : browser;
        return both.isEmpty() ? system : system.isEmpty() ? both : both + ", " + system;
    }

    private static String first(List<String> names, String agent) {
        return names.stream().filter(agent::contains).findFirst().orElse("");
    }
}
