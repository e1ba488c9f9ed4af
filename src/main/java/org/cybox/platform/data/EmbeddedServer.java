package org.cybox.platform.data;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the program runs itself when no other is given: on loopback, with a password of its own, durable.
 * It outlives accidents: an orphan of a killed program is stopped before its data is opened again, and a server that
 * dies is started again by {@link #watch}.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String OWNER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final Path data;
    private final Path binaries;
    private final Secrets secrets;
    private final boolean durable;
    private final int port;
    private EmbeddedPostgres server;
    private volatile boolean closing;

    EmbeddedServer(Path home, Secrets secrets, boolean durable) {
        this.data = home.resolve("postgres");
        this.binaries = home.resolve("postgres-binaries");
        this.secrets = secrets;
        this.durable = durable;
        stopOrphan();
        this.port = freePort();
        this.server = start();
        requirePassword();
        Thread.ofVirtual().name("database-watch").start(this::watch);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() {
        return secrets.get("database-owner");
    }

    private EmbeddedPostgres start() {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", password())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
        settings().forEach(pair -> builder.setServerConfig(pair.getFirst(), pair.getLast()));
        try {
            Files.createDirectories(binaries);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start from " + data, e);
        }
    }

    private List<List<String>> settings() {
        String durably = durable ? "on" : "off";
        return List.of(
                List.of("fsync", durably),
                List.of("synchronous_commit", durably),
                List.of("full_page_writes", durably),
                List.of("listen_addresses", "127.0.0.1"),
                List.of("unix_socket_directories", ""),
                List.of("password_encryption", "scram-sha-256"),
                List.of("max_connections", "100"),
                List.of("shared_buffers", "256MB"),
                List.of("max_wal_size", "1GB"),
                List.of("random_page_cost", "1.1"),
                List.of("jit", "off"));
    }

    /** initdb trusts everybody on loopback; from the first start on a password is asked. */
    private void requirePassword() {
        Path rules = data.resolve("pg_hba.conf");
        String strict = "host all all 127.0.0.1/32 scram-sha-256\n";
        try {
            if (Files.readString(rules).equals(strict)) {
                return;
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("alter role postgres password '" + password() + "'");
                Files.writeString(rules, strict);
                statement.execute("select pg_reload_conf()");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("could not close the embedded PostgreSQL with a password", e);
        }
    }

    /** A killed program leaves its server behind. We hold the lock on the data folder, so it is nobody's. */
    private void stopOrphan() {
        postmaster().ifPresent(orphan -> {
            LOG.warn("stopping the PostgreSQL {} that an earlier run left behind", orphan.pid());
            orphan.destroy();
            if (!await(orphan, 30)) {
                orphan.destroyForcibly();
                await(orphan, 10);
            }
        });
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            Path file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(process ->
                                    process.info().command().orElse("").contains("postgres"));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("postmaster.pid is unreadable", e);
            return Optional.empty();
        }
    }

    private static boolean await(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return false;
        }
    }

    private void watch() {
        while (!closing) {
            postmaster().ifPresent(process -> process.onExit().join());
            if (!closing) {
                restart();
            }
        }
    }

    private synchronized void restart() {
        LOG.error("PostgreSQL has stopped; starting it again");
        letGo();
        for (int attempt = 1; attempt <= 30 && !closing; attempt++) {
            try {
                server = start();
                LOG.info("PostgreSQL is back");
                return;
            } catch (RuntimeException e) {
                LOG.warn("PostgreSQL did not come back at attempt {}: {}", attempt, e.getMessage());
                pause();
            }
        }
    }

    /** The dead server's handle holds the lock on its folder, and a new one in the same program would be refused. */
    private void letGo() {
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the stopped PostgreSQL could not be closed: {}", e.getMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closing = true;
        server.close();
    }
}
