package org.cybox.platform.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.testing.Program;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** The database as its owner, and scratch databases beside it, for the tests of the house. */
public final class TestDatabase {

    private final Database database;

    private TestDatabase(Database database) {
        this.database = database;
    }

    public static TestDatabase of(Program program) {
        return new TestDatabase(program.get(Database.class));
    }

    /** Another database, as its owner. Nothing is migrated yet. */
    public static TestDatabase at(String url, String user, String password) {
        return new TestDatabase(Database.at(url, user, password));
    }

    /**
     * An empty database whose owner is no superuser, as at a hosted PostgreSQL, beside the shared one. Nothing is migrated
     * yet.
     */
    public static TestDatabase scratch() {
        Database shared = Program.bean(Database.class);
        String name = "scratch_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = new TestDatabase(shared).owner();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login nosuperuser createrole password 'scratch'");
            statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(Database.at(shared.url().replaceAll("/[^/]*$", "/" + name), name, "scratch"));
    }

    /** Migrates as a start of the program does. */
    public TestDatabase prepared() {
        database.prepare();
        return this;
    }

    /** Migrates up to that version; {@code further} are more folders of migrations. */
    public void migrate(String version, String... further) {
        Flyway flyway = database.flyway();
        List<String> locations = new ArrayList<>(List.of("classpath:db/migration"));
        locations.addAll(List.of(further));
        if (!roleExists()) {
            owner("create role \"" + database.application() + "\" login nosuperuser nobypassrls password '"
                    + database.applicationPassword() + "'");
        }
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations(locations.toArray(String[]::new))
                .target(version.isBlank() ? MigrationVersion.LATEST : MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private boolean roleExists() {
        return !rows("select 1 from pg_roles where rolname = ?", database.application())
                .isEmpty();
    }

    public String applicationRole() {
        return database.application();
    }

    public Connection owner() throws SQLException {
        return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
    }

    /** As the program connects, without its pool. */
    public Connection application() throws SQLException {
        return DriverManager.getConnection(database.url(), database.application(), database.applicationPassword());
    }

    /** Runs statements as the application does, in one transaction of that tenant. */
    public void inTenant(UUID tenant, String... statements) {
        try (Connection connection = application();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant', '" + tenant + "', true)");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("\n", statements), e);
        }
    }

    /** Runs statements as the owner. */
    public void owner(String... statements) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("\n", statements), e);
        }
    }

    /** Rows as the owner sees them; of the embedded server he is a superuser and sees everything. */
    public List<Map<String, @Nullable Object>> rows(String sql, Object... arguments) {
        try (Connection connection = owner()) {
            return rows(connection, sql, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public List<Map<String, @Nullable Object>> rowsInTenant(UUID tenant, String sql, Object... arguments) {
        try (Connection connection = application();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.tenant', '" + tenant + "', true)");
            return rows(connection, sql, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** As the program would ask without having entered a tenant. */
    public List<Map<String, @Nullable Object>> rowsAsApplication(String sql) {
        try (Connection connection = application()) {
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static List<Map<String, @Nullable Object>> rows(Connection connection, String sql, Object... arguments)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            try (ResultSet result = query.executeQuery()) {
                ResultSetMetaData columns = result.getMetaData();
                List<Map<String, @Nullable Object>> rows = new ArrayList<>();
                while (result.next()) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        row.put(columns.getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    public List<String> strings(String sql, Object... arguments) {
        return rows(sql, arguments).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }
}
