package org.cybox.operation;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cybox.platform.data.CannotStart;
import org.cybox.platform.data.TestDatabase;
import org.cybox.tenancy.Tenants;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.ExternalServer;
import org.cybox.testing.ExternalServer.Account;
import org.cybox.testing.Form;
import org.cybox.testing.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;

/** The program on a PostgreSQL that somebody else runs, and what it says when it will not start. */
class ExternalDatabaseTest {

    private static ExternalServer server;

    @BeforeAll
    static void serve() {
        server = ExternalServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static void serves(Program program) {
        Browser.stranger(program, program.address()).get("/").ok();
        Cast cast = Cast.open(program);
        cast.ada()
                .get("/courses/new")
                .form("form[action=/courses]")
                .set("title", "Evidence")
                .submit()
                .is(303);
        cast.ada().get("/courses?state=draft").ok().has("Evidence");
        cast.mallory().get("/courses?state=draft").ok().hasNot("Evidence");
        TestDatabase database = TestDatabase.of(program);
        assertThat(database.strings(
                        "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = ?",
                        database.applicationRole()))
                .containsExactly("false");
    }

    /**
     * Every connection is cut and none is given: who is known, who cannot be recognised any more and what a device sends
     * all hear the same, and the form that could not be taken is sent again from the answer.
     */
    private static void comesBackAfterAnAbsence(Account account, Program program) throws Exception {
        Cast cast = Cast.open(program);
        Form form = cast.ada().get("/courses/new").form("form[action=/courses]").set("title", "Typed meanwhile");
        account.administer(
                "alter role by_superuser_app connection limit 0",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'by_superuser_app'");
        Answer kept;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            String address = "/learn/" + UUID.randomUUID() + "/tests/" + UUID.randomUUID() + "/attempts/"
                    + UUID.randomUUID() + "/answers/q1";
            Browser device = cast.chi().with("Accept", "application/json");
            Future<Answer> known = people.submit(() -> form.submit());
            Future<Answer> unknown = people.submit(() -> cast.ben().get("/learn"));
            Future<Answer> sent = people.submit(() -> device.json("PUT", address, Map.of("noted", 1)));
            kept = known.get().is(503).has("The database is away for a moment");
            unknown.get().is(503).has("The database is away for a moment");
            assertThat(sent.get().is(503).header("Content-Type")).startsWith("application/problem+json");
            for (Future<Answer> one : List.of(known, unknown, sent)) {
                assertThat(one.get().header("Retry-After")).isEqualTo("5");
            }
        }
        account.administer("alter role by_superuser_app connection limit -1");
        Eventually.isTrue("it is back", () -> cast.ben().get("/learn").status() == 200);
        kept.form("/courses").submit().is(303);
        cast.ada().get("/courses?state=draft").ok().has("Typed meanwhile");
    }

    @Test
    void aSuperuserMayOwnTheDatabaseAndTheProgramStillServesWithAWeakRole() throws Exception {
        Account account = server.owner("by_superuser", "superuser");
        try (Program program = Program.own(account.settings())) {
            serves(program);
            assertThat(TestDatabase.of(program).applicationRole()).isEqualTo("by_superuser_app");
            comesBackAfterAnAbsence(account, program);
        }
    }

    @Test
    void anOwnerWhoMayMakeRolesIsEnoughAndASecondStartGoesOnWithoutDemoContent() {
        Account account = server.owner("by_owner", "nosuperuser createrole");
        try (Program program = Program.own(account.settings())) {
            serves(program);
        }
        Map<String, String> demo = account.settings();
        demo.put("demo", "true");
        try (Program program = Program.own(demo)) {
            assertThat(program.get(Tenants.class).institutions())
                    .as("the spaces of the first start and none of the demonstration")
                    .extracting(space -> space.name().in("en"))
                    .containsExactlyInAnyOrder("Academy", "Elsewhere");
            assertThat(TestDatabase.of(program).strings("select name from operation.start_step"))
                    .isEmpty();
            serves(program);
        }
        account.administer("alter role by_owner_app bypassrls");
        refused(() -> Program.own(account.settings()).close());
        account.administer(
                "alter role by_owner_app nobypassrls",
                "create role by_owner_strong bypassrls",
                "grant by_owner_strong to by_owner_app");
        refused(() -> account.database().prepared());
        account.administer(
                "revoke by_owner_strong from by_owner_app",
                "create table public.mine (id int)",
                "alter table public.mine owner to by_owner_app");
        refused(() -> account.database().prepared());
    }

    private static void refused(ThrowingCallable start) {
        assertThatThrownBy(start)
                .extracting(NestedExceptionUtils::getMostSpecificCause, as(THROWABLE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The role by_owner_app could look past row-level security");
    }

    @Test
    void anOwnerWhoMayMakeNoRolesIsToldTheTwoLinesToRun() throws Exception {
        Account account = server.owner("by_tenant", "nosuperuser nocreaterole");
        Start start = Start.of(
                Path.of(
                        "target",
                        "test-data",
                        "by-tenant-" + ProcessHandle.current().pid()),
                account.environment());
        assertThat(start.code()).as(start.output()).isNotZero();
        assertThat(start.output())
                .contains("The user by_tenant may not create the application's role. Run as an administrator")
                .doesNotContain("\tat ");
        List<String> lines = start.output()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("create role") || line.startsWith("grant connect"))
                .toList();
        assertThat(lines).hasSize(2).allMatch(line -> line.endsWith(";"));

        account.administer(lines.toArray(String[]::new));
        try (Program program = Program.own(account.settings())) {
            serves(program);
        }
    }

    @Test
    void aSecondStartOnTheSameDataSaysSoAndEnds() throws Exception {
        Path data = Program.shared().data();
        Start second = Start.of(data, Map.of());
        assertThat(second.code()).as(second.output()).isNotZero();
        assertThat(second.output())
                .contains("Another CYBOX already runs on " + data
                        + ". Stop it first, or set CYBOX_DATA to another folder.")
                .doesNotContain("\tat ");
        Browser.stranger(Program.shared(), Program.shared().address()).get("/").ok();
    }
}
