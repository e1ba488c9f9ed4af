package org.cybox.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cybox.platform.data.TestDatabase;

/** All rows of one tenant as the owner of the database sees them: their identifiers, and whether one has changed. */
public record Rows(Map<String, List<Map<String, Object>>> tables) {

    private static final UUID NOBODY = new UUID(0, 0);

    public static Rows of(TestDatabase database, UUID tenant) {
        Map<String, List<Map<String, Object>>> all = new TreeMap<>();
        for (String table : database.strings("""
                select name from platform.table_class
                where class in ('tenant', 'publication') or name = 'identity.membership'
                """)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            database.rows("select * from " + table + " where tenant_id = ?", tenant)
                    .forEach(row -> {
                        row.remove("tenant_id");
                        rows.add(new LinkedHashMap<>(row));
                    });
            rows.sort(java.util.Comparator.comparing(Rows::key));
            all.put(table, rows);
        }
        return new Rows(all);
    }

    private static String key(Map<String, Object> row) {
        return row.values().stream()
                .filter(UUID.class::isInstance)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    public Set<String> emptyTables() {
        return tables.entrySet().stream()
                .filter(table -> table.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every identifier once. */
    public Set<UUID> ids() {
        return tables.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().stream())
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .filter(id -> !id.equals(NOBODY))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Of each kind - table and column - a few identifiers. */
    public Set<UUID> someOfEachKind(int howMany) {
        Map<String, Set<UUID>> kinds = new TreeMap<>();
        tables.forEach((table, rows) -> rows.forEach(row -> row.forEach((column, value) -> {
            if (value instanceof UUID id && !id.equals(NOBODY)) {
                Set<UUID> kind = kinds.computeIfAbsent(table + "." + column, k -> new LinkedHashSet<>());
                if (kind.size() < howMany) {
                    kind.add(id);
                }
            }
        })));
        return kinds.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Identifiers that stand in one row together: course and person, test and attempt. */
    public Set<List<UUID>> pairs() {
        Set<List<UUID>> pairs = new LinkedHashSet<>();
        tables.values()
                .forEach(rows -> rows.stream().limit(2).forEach(row -> {
                    List<UUID> ids = row.values().stream()
                            .filter(UUID.class::isInstance)
                            .map(UUID.class::cast)
                            .filter(id -> !id.equals(NOBODY))
                            .distinct()
                            .limit(5)
                            .toList();
                    ids.forEach(a -> ids.stream().filter(b -> !a.equals(b)).forEach(b -> pairs.add(List.of(a, b))));
                }));
        return pairs;
    }

    /** What stands in a column of that name beside an identifier, or "1". */
    public String beside(UUID id, String column) {
        return tables.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.containsValue(id) && row.get(column) instanceof String text && !text.isBlank())
                .map(row -> String.valueOf(row.get(column)))
                .findFirst()
                .orElse("1");
    }

    /** Short texts that could stand in an address: codes, numbers, digests. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        tables.forEach((table, rows) -> rows.stream()
                .limit(2)
                .forEach(row -> row.forEach((column, value) -> {
                    if (value instanceof String text
                            && text.matches("[A-Za-z0-9][A-Za-z0-9._@-]{5,80}")
                            && column.matches(".*(code|number|sha256|slug|name|hash|email|token|key).*")) {
                        words.add(text);
                    }
                })));
        return words;
    }

    /** The same thing in another tenant that was furnished the same way: identifier of ours by identifier of theirs. */
    public Map<String, String> counterparts(Rows other) {
        Map<String, String> all = new LinkedHashMap<>();
        tables.forEach((table, rows) -> {
            List<Map<String, Object>> theirs = other.tables.getOrDefault(table, List.of());
            IntStream.range(0, Math.min(rows.size(), theirs.size()))
                    .forEach(i -> rows.get(i).forEach((column, value) -> {
                        if (value instanceof UUID mine && theirs.get(i).get(column) instanceof UUID their) {
                            all.putIfAbsent(mine.toString(), their.toString());
                        }
                    }));
        });
        return all;
    }

    /** What differs from before, table by table. */
    public List<String> changesSince(Rows before) {
        List<String> changes = new ArrayList<>();
        tables.forEach((table, rows) -> {
            Set<String> was = said(before.tables.getOrDefault(table, List.of()));
            Set<String> is = said(rows);
            Set<String> gone = new LinkedHashSet<>(was);
            gone.removeAll(is);
            Set<String> come = new LinkedHashSet<>(is);
            come.removeAll(was);
            gone.forEach(row -> changes.add(table + " lost " + row));
            come.forEach(row -> changes.add(table + " has now " + row));
        });
        return changes;
    }

    private static Set<String> said(List<Map<String, Object>> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
