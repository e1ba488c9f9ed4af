package org.cybox.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cybox.platform.data.Ids;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Form;
import org.cybox.testing.Program;
import org.cybox.testing.Statements;
import org.cybox.testing.TestClock;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private final Cast cast = Cast.open();
    private final TestCourse course = TestCourse.in(cast);
    private final UUID block = course.test(Questions.all(), "pass");

    private String begin() {
        course.publish().enrol(cast.ben());
        return start(cast.ben());
    }

    private String start(Browser person) {
        Answer page = person.get(course.path(block)).ok();
        return page.form("/attempts").submit().is(303).location();
    }

    private UUID id(String attempt) {
        return UUID.fromString(attempt.substring(attempt.lastIndexOf('/') + 1));
    }

    private Attempt stored(String attempt) {
        return cast.in(() -> Program.bean(AttemptStore.class).find(id(attempt)).orElseThrow());
    }

    private Map<String, org.cybox.assessment.Answer> answers(String attempt) {
        return cast.in(() -> Program.bean(Attempts.class).answers(stored(attempt)));
    }

    private long now() {
        return cast.in(() -> Program.bean(java.time.Clock.class).millis());
    }

    private Answer put(Browser person, String attempt, String question, long noted, String... values) {
        return person.json("PUT", attempt + "/answers/" + question, Map.of("values", List.of(values), "noted", noted));
    }

    /** Fills in right answers as a person without script would, page by page, and hands in. */
    private Answer answerAll(Browser person, String attempt) {
        Paper paper = cast.in(() -> Program.bean(Attempts.class).paper(stored(attempt)));
        Answer page = person.get(attempt).ok();
        for (int n = 0; n < paper.content().pages(); n++) {
            Form form = page.form("#answers");
            for (Element section : page.all("section.question")) {
                fill(
                        form,
                        paper,
                        paper.content().question(section.attr("data-question")).orElseThrow());
            }
            page = form.submit("button.primary").is(303).follow().ok();
        }
        assertThat(page.address()).endsWith("/review");
        return page.form("/submission").submit().is(303).follow().ok();
    }

    private static void fill(Form form, Paper paper, Question question) {
        String name = "a." + question.id();
        switch (question) {
            case MultipleChoice choice -> {
                form.clear(name);
                choice.key().values().forEach(id -> form.tick(name, paper.token(question, id)));
            }
            case SingleChoice choice ->
                form.set(name, paper.token(question, choice.key().first()));
            case TrueFalse t -> form.set(name, t.key().first());
            case ShortAnswer s -> form.set(name, s.key().first());
            case Numeric n -> form.set(name, n.key().first());
            case Matching m ->
                m.pairs()
                        .forEach(pair -> form.set(
                                name + "." + paper.token(question, pair.id()), paper.token(question, pair.id())));
            case Ordering o ->
                Ordering.places(o.key())
                        .forEach((item, place) -> form.set(name + "." + paper.token(question, item), place));
        }
    }

    @Test
    void aLearnerTakesATestWithoutScript() {
        String attempt = begin();
        Answer result = answerAll(cast.ben(), attempt);
        result.has("12 of 12").has("Passed").has("Name the powers");
        assertThat(result.all(".verdict.right")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(course.progress(cast.ben(), block))
                .containsEntry("state", "done")
                .containsEntry("score", 1200)
                .containsEntry("passed", true);
    }

    @Test
    void withoutScriptASessionThatEndsInTheMiddleLosesNothing() {
        String attempt = begin();
        Form form = cast.ben().get(attempt).ok().form("#answers");
        Paper paper = cast.in(() -> Program.bean(Attempts.class).paper(stored(attempt)));
        fill(form, paper, paper.page(1).getFirst());
        cast.ben().post("/sign-out").is(303);

        Answer kept = form.submit("button.primary").is(401).has("What you typed is kept in this page");
        assertThat(answers(attempt)).isEmpty();
        cast.ben().signIn();
        kept.form("/attempts/").submit().is(303).follow().ok();
        assertThat(answers(attempt)).containsOnlyKeys(paper.page(1).getFirst().id());
    }

    @Test
    void aDoubleClickOrASecondTabGetsTheSameAttempt() throws Exception {
        course.publish().enrol(cast.ben());
        cast.ben().get(course.path(block)).ok();
        Set<String> begun = new HashSet<>();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> click = () ->
                    cast.ben().post(course.path(block) + "/attempts").is(303).location();
            for (Future<String> tab : tabs.invokeAll(List.of(click, click, click, click, click, click))) {
                begun.add(tab.get());
            }
        }
        assertThat(begun).hasSize(1);
        assertThat(cast.in(() -> Program.bean(AttemptStore.class).of(course.enrolment(cast.ben()), block)))
                .hasSize(1);
    }

    @Test
    void attemptsAreCounted() {
        String first = begin();
        cast.ben().post(first + "/submission").is(303);
        String second = start(cast.ben());
        assertThat(second).isNotEqualTo(first);
        cast.ben().post(second + "/submission").is(303);
        cast.ben().get(course.path(block)).ok().has("You have used all your attempts");
        cast.ben().post(course.path(block) + "/attempts").is(422);
    }

    @Test
    void anOlderSaveNeverOverwritesANewer() {
        String attempt = begin();
        long now = now();
        put(cast.ben(), attempt, "q4", now, "second").ok();
        put(cast.ben(), attempt, "q4", now - 500, "first").ok();
        assertThat(answers(attempt).get("q4").given()).isEqualTo(Given.of("second"));
        put(cast.ben(), attempt, "q4", now + 1, "third").ok();
        assertThat(answers(attempt).get("q4").given()).isEqualTo(Given.of("third"));
    }

    @Test
    void savingAnAnswerCostsThreeStatementsAtMost() {
        String attempt = begin();
        long[] noted = {now()};
        assertThat(Statements.least(
                        () -> put(cast.ben(), attempt, "q4", noted[0]++, "word").ok()))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(Statements.least(() -> cast.ben().get(attempt).ok())).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aPageLeftOpenInAnotherTabUndoesNothing() {
        String attempt = begin();
        Answer old = cast.ben().get(attempt).ok();
        String question = old.one("[data-question]").attr("data-question");
        String kind = cast.in(() -> Program.bean(Attempts.class)
                .paper(stored(attempt))
                .content()
                .question(question)
                .orElseThrow()
                .kind());
        String value = kind.equals("trueFalse") ? "true" : "90";
        put(cast.ben(), attempt, question, now(), value);
        Map<String, org.cybox.assessment.Answer> before = answers(attempt);
        old.form("#answers").submit().is(303);
        assertThat(answers(attempt)).isEqualTo(before);
    }

    @Test
    void afterTheDeadlineItCountsAsItStands() {
        String attempt = begin();
        put(cast.ben(), attempt, "q5", now(), "90").ok();
        TestClock.pass(cast.space().id(), Duration.ofMinutes(31));

        put(cast.ben(), attempt, "q3", now(), "true").is(409);
        cast.ben().post(attempt, "page", "1", "was.q3", "", "a.q3", "true").is(303);
        assertThat(answers(attempt)).doesNotContainKey("q3");

        Answer result = cast.ben().get(attempt).follow().ok();
        result.has("1 of 12").has("Time is up").hasNot("Because of").hasNot("Explained");
        assertThat(stored(attempt).state()).isEqualTo("expired");
        assertThat(course.progress(cast.ben(), block)).containsEntry("score", 100);
    }

    @Test
    void whatWasNotedInTimeMayComeLate() {
        String attempt = begin();
        long inTime = now() + 60_000;
        TestClock.pass(cast.space().id(), Duration.ofHours(3));
        Program.bean(Closing.class).close(cast.space().id());
        assertThat(stored(attempt).state()).isEqualTo("expired");

        put(cast.ben(), attempt, "q5", inTime, "90").ok();
        put(cast.ben(), attempt, "q3", inTime - Duration.ofHours(1).toMillis(), "true")
                .is(409);
        put(cast.ben(), attempt, "q3", now(), "true").is(409);
        assertThat(answers(attempt).get("q5").late()).isTrue();

        Answer result =
                cast.ben().post(attempt + "/submission").is(303).follow().ok();
        result.has("1 of 12").has("One answer arrived late").has("Explained");
        put(cast.ben(), attempt, "q3", inTime, "true").is(409);
    }

    @Test
    void aDayAfterTheDeadlineNothingComesAnyMore() {
        String attempt = begin();
        long inTime = now() + 60_000;
        TestClock.pass(cast.space().id(), Duration.ofHours(25));
        put(cast.ben(), attempt, "q5", inTime, "90").is(409);
        Program.bean(Closing.class).close(cast.space().id());
        Program.bean(Closing.class).close(cast.space().id());
        assertThat(stored(attempt).state()).isEqualTo("submitted");
    }

    @Test
    void handingInTwiceChangesNothing() {
        String attempt = begin();
        cast.ben().post(attempt + "/submission").is(303);
        Attempt once = stored(attempt);
        cast.ben().post(attempt + "/submission").is(303);
        assertThat(stored(attempt)).isEqualTo(once);
        put(cast.ben(), attempt, "q3", now(), "true").is(409);
    }

    @Test
    void rightAnswersAreNotInThePageOfARunningAttempt() {
        String attempt = begin();
        Paper paper = cast.in(() -> Program.bean(Attempts.class).paper(stored(attempt)));
        for (int page = 1; page <= 2; page++) {
            Answer shown = cast.ben().get(attempt + "?page=" + page).ok();
            shown.hasNot("Explained")
                    .hasNot("Because of")
                    .hasNot("correct")
                    .hasNot("value=\"i1\"")
                    .hasNot("value=\"p1\"");
        }
        assertThat(put(cast.ben(), attempt, "q1", now(), paper.token(Questions.single("q1"), "b"))
                        .ok()
                        .body())
                .isEqualTo("{\"saved\":true}");
        cast.ben().get(attempt + "/review").ok().hasNot("Explained");
        cast.ben().get(attempt + "/result").is(303);
    }

    @Test
    void feedbackFollowsItsPolicy() {
        TestContent all = Questions.all();
        UUID never = course.test(
                new TestContent("practice", null, null, null, 50, true, true, 10, "never", all.questions()), "submit");
        UUID passed = course.test(
                new TestContent("practice", null, null, null, 50, true, true, 10, "afterPass", all.questions()),
                "submit");
        course.publish().enrol(cast.ben());
        for (UUID test : List.of(never, passed)) {
            String attempt =
                    cast.ben().post(course.path(test) + "/attempts").is(303).location();
            cast.ben()
                    .post(attempt + "/submission")
                    .is(303)
                    .follow()
                    .ok()
                    .has("0 of 12")
                    .hasNot("Explained")
                    .hasNot("Because of");
        }
        String again =
                cast.ben().post(course.path(passed) + "/attempts").is(303).location();
        answerAll(cast.ben(), again).has("12 of 12").has("Explained");
        String hidden =
                cast.ben().post(course.path(never) + "/attempts").is(303).location();
        answerAll(cast.ben(), hidden).has("12 of 12").hasNot("Explained");
    }

    @Test
    void nobodyElseComesNear() {
        String attempt = begin();
        Browser other = cast.also("Dora Learner", org.cybox.platform.web.Role.LEARNER);
        course.enrol(other);
        for (Browser person : List.of(other, cast.ada(), cast.chi())) {
            person.get(attempt).is(404);
            person.get(attempt + "/review").is(404);
            person.get(attempt + "/result").is(404);
            person.post(attempt + "/submission").is(404);
            person.post(attempt, "page", "1").is(404);
            put(person, attempt, "q3", now(), "true").is(404);
        }
        cast.trudy().get(attempt).is(404);
        put(cast.trudy(), attempt, "q3", now(), "true").is(404);
        cast.mallory().get(attempt + "/result").is(404);
        put(cast.stranger().with("Accept", "application/json"), attempt, "q3", now(), "true")
                .is(401);
        assertThat(answers(attempt)).isEmpty();
        cast.ben().get(course.path(Ids.next())).is(404);
        put(cast.ben(), attempt, "q99", now(), "true").is(404);
        put(cast.ben(), attempt, "q3", now(), "<script>").ok();
        assertThat(answers(attempt).get("q3").given()).isEqualTo(Given.NOTHING);
    }

    @Test
    void thePostTestShowsTheGain() {
        TestContent before = new TestContent(
                "pre",
                null,
                null,
                1,
                null,
                true,
                true,
                10,
                "afterSubmit",
                List.of(Questions.single("q1"), Questions.numeric("q5")));
        UUID pre = course.test(before, "submit");
        UUID post = course.test(
                new TestContent(
                        "post",
                        pre,
                        null,
                        1,
                        50,
                        true,
                        true,
                        10,
                        "afterSubmit",
                        Questions.all().questions()),
                "pass");
        course.publish().enrol(cast.ben());
        String first = cast.ben().post(course.path(pre) + "/attempts").is(303).location();
        put(cast.ben(), first, "q5", now(), "90").ok();
        cast.ben().post(first + "/submission").is(303).follow().ok().hasNot("Gain");
        String second = cast.ben().post(course.path(post) + "/attempts").is(303).location();
        Answer result = answerAll(cast.ben(), second);
        result.has("Before the course").has("Gain");
        assertThat(result.all("tbody tr").getFirst().text()).contains("Name the powers", "0%", "100%");
    }
}
