package org.cybox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the program, for the tests that read them. */
public final class Sources {

    public static final Path JAVA = Path.of("src", "main", "java");
    public static final Path TEMPLATES = Path.of("src", "main", "jte");
    public static final Path TEXTS = Path.of("src", "main", "resources", "texts");

    private Sources() {}

    public static Stream<Path> java() {
        return below(JAVA, ".java");
    }

    public static Stream<Path> templates() {
        return below(TEMPLATES, ".jte");
    }

    public static Stream<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            return all.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
