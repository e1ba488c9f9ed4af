package org.cybox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cybox.platform.data.Json;

/** What a person reads while it runs, and what a machine reads afterwards. */
final class Report {

    private final List<Measured> lines = new ArrayList<>();

    void say(String text) {
        System.out.println(text);
    }

    synchronized void add(Measured measured) {
        lines.add(measured.rounded());
        say(measured.line());
    }

    synchronized void write(Path file) {
        try {
            Files.writeString(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
