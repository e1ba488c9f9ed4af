package org.cybox.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.TestDatabase;

/**
 * Asks the database itself, as the program's role in another tenant, for the rows of a victim: to read, to change, to
 * remove, to slip one in. The robot goes red here for every policy that is dropped, whatever the pages do.
 */
public record TableProbe(TestDatabase database, UUID victim, UUID attacker) {

    private static final String REFUSED = "42501";

    /** @param tampering what is done to the table before, undone after; blank for nothing */
    public List<String> findings(String table, boolean publication, String tampering) {
        try (Connection connection = database.owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '20s'");
            if (!tampering.isBlank()) {
                statement.execute(tampering);
            }
            statement.execute("set local role \"" + database.applicationRole() + "\"");
            List<String> findings = ask(connection, statement, table, publication);
            connection.rollback();
            return findings;
        } catch (SQLException e) {
            throw new IllegalStateException(table + " " + tampering, e);
        }
    }

    private List<String> ask(Connection connection, Statement statement, String table, boolean publication)
            throws SQLException {
        List<String> findings = new ArrayList<>();
        String theirs = " where tenant_id = '" + victim + "'";
        enter(statement, victim);
        String own = count(connection, table, theirs);
        if (own.equals("0")) {
            findings.add(table + ": the tenant does not see its own rows");
        }
        String row = own.equals("0") ? "" : row(connection, table, theirs);
        if (publication && !row.isEmpty()) {
            ownerWrites(connection, findings, table, theirs, row);
        }
        enter(statement, attacker);
        String seen = count(connection, table, theirs);
        if (!publication && !seen.equals("0")) {
            findings.add(table + ": another tenant reads " + seen + " rows");
        }
        write(
                connection,
                findings,
                table + ": another tenant changes rows",
                "update " + table + " set tenant_id = tenant_id" + theirs);
        write(connection, findings, table + ": another tenant removes rows", "delete from " + table + theirs);
        if (!row.isEmpty()) {
            write(connection, findings, table + ": another tenant slips in a row", insert(table, row));
        }
        return findings;
    }

    private static String insert(String table, String row) {
        return "insert into " + table + " select * from jsonb_populate_record(null::" + table + ", '"
                + row.replace("'", "''") + "') on conflict do nothing";
    }

    /** What is published stays in its owner's hands: a policy for writing that is gone takes it out of them. */
    private static void ownerWrites(
            Connection connection, List<String> findings, String table, String theirs, String row) throws SQLException {
        String update = "update " + table + " set tenant_id = tenant_id" + theirs;
        for (String sql : List.of(update, "delete from " + table + theirs, insert(table, row))) {
            if (refused(connection, sql)) {
                findings.add(table + ": its owner may not " + sql.substring(0, 6));
            }
        }
    }

    /** By a policy or for want of one; what a key or a trigger says against it is no matter of rights. */
    private static boolean refused(Connection connection, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        boolean refused = false;
        try (Statement statement = connection.createStatement()) {
            refused = statement.executeUpdate(sql) == 0 && !sql.startsWith("insert");
        } catch (SQLException e) {
            refused = REFUSED.equals(e.getSQLState());
        }
        connection.rollback(before);
        return refused;
    }

    private static void enter(Statement statement, UUID tenant) throws SQLException {
        statement.execute("select set_config('app.tenant', '" + tenant + "', true)");
    }

    private static String count(Connection connection, String table, String which) throws SQLException {
        return String.valueOf(TestDatabase.rows(connection, "select count(*)::text as n from " + table + which)
                .getFirst()
                .get("n"));
    }

    private static String row(Connection connection, String table, String which) throws SQLException {
        return String.valueOf(TestDatabase.rows(
                        connection, "select to_jsonb(t)::text as row from " + table + " t" + which + " limit 1")
                .getFirst()
                .get("row"));
    }

    /** Done without an error and upon at least one row, it is a finding; so is an insert that only a key refuses. */
    private static void write(Connection connection, List<String> findings, String finding, String sql)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(sql) > 0 || sql.startsWith("insert")) {
                findings.add(finding);
            }
        } catch (SQLException e) {
            if (!REFUSED.equals(e.getSQLState())) {
                findings.add(finding + " (" + e.getMessage() + ")");
            }
        }
        connection.rollback(before);
    }
}
