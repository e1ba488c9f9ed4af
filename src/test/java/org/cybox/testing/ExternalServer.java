package org.cybox.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cybox.platform.data.TestDatabase;

/** A PostgreSQL that somebody else runs, with passwords: what an operator names by {@code CYBOX_DATABASE_URL}. */
public final class ExternalServer implements AutoCloseable {

    private static final Path HOME = Path.of("target", "test-data").toAbsolutePath();
    private static final String ADMINISTRATOR = "postgres";
    private static final String PASSWORD = "password of the administrator";

    private final EmbeddedPostgres server;

    private ExternalServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static ExternalServer start() {
        Path data = HOME.resolve("external-" + ProcessHandle.current().pid());
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(
                            Files.createDirectories(HOME.resolve("binaries")).toFile())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
            askForPasswords(server, data);
            return new ExternalServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void askForPasswords(EmbeddedPostgres server, Path data) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + PASSWORD + "'");
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database of that name, owned by a role of the same name with that attribute. */
    public Account owner(String name, String attribute) {
        administer(
                ADMINISTRATOR,
                "create role " + name + " login " + attribute + " password '" + name + " password'",
                "create database " + name + " owner " + name);
        return new Account(this, name, name, name + " password");
    }

    /** @param user and password are those of the one who owns and migrates */
    public record Account(ExternalServer server, String name, String user, String password) {

        /** As {@link Program#own} takes it. */
        public Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("cybox.database.url", server.url(name));
            settings.put("cybox.database.user", user);
            settings.put("cybox.database.password", password);
            return settings;
        }

        /** As an operator sets it. */
        public Map<String, String> environment() {
            return Map.of(
                    "CYBOX_DATABASE_URL", server.url(name),
                    "CYBOX_DATABASE_USER", user,
                    "CYBOX_DATABASE_PASSWORD", password);
        }

        /** Without a program on it. */
        public TestDatabase database() {
            return TestDatabase.at(server.url(name), user, password);
        }

        /** What a superuser does in this database. */
        public void administer(String... statements) {
            server.administer(name, statements);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private void administer(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(url(database), ADMINISTRATOR, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
