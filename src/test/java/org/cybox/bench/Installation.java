package org.cybox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cybox.bench.Wire.Request;
import org.jspecify.annotations.Nullable;

/**
 * CYBOX as an operator runs it: a process of its own on a data folder of its own, with its own durable PostgreSQL. Only
 * processes that it started are ever ended, each by its number.
 */
final class Installation implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);

    private final Path home;
    private final int port = freePort();
    private final List<String> around;
    private final List<String> options;
    private @Nullable Process process;

    /** @param around a command that runs the program's; @param options for the JVM, before its class path */
    private Installation(Path home, List<String> around, List<String> options) {
        this.home = home;
        this.around = around;
        this.options = options;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** In a fresh folder on the disk of the project, since a temporary folder may be memory and cost nothing to sync. */
    static Installation fresh(List<String> options) {
        return fresh(List.of(), options);
    }

    /** No file of the program or of its database grows beyond that: as on a disk that is full, on any machine. */
    static Installation narrow(int kilobytes, List<String> options) {
        return fresh(List.of("bash", "-c", "ulimit -S -f " + kilobytes + " && exec \"$@\"", "narrow"), options);
    }

    private static Installation fresh(List<String> around, List<String> options) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
            return new Installation(Files.createTempDirectory(parent, "data"), around, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What a browser at that space says in its Host header. @param slug blank for the bare host */
    String host(String slug) {
        return (slug.isBlank() ? "" : slug + ".") + "localhost:" + port;
    }

    Path home() {
        return home;
    }

    void start() {
        List<String> command = new ArrayList<>(around);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(program());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("CYBOX_"));
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("CYBOX_DATA", home.toString());
        builder.environment().put("CYBOX_MODE", "production");
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitHealth();
    }

    /** The jar if there is one, as in production; else the classes that this JVM runs itself. */
    private static List<String> program() {
        String jar = System.getProperty("cybox.jar", "");
        return jar.isBlank()
                ? List.of("-cp", System.getProperty("java.class.path"), "org.cybox.Cybox")
                : List.of("-jar", jar);
    }

    private Path log() {
        return home.resolveSibling(home.getFileName() + ".log").toAbsolutePath();
    }

    private void awaitHealth() {
        long end = System.nanoTime() + START.toNanos();
        Request health = Request.get(host(""), "/actuator/health");
        while (System.nanoTime() < end) {
            if (!running().isAlive()) {
                throw new IllegalStateException("CYBOX ended while starting; see " + log());
            }
            if (Wire.once(address(), health)
                    .filter(reply -> reply.status() == 200)
                    .isPresent()) {
                return;
            }
            pause(100);
        }
        throw new IllegalStateException("CYBOX did not become healthy; see " + log());
    }

    /** Politely, as an operator stops it. */
    void stop() {
        Process running = running();
        running.destroy();
        try {
            if (!running.waitFor(40, TimeUnit.SECONDS)) {
                killProgram();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code kill -9} of the program; its database goes on without it. */
    void killProgram() {
        running().destroyForcibly().onExit().join();
    }

    /** {@code kill -9} of the first process of the database; its children follow it. */
    void killDatabase() {
        database().ifPresent(one -> {
            one.destroyForcibly();
            one.onExit().join();
        });
    }

    Optional<ProcessHandle> database() {
        return postmaster(0)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(one -> one.info().command().orElse("").contains("postgres"));
    }

    /** Of the program and its database. */
    Duration processorTime() {
        return Stream.concat(
                        Stream.of(running().toHandle()), database().stream().flatMap(ProcessHandle::descendants))
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** A connection of the database's owner, who stands above security by row: for making and counting rows. */
    Connection owner() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + databasePort() + "/postgres?reWriteBatchedInserts=true";
        return DriverManager.getConnection(url, "postgres", databasePassword());
    }

    int databasePort() {
        return Integer.parseInt(postmaster(3).orElseThrow());
    }

    String databasePassword() {
        try {
            return Files.readString(home.resolve("secrets/database-owner")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> postmaster(int line) {
        try {
            Path file = home.resolve("postgres/postmaster.pid");
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() > line ? Optional.of(lines.get(line).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process running() {
        Process known = process;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }

    private void kill() {
        Process known = process;
        if (known != null && known.isAlive()) {
            known.destroyForcibly();
        }
        if (Files.exists(home)) {
            killDatabase();
            delete();
        }
    }

    @Override
    public void close() {
        if (running().isAlive()) {
            stop();
        }
        killDatabase();
        delete();
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("could not remove " + home);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
