package org.cybox.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.cybox.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections of keys, and what a trainer does for one learner. */
class HelpTest {

    private final Cast cast = Cast.open();
    private final TestCourse course = TestCourse.in(cast);
    private final UUID block = course.test(
            new TestContent(
                    "post",
                    null,
                    30,
                    1,
                    50,
                    true,
                    true,
                    10,
                    "afterSubmit",
                    List.of(Questions.single("q1"), Questions.numeric("q2"), Questions.trueFalse("q3"))),
            "pass");

    private String handedIn(Browser person, Map<String, String> values) {
        course.enrol(person);
        String attempt = person.post(course.path(block) + "/attempts").is(303).location();
        Paper paper = paper(attempt);
        long noted = cast.in(() -> Program.bean(java.time.Clock.class).millis());
        values.forEach((question, value) -> {
            String sent = question.equals("q1") ? paper.token(Questions.single("q1"), value) : value;
            person.json("PUT", attempt + "/answers/" + question, Map.of("values", List.of(sent), "noted", noted))
                    .ok();
        });
        person.post(attempt + "/submission").is(303);
        return attempt;
    }

    private Paper paper(String attempt) {
        return cast.in(() -> Program.bean(Attempts.class).paper(stored(attempt)));
    }

    private Attempt stored(String attempt) {
        UUID id = UUID.fromString(attempt.substring(attempt.lastIndexOf('/') + 1));
        return cast.in(() -> Program.bean(AttemptStore.class).find(id).orElseThrow());
    }

    private String corrections() {
        return "/courses/" + course.id + "/tests/" + block + "/corrections";
    }

    private String help(Browser learner) {
        return "/courses/" + course.id + "/tests/" + block + "/learners/" + course.enrolment(learner);
    }

    private int notices(Browser person) {
        return cast.in(() -> Program.bean(JdbcClient.class)
                .sql("select count(*) from notifications.notice where person_id = :person and kind = 'test'")
                .param("person", person.person())
                .query(Integer.class)
                .single());
    }

    private int audited(String action) {
        return cast.in(() -> Program.bean(JdbcClient.class)
                .sql("select count(*) from platform.audit where action = :action and reason <> ''")
                .param("action", action)
                .query(Integer.class)
                .single());
    }

    private void regraded(String job) {
        Eventually.isTrue("regraded", () -> cast.ada().get(job).text().contains("new result"));
    }

    @Test
    void aWrongKeyIsCorrectedAndEveryoneMarkedAnew() {
        course.publish();
        String wrong = handedIn(cast.ben(), Map.of("q1", "b", "q2", "90"));
        Browser dora = cast.also("Dora Learner", org.cybox.platform.web.Role.LEARNER);
        String right = handedIn(dora, Map.of("q1", "a"));
        assertThat(stored(wrong).score()).isEqualTo(100);
        assertThat(course.progress(cast.ben(), block))
                .containsEntry("passed", false)
                .containsEntry("state", "started");

        Answer form = cast.ada().get(corrections()).ok().click("?question=q1");
        form.form(corrections())
                .set("key", "a")
                .set("reason", "")
                .submit("Correct")
                .is(422);
        form.form(corrections())
                .set("key", "b")
                .set("reason", "")
                .submit("Correct")
                .is(422);
        String job = form.form(corrections())
                .set("key", "b")
                .set("reason", "The key was wrong")
                .submit("Correct")
                .is(303)
                .location();
        regraded(job);

        assertThat(stored(wrong).score()).isEqualTo(200);
        assertThat(stored(right).score()).isZero();
        assertThat(course.progress(cast.ben(), block))
                .containsEntry("score", 200)
                .containsEntry("passed", true)
                .containsEntry("state", "done");
        assertThat(course.progress(dora, block)).containsEntry("score", 0);
        cast.ben().get(wrong + "/result").ok().has("2 of 3").has("Passed");
        assertThat(notices(cast.ben())).isEqualTo(1);
        assertThat(audited("assessment.corrected")).isEqualTo(1);
    }

    @Test
    void everyoneGetsThePointsOfAFlawedQuestion() {
        course.publish();
        String attempt = handedIn(cast.ben(), Map.of("q2", "90"));
        Answer form = cast.ada().get(corrections() + "?question=q3").ok();
        regraded(form.form(corrections())
                .set("everyone", "true")
                .set("reason", "Badly put")
                .submit("Correct")
                .is(303)
                .location());
        assertThat(stored(attempt).score()).isEqualTo(200);
        cast.ben().get(attempt + "/result").ok().has("This question was flawed");
    }

    @Test
    void aPassedTestStaysPassed() {
        course.publish();
        String attempt = handedIn(cast.ben(), Map.of("q1", "a", "q2", "90"));
        assertThat(stored(attempt).passed()).isTrue();
        Answer form = cast.ada().get(corrections() + "?question=q1").ok();
        regraded(form.form(corrections())
                .set("key", "b")
                .set("reason", "Wrong")
                .submit("Correct")
                .is(303)
                .location());
        assertThat(course.progress(cast.ben(), block))
                .containsEntry("score", 100)
                .containsEntry("passed", true)
                .containsEntry("state", "done");
    }

    @Test
    void aCorrectionHoldsForTheWordingsThatWereOut() {
        course.publish();
        String old = handedIn(cast.ben(), Map.of("q1", "b"));
        Answer form = cast.ada().get(corrections() + "?question=q1").ok();
        regraded(form.form(corrections())
                .set("key", "b")
                .set("reason", "Wrong")
                .submit("Correct")
                .is(303)
                .location());
        assertThat(stored(old).score()).isEqualTo(100);

        TestContent before = paper(old).content();
        course.change(block, before.changing("q1", question -> question.withKey(Given.of("c"))));
        course.publish();
        Browser dora = cast.also("Dora Learner", org.cybox.platform.web.Role.LEARNER);
        String fresh = handedIn(dora, Map.of("q1", "c"));
        assertThat(stored(fresh).score()).isEqualTo(100);
    }

    @Test
    void aTrainerGivesTimeAndAttempts() {
        course.publish().enrol(cast.ben());
        String attempt =
                cast.ben().post(course.path(block) + "/attempts").is(303).location();
        java.time.Instant deadline = stored(attempt).deadline();
        cast.ada()
                .post(help(cast.ben()) + "/allowances", "minutes", "15", "more", "1", "reason", "")
                .is(422);
        cast.ada()
                .post(help(cast.ben()) + "/allowances", "minutes", "0", "more", "0", "reason", "why")
                .is(422);
        cast.ada()
                .post(help(cast.ben()) + "/allowances", "minutes", "15", "more", "1", "reason", "Power cut")
                .is(303);
        assertThat(stored(attempt).deadline()).isEqualTo(deadline.plus(Duration.ofMinutes(15)));
        cast.ben().post(attempt + "/submission").is(303);
        String second =
                cast.ben().post(course.path(block) + "/attempts").is(303).location();
        assertThat(second).isNotEqualTo(attempt);
        assertThat(Duration.between(stored(second).startedAt(), stored(second).deadline()))
                .isEqualTo(Duration.ofMinutes(45));
        assertThat(notices(cast.ben())).isEqualTo(1);
        assertThat(audited("assessment.allowed")).isEqualTo(1);
    }

    @Test
    void aTrainerOpensAnAttemptAgain() {
        course.publish();
        String attempt = handedIn(cast.ben(), Map.of("q2", "90"));
        String there = help(cast.ben()) + "/attempts/" + stored(attempt).id();
        cast.ada().get(there).ok().has("Answered").has("90");
        cast.ada()
                .post(there + "/reopening", "minutes", "0", "reason", "Slipped")
                .is(422);
        cast.ada()
                .post(there + "/reopening", "minutes", "20", "reason", "Slipped")
                .is(303);
        Answer page = cast.ben().get(attempt).ok();
        assertThat(page.one("input[name=a.q2]").attr("value")).isEqualTo("90");
        TestClock.pass(cast.space().id(), Duration.ofMinutes(21));
        cast.ben().get(attempt).follow().ok().has("Time is up");
    }

    @Test
    void aTrainerSetsPoints() {
        course.publish();
        String attempt = handedIn(cast.ben(), Map.of("q2", "90"));
        String there = help(cast.ben()) + "/attempts/" + stored(attempt).id();
        cast.ada()
                .post(there + "/points", "points", "4", "reason", "Said it aloud")
                .is(422);
        cast.ada()
                .post(there + "/points", "points", "2,5", "reason", "Said it aloud")
                .is(303);
        assertThat(course.progress(cast.ben(), block))
                .containsEntry("score", 250)
                .containsEntry("passed", true);
        cast.ben().get(attempt + "/result").ok().has("2.5 of 3").has("set by your trainer");
        cast.ada().get(help(cast.ben())).ok().has("Said it aloud");
    }

    @Test
    void onlyThoseMayHelpWhoMay() {
        course.publish();
        String attempt = handedIn(cast.ben(), Map.of("q2", "90"));
        String there = help(cast.ben());
        for (String path : List.of(
                there,
                there + "/attempts/" + stored(attempt).id(),
                corrections(),
                "/courses/" + course.id + "/tests/" + block + "/statistics")) {
            cast.ben().get(path).is(403);
            cast.mallory().get(path).is(404);
            cast.chi().get(path).ok();
        }
        cast.mallory()
                .post(there + "/allowances", "minutes", "15", "reason", "x")
                .is(404);
        limit(cast.ada());
        cast.ada().get(there).is(404);
        cast.ada().post(there + "/allowances", "minutes", "15", "reason", "x").is(404);
        cast.ada().get(corrections()).is(403);
    }

    /** A trainer of their own groups only. */
    private void limit(Browser trainer) {
        cast.run(() -> Program.bean(JdbcClient.class)
                .sql("update people.person set only_own_groups = true where id = :id")
                .param("id", trainer.person())
                .update());
        Program.bean(org.cybox.platform.data.Work.class)
                .doInWorld(() -> Program.bean(JdbcClient.class)
                        .sql("update identity.membership set only_own_groups = true where person_id = :id")
                        .param("id", trainer.person())
                        .update());
    }

    @Test
    void questionsSayHowTheyDo() {
        course.publish();
        handedIn(cast.ben(), Map.of("q1", "b", "q2", "90"));
        Answer page = cast.ada()
                .get("/courses/" + course.id + "/tests/" + block + "/statistics")
                .ok();
        page.has("One attempt counts here").has("100%").has("0%");
        assertThat(Json.write(stored(course.path(block) + "/"
                                + attemptsOf(cast.ben()).getFirst().id())
                        .marks()))
                .contains("q2");
    }

    private List<Attempt> attemptsOf(Browser person) {
        return cast.in(() -> Program.bean(AttemptStore.class).of(course.enrolment(person), block));
    }
}
