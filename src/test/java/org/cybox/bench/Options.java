package org.cybox.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param names of pages and scenarios; none means all; @param sql the statements of each page are shown
 */
record Options(List<String> names, boolean quick, boolean sql, Optional<Path> json) {

    static final List<String> SCENARIOS = List.of("rush", "tenants", "kill");

    /** From the start of the script: building counts, too. */
    private static final long BEGUN = System.nanoTime()
            - Duration.ofSeconds(Long.getLong("cybox.bench.spent", 0)).toNanos();

    static Options of(String... arguments) {
        List<String> names = new ArrayList<>();
        boolean quick = false;
        boolean sql = false;
        Optional<Path> json = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--quick" -> quick = true;
                case "--sql" -> sql = true;
                case "--json" -> {
                    if (++i == arguments.length) {
                        throw new IllegalArgumentException("--json needs a file");
                    }
                    json = Optional.of(Path.of(arguments[i]));
                }
                default -> names.add(known(arguments[i]));
            }
        }
        return new Options(List.copyOf(names), quick, sql, json);
    }

    private static String known(String name) {
        if (!Pages.NAMES.contains(name) && !SCENARIOS.contains(name)) {
            throw new IllegalArgumentException(
                    "no such name: " + name + ". There are " + Pages.NAMES + " and " + SCENARIOS);
        }
        return name;
    }

    boolean wants(String name) {
        return names.isEmpty() || names.contains(name);
    }

    /** After that everything is ended. */
    Duration limit() {
        return quick ? Duration.ofSeconds(295) : Duration.ofMinutes(40);
    }

    Duration left() {
        return limit().minusNanos(System.nanoTime() - BEGUN);
    }
}
