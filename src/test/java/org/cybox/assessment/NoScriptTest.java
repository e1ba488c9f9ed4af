package org.cybox.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import org.cybox.courses.CourseFixture;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning in a browser that runs no script at all, on a phone. */
class NoScriptTest {

    private final Cast cast = Cast.open();

    private CourseFixture.Builder course(String title) {
        return CourseFixture.in(cast, title).page("Read this", "button", "<p>Evidence is volatile.</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aLearnerReadsAnswersEveryKindOfQuestionAndIsCertified(String language) {
        CourseFixture course = course("Open to all")
                .block("Test", "test", "submit", Questions.all().json())
                .publish();
        try (Screen ben = Screen.of(cast.ben()).phone().reading(language).withoutScript()) {
            Page page = ben.go(course.catalogue());
            page.locator("form[action$='/enrolment'] button").click();
            ben.go(course.learn("Read this"));
            assertThat(page.locator(".prose")).containsText("volatile");
            page.locator("form[action$='/completion'] button").click();

            ben.go("/learn/" + course.id() + "/tests/" + course.block("Test"));
            page.locator("form[action$='/attempts'] button").click();
            assertThat(page.locator("[data-move], .handle").first()).not().isVisible();
            for (int n = 0; n < 2; n++) {
                page.locator("[data-question]").all().forEach(NoScriptTest::answer);
                ben.fits();
                page.locator("form#answers button.primary").click();
            }
            page.waitForURL("**/review");
            assertThat(page.locator(".notice.success")).isVisible();
            assertThat(answers(course)).containsOnlyKeys("q1", "q2", "q3", "q4", "q5", "q6", "q7");
            assertThat(answers(course).get("q6").given().values()).hasSize(3);
            assertThat(answers(course).get("q7").given().values()).hasSize(4);

            page.locator("form[action$='/submission'] button.primary").first().click();
            page.waitForURL("**/result");
            assertThat(page.locator(".score strong")).isVisible();
            assertThat(page.locator("main .question")).hasCount(7);
            ben.fits();
            certificate(ben, page);
        }
    }

    private java.util.Map<String, Answer> answers(CourseFixture course) {
        return cast.in(() -> {
            List<Attempt> attempts = Program.bean(AttemptStore.class)
                    .of(course.enrolment(cast.ben().person()).id(), course.block("Test"));
            assertThat(attempts).hasSize(1);
            return Program.bean(Attempts.class).answers(attempts.getFirst());
        });
    }

    /** As a person would, by what the question offers. */
    private static void answer(Locator question) {
        List<Locator> choices = question.locator("select").all();
        for (int n = 0; n < choices.size(); n++) {
            choices.get(n)
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(choices.size() - n));
        }
        if (question.locator("input[inputmode=decimal]").count() > 0) {
            question.locator("input[inputmode=decimal]").fill("90");
        } else if (question.locator("input[dir=auto]").count() > 0) {
            question.locator("input[dir=auto]").fill("write blocker");
        } else if (question.locator("input[type=checkbox]").count() > 0) {
            question.locator("input[type=checkbox]").first().check();
            question.locator("input[type=checkbox]").last().check();
        } else if (choices.isEmpty()) {
            question.locator("input[type=radio]").first().check();
        }
    }

    private void certificate(Screen ben, Page page) {
        String file = Eventually.find("the certificate as a file", () -> {
            ben.go("/certificates");
            Locator one = page.locator(".course a").first();
            if (one.count() == 0) {
                return Optional.empty();
            }
            one.click();
            Locator link = page.locator(".head a.button.primary");
            return link.count() == 0 ? Optional.empty() : Optional.ofNullable(link.getAttribute("href"));
        });
        assertThat(cast.ben().get(file).ok().bytes()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void oneComesInWithAKey() {
        CourseFixture course = course("With a key").byKey("open sesame").publish();
        try (Screen ben = Screen.of(cast.ben()).phone().withoutScript()) {
            Page page = ben.go(course.catalogue());
            page.locator("#key").fill("wrong");
            page.locator("form[action$='/enrolment'] button").click();
            assertThat(page.locator("#key-error")).isVisible();
            page.locator("#key").fill("open sesame");
            page.locator("form[action$='/enrolment'] button").click();
            page.waitForURL("**/learn/**");
        }
    }

    @Test
    void oneAsksAndIsLetIn() {
        CourseFixture course = course("By approval").byApproval().publish();
        try (Screen ben = Screen.of(cast.ben()).phone().withoutScript();
                Screen ada = Screen.of(cast.ada()).withoutScript()) {
            Page page = ben.go(course.catalogue());
            page.locator("#message").fill("For my work");
            page.locator("form[action$='/enrolment'] button").click();
            assertThat(page.locator("form[action$='/enrolment/end'] button")).isVisible();

            Page learners = ada.go(course.learners() + "?state=requested");
            learners.locator("input[name=ids]").first().check();
            learners.locator("button[value=admit]").click();
            learners.locator("form[action$='/selection/admit'] button.primary").click();

            ben.go(course.learn("Read this"));
            assertThat(page.locator(".prose")).containsText("volatile");
        }
    }
}
