package org.cybox.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A start of the program that is meant to fail, as an operator sees it: a process of its own, and what it prints. */
record Start(int code, String output) {

    static Start of(Path data, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempFile(Files.createDirectories(Path.of("target", "test-data")), "start", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.cybox.Cybox"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CYBOX_"));
        builder.environment().putAll(environment);
        builder.environment().put("CYBOX_DATA", data.toAbsolutePath().toString());
        builder.environment().put("PORT", "0");
        Process process = builder.start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("it still runs: " + Files.readString(output));
            }
            return new Start(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
