package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cybox.platform.data.TestDatabase;
import org.cybox.testing.Program;
import org.cybox.testing.SqlSources;
import org.cybox.testing.SqlSources.Sql;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** Every SQL text of the program is one that the migrated database understands, asked as the program asks. */
class SqlTest {

    /** What only the types of the parameters would settle: not known here, and sent by the driver. */
    private static final Set<String> NEEDS_TYPES = Set.of("42P18", "42725");

    private static final Pattern STAR = Pattern.compile("(?i)\\bselect\\s+(distinct\\s+)?(\\w+\\.)?\\*");
    private static final Pattern TENANT =
            Pattern.compile("(?i)\\btenant_id\\s*(=|<>|!=|<|>|in\\b|is\\b)|=\\s*(\\w+\\.)?tenant_id\\b");

    private static final List<Sql> ALL = SqlSources.all();

    private final TestDatabase database = TestDatabase.of(Program.shared());

    @Test
    void everyTextIsPreparedByTheDatabase() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = database.application()) {
            connection.setAutoCommit(true);
            for (Sql sql : ALL) {
                String problem = problem(connection, sql.text());
                if (!problem.isEmpty()) {
                    wrong.add(sql.where() + ": " + problem + "\n" + sql.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ALL).hasSizeGreaterThan(20);
    }

    @Test
    void everyTextCanBeRead() {
        assertThat(SqlSources.unreadable().stream().filter(where -> !where.startsWith("RecordClient.java:")))
                .as("SQL that is put together from what cannot be known here; our client only passes it on")
                .isEmpty();
    }

    @Test
    void columnsAreNamed() {
        assertThat(ALL.stream().filter(sql -> STAR.matcher(sql.text()).find()).map(Sql::where))
                .isEmpty();
    }

    /** The policy does. Directories and publications are read across tenants, so they say whose rows they mean. */
    @Test
    void noTextAsksForATenant() {
        Set<String> secured =
                Set.copyOf(database.strings("select name from platform.table_class where class = 'tenant'"));
        assertThat(ALL.stream()
                        .filter(sql -> asksForTenant(sql.text()))
                        .filter(sql -> secured.stream().anyMatch(table -> names(sql.text(), table)))
                        .map(sql -> sql.where() + "\n" + sql.text()))
                .isEmpty();
    }

    /** Rows of one tenant may be joined by it; nothing may be compared with a tenant that was given. */
    private static boolean asksForTenant(String sql) {
        return TENANT.matcher(sql.replaceAll("\\w+\\.tenant_id = \\w+\\.tenant_id", ""))
                .find();
    }

    private static boolean names(String sql, String table) {
        return Pattern.compile("\\b" + Pattern.quote(table) + "\\b")
                .matcher(sql)
                .find();
    }

    @Test
    void wordsOfSqlAreLowerCase() {
        Pattern loud = Pattern.compile("\\b(SELECT|FROM|WHERE|INSERT|UPDATE|DELETE|JOIN|ORDER BY)\\b");
        assertThat(ALL.stream().filter(sql -> loud.matcher(sql.text()).find()).map(Sql::where))
                .isEmpty();
    }

    @Test
    void aFaultWouldBeFound() throws SQLException {
        try (Connection connection = database.application()) {
            connection.setAutoCommit(true);
            assertThat(problem(connection, "select nme from people.person where id = :id"))
                    .contains("nme");
            assertThat(problem(connection, "select name from people.person where id = :id"))
                    .isEmpty();
        }
        assertThat(STAR.matcher("select * from x").find()).isTrue();
        assertThat(STAR.matcher("select count(*) from x").find()).isFalse();
        assertThat(asksForTenant("where tenant_id = :t")).isTrue();
        assertThat(asksForTenant("join b on b.tenant_id = a.tenant_id and b.id = a.b_id"))
                .isFalse();
        assertThat(ALL.stream().map(Sql::where).collect(Collectors.joining())).contains("PersonStore");
        assertThatThrownBy(() -> database.inTenant(new java.util.UUID(1, 1), "select nothing from people.person"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String problem(Connection connection, String text) {
        String plain = NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(text), null);
        try (PreparedStatement statement = connection.prepareStatement(plain)) {
            statement.getParameterMetaData();
            return "";
        } catch (SQLException e) {
            return NEEDS_TYPES.contains(e.getSQLState()) ? "" : String.valueOf(e.getMessage());
        }
    }
}
