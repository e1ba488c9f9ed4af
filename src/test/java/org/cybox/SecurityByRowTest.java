package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.TestDatabase;
import org.cybox.testing.Program;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database keeps tenants apart: the rules for its tables, and for who may look. */
class SecurityByRowTest {

    /** Functions that run with more rights than their caller; each needs a reason. */
    private static final Set<String> SECURITY_DEFINERS = Set.of();

    private static final String OURS = """
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            left join platform.table_class t on t.name = c.oid::regclass::text
            where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and c.relname <> 'flyway_schema_history'
            """;

    private final TestDatabase database = TestDatabase.of(Program.shared());

    @Test
    void everyTableIsOfOneOfTheFourClasses() {
        assertThat(database.strings("select c.oid::regclass " + OURS + " and t.class is null"))
                .isEmpty();
    }

    @Test
    void everyClassedTableExists() {
        assertThat(database.strings("select name from platform.table_class where to_regclass(name) is null"))
                .isEmpty();
    }

    @Test
    void theRowsOfATenantAreSecuredAndForced() {
        assertThat(database.strings("select c.oid::regclass " + OURS
                        + " and t.class in ('tenant', 'publication') and not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
        assertThat(database.strings("select count(*) " + OURS + " and t.class = 'tenant'")
                        .getFirst())
                .isNotEqualTo("0");
    }

    @Test
    void aTableOfATenantHasExactlyTheOnePlainPolicy() {
        String plain = "tenant|PERMISSIVE|{public}|ALL|(tenant_id = platform.current_tenant())|";
        assertThat(database.strings(policies("tenant"), plain)).isEmpty();
    }

    @Test
    void aPublicationIsReadByAllAndWrittenByItsOwner() {
        String own = "(tenant_id = platform.current_tenant())";
        String expected = String.join(
                " ",
                "everyone_reads|PERMISSIVE|{public}|SELECT|true|",
                "owner_deletes|PERMISSIVE|{public}|DELETE|" + own + "|",
                "owner_inserts|PERMISSIVE|{public}|INSERT||" + own,
                "owner_updates|PERMISSIVE|{public}|UPDATE|" + own + "|");
        assertThat(database.strings(policies("publication"), expected)).isEmpty();
    }

    private static String policies(String type) {
        return """
                select c.oid::regclass || ': ' || coalesce(p.said, 'none')
                """ + OURS.replaceFirst("where", """
                        left join lateral (
                            select string_agg(concat_ws('|', policyname, permissive, roles::text, cmd,
                                                        coalesce(qual, ''), coalesce(with_check, '')),
                                              ' ' order by policyname) as said
                            from pg_policies
                            where schemaname = n.nspname and tablename = c.relname) p on true
                        where
                        """) + " and t.class = '" + type + "' and p.said is distinct from ?";
    }

    @Test
    void tenantIdIsNeverEmptyAndFillsItself() {
        assertThat(database.strings("select c.oid::regclass " + OURS + """
                         and t.class in ('tenant', 'publication') and not exists (
                            select 1 from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                            where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull
                              and pg_get_expr(d.adbin, d.adrelid) = 'platform.current_tenant()')
                        """)).isEmpty();
    }

    @Test
    void everyKeyAndIndexBeginsWithTheTenant() {
        assertThat(database.strings("select i.indexrelid::regclass "
                        + OURS.replaceFirst("where", "join pg_index i on i.indrelid = c.oid where")
                        + """
                         and (t.class = 'tenant' or t.class = 'publication' and i.indisprimary)
                         and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0])
                             is distinct from 'tenant_id'
                        """))
                .as("indexes that begin with something else")
                .isEmpty();
        assertThat(database.strings("select c.oid::regclass " + OURS + """
                         and t.class in ('tenant', 'publication')
                         and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)
                        """))
                .as("tables without a primary key")
                .isEmpty();
    }

    @Test
    void aForeignKeyStaysInsideItsTenant() {
        String foreign = """
                select k.conrelid::regclass || ' ' || k.conname
                from pg_constraint k
                join platform.table_class f on f.name = k.conrelid::regclass::text
                join platform.table_class t on t.name = k.confrelid::regclass::text
                where k.contype = 'f' and f.class in ('tenant', 'publication')
                """;
        assertThat(database.strings(foreign + """
                         and t.class in ('tenant', 'publication') and not exists (
                            select 1 from pg_attribute a, pg_attribute b
                            where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'tenant_id'
                              and b.attrelid = k.confrelid and b.attnum = k.confkey[1] and b.attname = 'tenant_id')
                        """))
                .as("keys between tables of tenants that leave out the tenant")
                .isEmpty();
        assertThat(database.strings(foreign + " and t.class in ('world', 'directory')"))
                .as("keys into large world tables, whose rows do not know the tenant")
                .isEmpty();
    }

    @Test
    void aWorldTableKnowsNoTenantAndADirectoryDoes() {
        String with = " exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')";
        assertThat(database.strings("select c.oid::regclass " + OURS + " and t.class = 'world' and" + with))
                .isEmpty();
        assertThat(database.strings("select c.oid::regclass " + OURS + " and t.class = 'directory' and not" + with))
                .isEmpty();
    }

    @Test
    void aViewLooksWithTheRightsOfWhoAsks() {
        assertThat(database.strings("""
                        select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and not coalesce('security_invoker=true' = any(c.reloptions), false)
                        """)).isEmpty();
    }

    @Test
    void noFunctionHasMoreRightsThanItsCaller() {
        assertThat(database.strings("""
                        select p.oid::regproc from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                        """)).allMatch(SECURITY_DEFINERS::contains);
    }

    @Test
    void theApplicationIsWeak() {
        String role = database.applicationRole();
        assertThat(database.strings(
                        "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles"
                                + " where rolname = ?",
                        role))
                .containsExactly("false");
        assertThat(database.strings("select oid::regclass from pg_class where relowner = ?::regrole", role))
                .isEmpty();
        assertThat(database.strings("select roleid::regrole from pg_auth_members where member = ?::regrole", role))
                .isEmpty();
        assertThat(database.strings(
                        "select nspname from pg_namespace where has_schema_privilege(?, oid, 'create')", role))
                .isEmpty();
        assertThat(database.strings("select c.oid::regclass " + OURS + " and has_table_privilege('" + role
                        + "', c.oid, 'truncate, trigger, references')"))
                .isEmpty();
    }

    @Test
    void whatIsAppendOnlyCannotBeChanged() {
        assertThat(database.strings("select c.oid::regclass " + OURS + " and t.append_only and has_table_privilege('"
                        + database.applicationRole() + "', c.oid, 'update, delete')"))
                .isEmpty();
        assertThat(database.strings("select c.oid::regclass " + OURS + " and t.append_only"))
                .contains("platform.audit");
    }

    @Test
    void aBackfillReachesTheRowsOfEveryTenant() {
        TestDatabase scratch = TestDatabase.scratch().prepared();
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        for (UUID tenant : List.of(one, two)) {
            scratch.inTenant(
                    tenant,
                    "insert into people.member_group (id, name, created_at) values ('" + UUID.randomUUID()
                            + "', 'judges', now())");
        }

        scratch.migrate("", "classpath:db/backfill");

        for (UUID tenant : List.of(one, two)) {
            assertThat(scratch.rowsInTenant(tenant, "select name from people.member_group"))
                    .extracting(row -> row.get("name"))
                    .containsExactly("judges (backfilled)");
        }
        assertThat(scratch.strings(
                        "select c.oid::regclass " + OURS + " and relrowsecurity and not relforcerowsecurity"))
                .as("tables left unforced after migrating")
                .isEmpty();
    }

    /** The fault that the callbacks are there for: without them an owner's update touches nothing, and says nothing. */
    @Test
    void withoutTheCallbacksAnOwnerWouldTouchNothing() {
        TestDatabase scratch = TestDatabase.scratch().prepared();
        UUID tenant = UUID.randomUUID();
        scratch.inTenant(
                tenant,
                "insert into people.member_group (id, name, created_at) values ('" + UUID.randomUUID()
                        + "', 'j', now())");
        scratch.owner("select set_config('app.tenant', '" + UUID.randomUUID() + "', false);"
                + " update people.member_group set name = 'changed'");
        assertThat(scratch.rowsInTenant(tenant, "select name from people.member_group"))
                .extracting(row -> row.get("name"))
                .containsExactly("j");
    }

    @Test
    void aTransactionOfNobodyIsRefused() {
        assertThatThrownBy(() -> transaction(() -> "never"))
                .isInstanceOf(CannotCreateTransactionException.class)
                .hasMessageContaining("tenant or the world");
    }

    @Test
    void aTransactionKeepsItsTenant() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        Supplier<String> inside = () -> Scope.inTenant(two, () -> transaction(() -> "never"));
        assertThatThrownBy(() -> Scope.inTenant(one, () -> transaction(inside)))
                .isInstanceOf(CannotCreateTransactionException.class)
                .hasMessageContaining("may not change its tenant");
    }

    @Test
    void theWorldSeesNoTenantsRows() {
        assertThatThrownBy(() -> database.rowsAsApplication("select id from people.person"))
                .as("without a tenant a query fails instead of answering with nothing or everything")
                .hasMessageContaining("people.person");
    }

    @Test
    void anotherTenantsRowCannotBeWritten() {
        UUID one = UUID.randomUUID();
        assertThatThrownBy(() -> database.inTenant(
                        one,
                        "insert into people.member_group (tenant_id, id, name, created_at) values ('"
                                + UUID.randomUUID() + "', '" + UUID.randomUUID() + "', 'x', now())"))
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"member_group\"");
    }

    private static <T extends @Nullable Object> T transaction(Supplier<T> work) {
        return new TransactionTemplate(Program.bean(PlatformTransactionManager.class)).execute(status -> work.get());
    }
}
