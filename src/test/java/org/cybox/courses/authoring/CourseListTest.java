package org.cybox.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cybox.courses.Enrolments;
import org.cybox.platform.jobs.Recurring;
import org.cybox.testing.Answer;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.cybox.testing.Statements;
import org.cybox.testing.TestClock;
import org.junit.jupiter.api.Test;

class CourseListTest {

    private final Cast cast = Cast.open();

    @Test
    void aNewCourseWantsATitleAndKeepsWhatWasTyped() {
        Answer back = cast.ada()
                .get("/courses/new")
                .form("form[action=/courses]")
                .set("languages", "ar, en")
                .submit()
                .is(422)
                .has("Give it a title.");
        assertThat(back.form("form[action=/courses]").value("languages")).isEqualTo("ar, en");
        cast.ada()
                .post("/courses", "title", "A", "languages", "not a language!")
                .is(422)
                .has("at least one language tag");
        cast.ada()
                .post("/courses", "title", "A", "languages", "sr-Latn, sr-Cyrl")
                .is(303);
    }

    @Test
    void coursesAreFoundByTheirFirstLettersAndPaged() {
        for (int i = 0; i < 42; i++) {
            Author.begins(cast.ada(), "Course " + (char) ('A' + i % 26) + i);
        }
        Author.begins(cast.ada(), "Évidence");
        assertThat(cast.ada().get("/courses?state=draft&q=évi").all("tbody tr")).hasSize(1);
        Answer first = cast.ada().get("/courses?state=draft&q=course");
        assertThat(first.all("tbody tr")).hasSize(40);
        assertThat(first.click("More").all("tbody tr")).hasSize(2);
        assertThat(Statements.least(() -> cast.ada().get("/courses?state=draft")))
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aCourseIsArchivedAndOpenedAgain() {
        Author ada = Author.begins(cast.ada(), "Evidence");
        ada.published("A page", "<p>One.</p>");
        ada.outline().form("/archive").submit().is(303);
        cast.ben().get("/catalogue").hasNot("Evidence");
        cast.ada().get("/courses?state=archived").has("Evidence");
        ada.outline().form("/reopen").submit().is(303);
        cast.ben().get("/catalogue").has("Evidence");
    }

    @Test
    void theBinKeepsACourseForThirtyDays() {
        Author ada = Author.begins(cast.ada(), "Evidence");
        ada.outline().form(ada.course() + "/bin").submit().is(303).follow().has("Evidence");
        cast.ada().get(ada.course()).is(404);
        cast.ada()
                .get("/courses?state=binned")
                .form("/return")
                .submit()
                .is(303)
                .follow()
                .ok()
                .has("Evidence");

        cast.ada().post(ada.course() + "/bin").is(303);
        TestClock.pass(cast.space().id(), Duration.ofDays(29));
        purge();
        cast.ada().get("/courses?state=binned").has("Evidence");
        TestClock.pass(cast.space().id(), Duration.ofDays(2));
        purge();
        cast.ada().get("/courses?state=binned").hasNot("Evidence");
    }

    private static void purge() {
        Program.shared().context().getBeansOfType(Recurring.class).values().stream()
                .filter(one -> one.kind().equals("courses.purge"))
                .forEach(Recurring::run);
    }

    @Test
    void aCourseThatSomebodyLearnsInIsNotThrownAway() {
        Author ada = Author.begins(cast.ada(), "Evidence");
        ada.published("A page", "<p>One.</p>");
        cast.run(() -> Program.bean(Enrolments.class).enrol(ada.id(), cast.ben().person(), "manager"));
        cast.ada().post(ada.course() + "/bin").is(303).follow().has("Archive it");
        ada.outline().has("Open");
    }

    @Test
    void settingsAreKeptAndOutcomesKeepTheirIdentity() {
        Author ada = Author.begins(cast.ada(), "Evidence");
        String settings = ada.course() + "/settings";
        cast.ada()
                .get(settings)
                .form(settings)
                .set("outcome-o1.en", "Seize a phone")
                .set("summary.en", "Two sentences.")
                .set("joining", "key")
                .set("key", "x")
                .submit()
                .is(422)
                .has("4 to 60 characters")
                .has("Two sentences.");
        cast.ada()
                .get(settings)
                .form(settings)
                .set("outcome-o1.en", "Seize a phone")
                .set("joining", "key")
                .set("key", "phones26")
                .submit()
                .is(303);
        Answer again = cast.ada().get(settings);
        assertThat(again.form(settings).value("outcome-o1.en")).isEqualTo("Seize a phone");
        again.form(settings)
                .set("outcome-o1.en", "")
                .set("outcome-o2.en", "Keep a log")
                .submit()
                .is(303);
        assertThat(List.of(cast.ada().get(settings).form(settings).value("outcome-o2.en")))
                .containsExactly("Keep a log");
        again.form(settings)
                .set("title.en", "Late")
                .submit()
                .is(409)
                .has("Somebody else saved this while you were writing")
                .has("Late");
    }
}
