package org.cybox.platform.data;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;

/**
 * The database with its two roles: the owner migrates, the application's own weak role serves. The weak role is made at
 * the first start; where the owner may not make roles, the two lines to run are printed.
 */
record Database(String url, String owner, String ownerPassword, String application, String applicationPassword) {

    static Database at(String url, String owner, String password) {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            String application = scalar(connection, "select current_database()") + "_app";
            return new Database(url, owner, password, application, derived(password, application));
        } catch (SQLException e) {
            throw new CannotStart("cannot reach the database at " + url + ": " + e.getMessage(), e);
        }
    }

    /** Creates the weak role if it is missing, migrates, and refuses a role that could look past row-level security. */
    void prepare() {
        try (Connection connection = DriverManager.getConnection(url, owner, ownerPassword)) {
            requireVersion(connection);
            createApplicationRole(connection);
        } catch (SQLException e) {
            throw new CannotStart("cannot prepare the database: " + e.getMessage(), e);
        }
        flyway().migrate();
        refuseStrongRole();
    }

    Flyway flyway() {
        return Flyway.configure()
                .dataSource(url, owner, ownerPassword)
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .placeholders(Map.of("application", application))
                .outOfOrder(true)
                .load();
    }

    private void requireVersion(Connection connection) throws SQLException {
        requireVersion(Integer.parseInt(scalar(connection, "show server_version_num")));
    }

    /** @param version as PostgreSQL numbers itself: 150004 is 15.4 */
    static void requireVersion(int version) {
        if (version < 150000) {
            throw new CannotStart("CYBOX needs PostgreSQL 15 or newer, this is " + version / 10000 + ".");
        }
    }

    private void createApplicationRole(Connection connection) throws SQLException {
        if (roleExists(connection)) {
            return;
        }
        String create = "create role \"" + application + "\" login nosuperuser nobypassrls password '"
                + applicationPassword + "'";
        try (Statement statement = connection.createStatement()) {
            statement.execute(create);
        } catch (SQLException e) {
            throw new CannotStart(
                    "The user " + owner
                            + " may not create the application's role. Run as an administrator, then start again:\n  "
                            + create + ";\n  grant connect on database \""
                            + scalar(connection, "select current_database()")
                            + "\" to \"" + application + "\";",
                    e);
        }
    }

    private boolean roleExists(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, application);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void refuseStrongRole() {
        String strong = """
                select exists (
                    select 1
                    from pg_roles r
                    where pg_has_role(current_user, r.oid, 'member')
                      and (r.rolsuper
                           or r.rolbypassrls
                           or exists (select 1 from pg_class c where c.relkind in ('r', 'p') and c.relowner = r.oid)))
                """;
        try (Connection connection = DriverManager.getConnection(url, application, applicationPassword)) {
            if (scalar(connection, strong).equals("t")) {
                throw new CannotStart(
                        "The role " + application
                                + " could look past row-level security: it is, or is a member of, a superuser, a role with bypassrls or an owner of tables. CYBOX does not start with it.");
            }
        } catch (SQLException e) {
            throw new CannotStart("the role " + application + " cannot sign in: " + e.getMessage(), e);
        }
    }

    private static String scalar(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The same on every node without being stored: keyed by the owner's password. */
    private static String derived(String secret, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("cybox:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
