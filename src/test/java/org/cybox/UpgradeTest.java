package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cybox.platform.data.TestDatabase;
import org.cybox.testing.Sources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an earlier landing wrote, the present one still has. {@code upgrade/<version>.sql} are rows of two tenants as they
 * were written under that version of the schema; such a file is never edited again.
 */
class UpgradeTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "upgrade");
    private static final UUID ONE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-7000-8000-000000000002");

    /** Columns that a later landing has taken away on purpose: {@code schema.table.column}. */
    private static final List<String> GONE = List.of();

    static List<Path> landings() {
        return Sources.below(FOLDER, ".sql").toList();
    }

    @ParameterizedTest
    @MethodSource("landings")
    void whatWasWrittenBeforeIsStillThere(Path landing) throws IOException {
        TestDatabase scratch = TestDatabase.scratch();
        scratch.migrate(landing.getFileName().toString().replace(".sql", ""));
        for (UUID tenant : List.of(ONE, TWO)) {
            scratch.inTenant(
                    tenant,
                    Files.readString(landing)
                            .replace("${tenant}", tenant.toString())
                            .replace("${n}", tenant.equals(ONE) ? "1" : "2"));
        }
        Map<UUID, Map<String, List<Map<String, Object>>>> before = new LinkedHashMap<>();
        List.of(ONE, TWO).forEach(tenant -> before.put(tenant, rows(scratch, tenant)));
        assertThat(before.get(ONE)).isNotEmpty();

        scratch.prepared();

        List.of(ONE, TWO).forEach(tenant -> {
            Map<String, List<Map<String, Object>>> after = rows(scratch, tenant);
            before.get(tenant).forEach((table, old) -> assertKept(table, old, after.getOrDefault(table, List.of())));
        });
        assertThat(rows(scratch, ONE)).isNotEqualTo(rows(scratch, TWO));
    }

    /** Every old row is there with all it said; it may say more. */
    private static void assertKept(String table, List<Map<String, Object>> old, List<Map<String, Object>> now) {
        old.forEach(row -> {
            Map<String, Object> said = new LinkedHashMap<>(row);
            said.keySet().removeIf(column -> GONE.contains(table + "." + column));
            assertThat(now)
                    .as("a row of %s", table)
                    .anyMatch(there -> there.entrySet().containsAll(said.entrySet()));
        });
    }

    private static Map<String, List<Map<String, Object>>> rows(TestDatabase scratch, UUID tenant) {
        Map<String, List<Map<String, Object>>> all = new TreeMap<>();
        List<String> tables = new ArrayList<>(scratch.strings("""
                select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                  and c.relname not in ('flyway_schema_history', 'table_class')
                """));
        for (String table : tables) {
            List<Map<String, Object>> found =
                    scratch.rowsInTenant(tenant, "select to_jsonb(t)::text as row from " + table + " t").stream()
                            .<Map<String, Object>>map(row -> org.cybox.platform.data.Json.read(
                                    String.valueOf(row.get("row")), new tools.jackson.core.type.TypeReference<>() {}))
                            .toList();
            if (!found.isEmpty()) {
                all.put(table, found);
            }
        }
        return all;
    }
}
