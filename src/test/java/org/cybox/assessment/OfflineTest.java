package org.cybox.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

/** A test on a phone whose network comes and goes. */
class OfflineTest {

    private final Cast cast = Cast.open();
    private final TestCourse course = TestCourse.in(cast);
    private final UUID block = course.test(
            new TestContent(
                    "practice",
                    null,
                    30,
                    null,
                    50,
                    false,
                    false,
                    1,
                    "afterSubmit",
                    List.of(Questions.trueFalse("q1"), Questions.numeric("q2"), Questions.ordering("q3"))),
            "submit");

    private java.util.Map<String, Answer> answers() {
        return cast.in(() -> {
            Attempt attempt = Program.bean(AttemptStore.class)
                    .of(course.enrolment(cast.ben()), block)
                    .getFirst();
            return Program.bean(Attempts.class).answers(attempt);
        });
    }

    @Test
    void answersOutliveASessionThatEndsInTheMiddle() {
        course.publish().enrol(cast.ben());
        try (Screen ben = Screen.of(cast.ben()).phone()) {
            Page page = ben.go(course.path(block));
            page.locator("form[action$='/attempts'] button").click();
            Locator state = page.locator("[data-state]");
            assertThat(state).hasText("All answers are saved");
            cast.ben().post("/sign-out").is(303);

            page.locator("[data-question=q1] input[value=true]").check();
            assertThat(page.locator("[data-signed-out]")).isVisible();
            Axe.check(page);
            ben.fits();
            assertThat(answers()).isEmpty();

            cast.ben().signIn();
            String session = cast.ben().cookies(cast.space().address()).get("__Host-session");
            ben.context()
                    .addCookies(List.of(new Cookie("__Host-session", session)
                            .setUrl("https://"
                                    + URI.create(cast.space().address()).getHost())
                            .setSecure(true)));
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(state).hasText("All answers are saved");
            assertThat(answers().get("q1").given()).isEqualTo(Given.of("true"));
        }
    }

    @Test
    void answersWaitOnThePhoneAndAreSentWhenTheNetworkReturns() {
        course.publish().enrol(cast.ben());
        try (Screen ben = Screen.of(cast.ben()).phone().reading("ar")) {
            Page page = ben.go(course.path(block));
            page.locator("form[action$='/attempts'] button").click();
            Locator state = page.locator("[data-state]");
            assertThat(state).hasText("جميع الإجابات محفوظة");
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            Axe.check(page);
            ben.fits();

            ben.context().setOffline(true);
            page.locator("[data-question=q1] input[value=true]").check();
            assertThat(state).hasText("بانتظار الإرسال: 1");
            page.locator("form#answers button.primary").click();
            page.locator("[data-question=q2] input[name='a.q2']").fill("٩٠");
            assertThat(state).hasText("بانتظار الإرسال: 2");
            assertThat(answers()).isEmpty();

            ben.context().setOffline(false);
            assertThat(state).hasText("جميع الإجابات محفوظة");
            assertThat(answers().get("q1").given()).isEqualTo(Given.of("true"));
            assertThat(answers().get("q2").given()).isEqualTo(Given.of("٩٠"));

            page.locator("form#answers button.primary").click();
            page.locator("[data-question=q3] [data-move=down]").first().click();
            assertThat(state).hasText("جميع الإجابات محفوظة");
            page.locator("form#answers button.primary").click();
            page.waitForURL("**/review");
            page.locator("form[action$='/submission'] button.primary").click();
            page.waitForURL("**/result");
            Axe.check(page);
            ben.fits();
        }
    }

    @Test
    void aPageThatIsHereTurnsWithoutARoundTripAndTheWayBackLeadsBack() {
        course.publish().enrol(cast.ben());
        try (Screen ben = Screen.of(cast.ben()).phone()) {
            Page page = ben.go(course.path(block));
            page.locator("form[action$='/attempts'] button").click();
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            ben.fetched();

            page.locator("form#answers button.primary").click();
            assertThat(page.locator("[data-question=q2]")).isVisible();
            assertThat(page.locator("#answers button[value=back]")).isVisible();
            assertThat(page.url()).endsWith("?page=2");
            assertThat(ben.fetched()).isEmpty();

            page.goBack();
            assertThat(page.locator("[data-question=q1]")).isVisible();
            assertThat(page.locator("[data-question=q2]")).isHidden();
            page.locator(".dots button").last().click();
            assertThat(page.locator("[data-question=q3] [data-move=down]").first())
                    .isVisible();
            page.reload();
            assertThat(page.locator("[data-question=q3]")).isVisible();
            ben.quiet();
        }
    }
}
