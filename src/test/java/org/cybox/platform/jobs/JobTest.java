package org.cybox.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.TestDatabase;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Role;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JobTest {

    private final Cast cast = Cast.open();
    private final Jobs jobs = Program.bean(Jobs.class);

    @Test
    void workRunsAfterTheCommitInItsTenantWithoutATransaction() {
        String name = "note:" + UUID.randomUUID();
        cast.run(() -> {
            jobs.later("test.task", name);
            assertThat(TestTask.SEEN).doesNotContainKey(name);
        });
        assertThat(seen(name)).containsExactly(cast.space().id().toString());
    }

    @Test
    void workOfARolledBackTransactionNeverRuns() {
        String lost = "note:" + UUID.randomUUID();
        assertThatThrownBy(() -> cast.run(() -> {
                    jobs.later("test.task", lost);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        String after = "note:" + UUID.randomUUID();
        cast.run(() -> jobs.later("test.task", after));
        seen(after);
        assertThat(TestTask.SEEN).doesNotContainKey(lost);
    }

    @Test
    void workThatFailedIsTriedAgain() {
        String name = "once:" + UUID.randomUUID();
        cast.run(() -> jobs.later("test.task", name));
        Eventually.isTrue(
                "the second try",
                () -> TestTask.SEEN.getOrDefault(name, List.of()).size() == 2);
    }

    @Test
    void workForLaterWaits() {
        String name = "note:" + UUID.randomUUID();
        cast.run(() -> jobs.later("test.task", name, Duration.ofDays(1)));
        String now = "note:" + UUID.randomUUID();
        cast.run(() -> jobs.later("test.task", now));
        seen(now);
        assertThat(TestTask.SEEN).doesNotContainKey(name);
    }

    @Test
    void thePersonWhoWaitsSeesHowFarItIsAndWhatCameOut() {
        String name = "slow:" + UUID.randomUUID();
        UUID id = follow(name);
        Eventually.isTrue(
                "a quarter", () -> cast.ben().get("/jobs/" + id).ok().text().contains("1 of 4"));
        assertThat(cast.ben().get("/jobs/" + id).one("progress").attr("value")).isEqualTo("1");
        assertThat(cast.ben().get("/jobs/" + id).all("noscript meta[http-equiv=refresh]"))
                .isNotEmpty();

        TestTask.open(name);
        Eventually.isTrue(
                "the end", () -> cast.ben().get("/jobs/" + id).ok().text().contains("It is done"));
        assertThat(cast.ben().get("/jobs/" + id).all("fresh-page, noscript")).isEmpty();

        UUID other = follow("note:" + UUID.randomUUID());
        Eventually.isTrue(
                "a link",
                () -> !cast.ben()
                        .get("/jobs/" + other)
                        .all("a[href='/brand.css']")
                        .isEmpty());
    }

    @Test
    void whyItWasRefusedIsSaidInTheReadersLanguage() {
        String name = "refused:" + UUID.randomUUID();
        UUID id = follow(name);
        Eventually.isTrue(
                "the refusal", () -> cast.ben().get("/jobs/" + id).ok().text().contains("larger than 3 MB"));
        cast.ben().reading("fr").get("/jobs/" + id).ok().has("dépasse 3 MB");
        assertThat(TestTask.SEEN.get(name)).as("a refusal is not tried again").hasSize(1);
        assertThat(TestTask.SEEN).containsKey(name + " gave up");
    }

    @Test
    void nobodyElseSeesIt() {
        UUID id = follow("note:" + UUID.randomUUID());
        cast.ada().get("/jobs/" + id).is(404);
        cast.chi().get("/jobs/" + id).is(404);
        cast.also("Dan Learner", Role.LEARNER).get("/jobs/" + id).is(404);
        cast.mallory().get("/jobs/" + id).is(404);
        cast.stranger().get("/jobs/" + id).is(303);
    }

    @Test
    void whatComesRoundRunsInTheWorld() {
        assertThat(seen("round")).first().isEqualTo(new Scope.OfWorld().toString());
    }

    @Test
    void anOrderNeedsATenant() {
        assertThatThrownBy(() -> Program.bean(Work.class).doInWorld(() -> jobs.later("test.task", "note:no")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theQueueHoldsIdentifiersOnlyAndWhatAJobKnewIsForgottenWhenItIsDone() {
        String name = "slow:" + UUID.randomUUID() + " Dana Example dana@court.example";
        UUID id = follow(name);
        Eventually.isTrue("it runs", () -> TestTask.SEEN.containsKey(name));
        assertThat(queued("dana@court.example")).isEmpty();
        assertThat(kept()).containsExactly(name);

        TestTask.open(name);
        Eventually.isTrue(
                "the end", () -> cast.ben().get("/jobs/" + id).ok().text().contains("It is done"));
        Eventually.isTrue("it is forgotten", () -> kept().isEmpty());
        assertThat(queued(cast.space().id().toString())).isEmpty();
    }

    @Test
    void whatWasRefusedIsForgottenToo() {
        String name = "refused:" + UUID.randomUUID() + " Dana Example";
        UUID id = follow(name);
        Eventually.isTrue(
                "the refusal", () -> cast.ben().get("/jobs/" + id).ok().text().contains("larger than 3 MB"));
        Eventually.isTrue("it is forgotten", () -> kept().isEmpty());
        assertThat(TestTask.SEEN).containsKey(name + " gave up");
    }

    @Test
    void anOrderOfAnEarlierVersionIsCarriedOut() {
        String name = "note:" + UUID.randomUUID() + " as it was written before";
        String order = "{\"job\":\"" + JobOrder.NOBODY_WAITS + "\",\"kind\":\"test.task\",\"payload\":\"" + name
                + "\",\"tenant\":\"" + cast.space().id() + "\"}";
        Program.bean(Work.class)
                .doInWorld(() -> Program.bean(JdbcClient.class)
                        .sql("""
                        insert into platform.scheduled_task (task_name, task_instance, task_data, execution_time, picked,
                                                             version)
                        values ('job', :id, convert_to(:order, 'UTF8'), now(), false, 1)
                        """)
                        .param("id", UUID.randomUUID().toString())
                        .param("order", order)
                        .update());
        cast.run(() -> jobs.later("test.task", "note:" + UUID.randomUUID()));
        assertThat(seen(name)).containsExactly(cast.space().id().toString());
    }

    /** Waiting orders that say this. */
    private static List<String> queued(String words) {
        return TestDatabase.of(Program.shared())
                .strings(
                        "select task_instance from platform.scheduled_task where position(? in convert_from(task_data, 'UTF8')) > 0",
                        words);
    }

    private List<String> kept() {
        return TestDatabase.of(Program.shared())
                .strings(
                        "select payload from platform.job_content where tenant_id = ?",
                        cast.space().id());
    }

    private UUID follow(String name) {
        return cast.in(() -> jobs.follow("test.task", name, cast.ben().person()));
    }

    private static List<String> seen(String name) {
        return Eventually.find(name, () -> Optional.ofNullable(TestTask.SEEN.get(name)));
    }
}
