package org.cybox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.cybox.bench.Wire.Request;

/** The process of {@link BarePage}, on the same database. */
final class Bare implements AutoCloseable {

    private final int port = Installation.freePort();
    private final Path folder;
    private final Process process;

    Bare(Installation installation) {
        try {
            folder = Files.createDirectories(installation.home().resolve("bare"));
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            BarePage.class.getName(),
                            String.valueOf(port),
                            String.valueOf(installation.databasePort()),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            builder.environment().put("BENCH_PASSWORD", installation.databasePassword());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0;
                i < 600 && Wire.once(address(), Request.get("localhost", "/")).isEmpty();
                i++) {
            Installation.pause(100);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** @param sql one statement with one parameter; @param html of the page that it is compared with, for its size */
    void learn(String name, String sql, String html) {
        try {
            Files.writeString(folder.resolve(name + ".sql"), sql);
            Files.writeString(folder.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Request request(String method, String name, UUID id) {
        return Request.of(method, "localhost", "/" + name + "?" + id, "", "Accept-Encoding: gzip");
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
