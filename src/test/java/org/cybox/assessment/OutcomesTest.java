package org.cybox.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.identity.Accounts;
import org.cybox.people.Groups;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.cybox.testing.Statements;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutcomesTest {

    private final Cast cast = Cast.open();
    private final TestCourse course = TestCourse.in(cast);
    private final UUID before = course.test(test("pre", null), "submit");
    private final UUID after = course.test(test("post", before), "submit");
    private final Browser dora = cast.also("Dora Second", Role.LEARNER);
    private final Browser finn = cast.also("Finn Third", Role.LEARNER);
    private final String page = "/courses/" + course.id + "/outcomes";

    private static TestContent test(String purpose, UUID pair) {
        return new TestContent(
                purpose,
                pair,
                null,
                null,
                null,
                false,
                false,
                null,
                "afterSubmit",
                List.of(
                        Questions.single("q1"),
                        Questions.trueFalse("q2"),
                        Questions.shortAnswer("q3"),
                        Questions.matching("q4")));
    }

    /** Before: Ben and Dora wrong in everything, Finn not there. After: Ben twice, the second time right; Finn half. */
    @BeforeEach
    void threeTakeTests() {
        course.publish().enrol(cast.ben()).enrol(dora).enrol(finn);
        take(cast.ben(), before, "b", "false", "usb stick", "p1:p2");
        take(dora, before, "b", "false", "usb stick", "p1:p2");
        take(cast.ben(), after, "c", "false", "");
        take(cast.ben(), after, "a", "true", "write blocker", "p1:p1", "p2:p2", "p3:p3");
        take(finn, after, "c", "true", "only my own words", "p1:p1", "p2:p3");
    }

    private void take(Browser person, UUID block, String choice, String truth, String typed, String... pairs) {
        String attempt = person.post(course.path(block) + "/attempts").is(303).location();
        String id = attempt.substring(attempt.lastIndexOf('/') + 1);
        cast.run(() -> {
            AttemptStore store = Program.bean(AttemptStore.class);
            java.time.Instant now = java.time.Instant.now();
            store.save(
                    UUID.fromString(id),
                    person.person(),
                    Map.of(
                            "q1", json(choice),
                            "q2", json(truth),
                            "q3", typed.isBlank() ? json() : json(typed),
                            "q4", json(pairs)),
                    1,
                    now,
                    now);
        });
        person.post(attempt + "/submission").is(303);
    }

    private static String json(String... values) {
        return org.cybox.platform.data.Json.write(Given.of(values));
    }

    private static List<String> row(Answer answer, String words) {
        Element found = answer.all("tbody tr").stream()
                .filter(row -> row.text().contains(words))
                .findFirst()
                .orElseThrow();
        found.select("progress").remove();
        return found.select("td").eachText();
    }

    @Test
    void aTrainerSeesEachOutcomeBeforeAndAfter() {
        Answer answer = cast.ada().get(page).ok();
        assertThat(row(answer, "Name the powers"))
                .containsExactly(
                        "0% 2 people · few people",
                        "63% 2 people · few people", "100 percentage points of 1 who did both");
        assertThat(row(answer, "Secure the scene"))
                .containsExactly(
                        "0% 2 people · few people",
                        "75% 2 people · few people", "100 percentage points of 1 who did both");
        assertThat(Statements.least(() -> cast.ada().get(page))).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aTrainerSeesWhatBecameOfEachQuestion() {
        Answer answer = cast.ada().get(page).ok();
        List<Element> tests = answer.all("section[aria-labelledby=by-question] table");
        assertThat(tests).hasSize(2);
        List<List<String>> first = tests.getFirst().select("tbody tr").stream()
                .map(row -> row.select("td").eachText())
                .toList();
        assertThat(first.get(0)).containsExactly("2 of 2", "0%", "0%", "0 of 1", "Choice b 2 people");
        assertThat(first.get(1)).containsExactly("2 of 2", "0%", "0%", "0 of 1", "False 2 people");
        assertThat(first.get(2)).containsExactly("2 of 2", "0%", "0%", "0 of 1", "usb stick 2 people");
        assertThat(first.get(3)).containsExactly("2 of 2", "0%", "0%", "0 of 3", "Left 1 → Right 2 2 people");
        List<List<String>> last = tests.getLast().select("tbody tr").stream()
                .map(row -> row.select("td").eachText())
                .toList();
        assertThat(last.get(0)).containsExactly("2 of 2", "50%", "0%", "0.5 of 1", "Choice c 1 person");
        assertThat(last.get(1)).containsExactly("2 of 2", "100%", "0%", "1 of 1", "–");
        assertThat(last.get(2)).startsWith("2 of 2", "50%", "0%", "0.5 of 1").endsWith("–");
        assertThat(last.get(3)).containsExactly("2 of 2", "50%", "50%", "2 of 3", "Left 2 → Right 3 1 person");
        answer.hasNot("only my own words");
    }

    @Test
    void aLimitedTrainerSeesTheirOwnGroupsOnly() {
        Browser eli = cast.also("Eli Limited", Role.TRAINER);
        cast.run(() -> {
            Groups groups = cast.program().get(Groups.class);
            groups.add(groups.named("Class A").id(), List.of(eli.person(), finn.person()));
            Program.bean(JdbcClient.class)
                    .sql("update people.person set only_own_groups = true where id = :id")
                    .param("id", eli.person())
                    .update();
            Program.bean(Accounts.class).change(eli.person(), Role.TRAINER, true);
        });
        Eventually.isTrue("Eli is limited", () -> eli.get(page).ok().text().contains("your groups"));
        Answer answer = eli.get(page).ok();
        assertThat(row(answer, "Name the powers")).containsExactly("–", "25% 1 person · few people", "–");
        answer.hasNot("usb stick").has("Nobody has finished this test yet");
        assertThat(answer.all("a[href$=statistics]")).isEmpty();
        assertThat(eli.get(page + "/download?format=csv&part=questions").ok().body())
                .doesNotContain("usb stick");
    }

    @Test
    void whoHasLeftCountsNoMore() {
        cast.run(() -> Program.bean(JdbcClient.class)
                .sql("update courses.enrolment set state = 'left' where person_id = :person")
                .param("person", dora.person())
                .update());
        assertThat(row(cast.ada().get(page).ok(), "Name the powers")).first().isEqualTo("0% 1 person · few people");
    }

    @Test
    void aTestOfAnotherWordingCountsByItsOwnPoints() {
        course.change(
                after,
                new TestContent(
                        "post",
                        before,
                        null,
                        null,
                        null,
                        false,
                        false,
                        null,
                        "afterSubmit",
                        List.of(Questions.single("q1"), Questions.trueFalse("q2"))));
        course.publish();
        assertThat(row(cast.ada().get(page).ok(), "Name the powers")).element(1).isEqualTo("63% 2 people · few people");
    }

    @Test
    void theTablesAreTakenAlong() {
        String csv = cast.ada().get(page + "/download?format=csv").ok().body();
        assertThat(csv.lines().toList()).hasSize(3).element(1).isEqualTo("Name the powers,0,2,63,2,100,1");
        String questions = cast.ada()
                .get(page + "/download?format=csv&part=questions")
                .ok()
                .body();
        assertThat(questions.lines().toList())
                .hasSize(9)
                .contains("Test 1,1,Which one?,Name the powers,2,2,0,0,0,1,Choice b,2");
        Answer book = cast.ada().get(page + "/download?format=xlsx").ok();
        assertThat(book.header("Content-Disposition")).contains("outcomes.xlsx");
        assertThat(book.bytes()).startsWith('P', 'K');
    }

    @Test
    void nobodyElseSeesIt() {
        cast.ben().get(page).is(403);
        cast.ben().get(page + "/download").is(403);
        cast.mallory().get(page).is(404);
        cast.mallory().get(page + "/download").is(404);
    }

    @Test
    void aCourseWithoutTestsSaysSo() {
        TestCourse empty = TestCourse.in(cast).publish();
        cast.ada().get("/courses/" + empty.id + "/outcomes").ok().has("This course has no test yet");
    }

    @Test
    void thePageIsGoodToReadEverywhere() {
        try (Screen ada = Screen.of(cast.ada());
                Screen phone = Screen.of(cast.ada()).phone().reading("ar").withoutScript();
                Screen night = Screen.of(cast.ada()).phone().reading("fr").dark()) {
            ada.go(page);
            ada.picture("outcomes");
            Axe.check(ada.page());
            ada.quiet();
            phone.go(page);
            phone.picture("outcomes-ar-phone");
            phone.fits();
            night.go(page);
            night.picture("outcomes-fr-dark-phone");
            Axe.check(night.page());
            night.fits();
        }
    }
}
