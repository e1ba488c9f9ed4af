package org.cybox.courses.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cybox.courses.CourseFixture;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Material;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.cybox.testing.Answer;
import org.cybox.testing.Cast;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LessonTest {

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Evidence")
            .page(
                    "Welcome",
                    "view",
                    "<p>Good morning.</p><table><caption>Times</caption><tbody><tr><td>9</td></tr></tbody></table>")
            .page("Practice", "button", "<p>Try it.</p>")
            .page("Secret", "view", "<p>Hidden until then.</p>", "Practice")
            .publish();

    @BeforeEach
    void benIsEnrolled() {
        course.enrol(cast.ben().person());
    }

    @Test
    void aPageIsDoneByBeingSeen() {
        Answer page = cast.ben()
                .get(course.learn("Welcome"))
                .ok()
                .has("Good morning.")
                .has("1 of 3 done");
        assertThat(page.one("h1").text()).isEqualTo("Welcome");
        assertThat(page.one(".table-scroll").attr("aria-label")).isEqualTo("Times");
        assertThat(enrolment().done()).isEqualTo(1);
    }

    @Test
    void whatAsksForItIsDoneByTheButton() {
        Answer page = cast.ben().get(course.learn("Practice")).ok();
        assertThat(enrolment().done()).isZero();
        page.form("/completion").submit().follow().ok().has("Noted");
        assertThat(enrolment().done()).isEqualTo(1);
    }

    @Test
    void aLockedLessonShowsWhatIsMissingAndNothingOfItself() {
        cast.ben()
                .get(course.learn("Secret"))
                .ok()
                .has("This opens when you have done one thing before it")
                .hasNot("Hidden until then");
        course.does(cast.ben().person(), "Practice");
        cast.ben().get(course.learn("Secret")).ok().has("Hidden until then");
    }

    @Test
    void theCourseIsCompleteWhenAllIsDone() {
        cast.ben().get(course.learn("Welcome")).ok();
        cast.ben().post(course.learn("Practice") + "/completion").is(303);
        cast.ben().get(course.learn("Secret")).ok();
        assertThat(enrolment().state()).isEqualTo("completed");
        cast.ben().get(course.learn()).ok().has("You have completed this course");
    }

    @Test
    void aLessonCostsThreeStatementsOnceItIsKnown() {
        assertThat(Statements.least(() -> cast.ben().get(course.learn("Welcome"))))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(Statements.least(() -> cast.ben().get("/learn"))).hasSizeLessThanOrEqualTo(3);
        assertThat(Statements.least(() -> cast.ben().get(course.learn()))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whoeverIsNotInTheCourseIsLedToItsEntry() {
        assertThat(cast.ada().get(course.learn("Welcome")).is(303).location()).isEqualTo(course.catalogue());
        cast.trudy().get(course.learn("Welcome")).follow().is(404);
        assertThat(cast.stranger().get(course.learn("Welcome")).is(303).location())
                .startsWith("/sign-in");
    }

    @Test
    void aLessonInAnotherLanguageSaysSo() {
        CourseFixture two = CourseFixture.in(cast, "Two")
                .material(
                        "Both", "page", "view", Words.of("en", "<p>English</p>").with("fr", "<p>Français</p>"))
                .publish();
        two.enrol(cast.ben().person());
        cast.ben().get(two.learn("Both")).ok().has("English").hasNot("Français</p>");
        Answer french = cast.ben().get(two.learn("Both") + "?in=fr").ok().has("Français");
        assertThat(french.one("article.prose").attr("lang")).isEqualTo("fr");
        Answer arabic = cast.ben().get(two.learn("Both") + "?in=ar").ok().has("not available in Arabic");
        assertThat(arabic.one("article.prose").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void homeSaysWhatIsNext() {
        Answer home = cast.ben().get("/learn").ok();
        assertThat(home.one(".next .button").attr("href")).isEqualTo(course.learn("Welcome"));
        cast.ben().get(course.learn("Practice")).ok();
        assertThat(cast.ben().get("/learn").ok().one(".next .button").attr("href"))
                .isEqualTo(course.learn("Practice"));
        cast.also("Dora New", org.cybox.platform.web.Role.LEARNER)
                .get("/learn")
                .ok()
                .has("You are in no course yet");
    }

    @Test
    void aLessonIsSentToOneself() {
        cast.ben().post(course.learn("Practice") + "/mail").follow().ok().has("on its way");
    }

    @Test
    void aMediumIsDoneWhenItWasHeardToItsEnd() {
        Material.Media sound = new Material.Media(
                null,
                new Material.Clip(Ids.next(), "audio/webm", 90_000, 100),
                Map.of(),
                Words.of("en", "<p>What is said.</p>"),
                List.of());
        CourseFixture heard = CourseFixture.in(cast, "Heard")
                .block("Listen", "media", "view", Json.write(new Material(Words.NONE, null, sound, Words.NONE)))
                .publish();
        heard.enrol(cast.ben().person());
        Answer page = cast.ben().get(heard.learn("Listen")).ok().has("90 kB").has("What is said.");
        assertThat(page.one("audio").attr("preload")).isEqualTo("none");
        cast.ben().post(heard.learn("Listen") + "/position", "seconds", 40).is(204);
        assertThat(cast.ben()
                        .get(heard.learn("Listen"))
                        .ok()
                        .one("media-player")
                        .attr("data-seconds"))
                .isEqualTo("40");
        assertThat(heard.enrolment(cast.ben().person()).done()).isZero();
        cast.ben().post(heard.learn("Listen") + "/position", "seconds", 95).is(204);
        assertThat(heard.enrolment(cast.ben().person()).done()).isEqualTo(1);
    }

    private Enrolment enrolment() {
        return course.enrolment(cast.ben().person());
    }
}
