package org.cybox.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.cybox.courses.CourseFixture;
import org.cybox.identity.TestSessions;
import org.cybox.testing.Cast;
import org.cybox.testing.Line;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Learning and a test on a phone at 50 kbit/s, 800 ms there and back, one segment of twenty lost, with the network gone in
 * the middle. What is asserted is what arrives and what it weighs; how long it took is printed only.
 */
@Execution(ExecutionMode.CONCURRENT)
class SlowLineTest {

    private static final int FIRST_VISIT = 60_000;
    private static final int NEXT_PAGE = 15_000;
    private static final int REQUESTS_OF_A_FIRST_VISIT = 9;
    private static final String PASSWORD = "correct horse battery";
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(40_000);

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Evidence on a bad line")
            .page("Read first", "button", "<p>Electronic evidence is volatile.</p>".repeat(60))
            .block(
                    "Test",
                    "test",
                    "submit",
                    new TestContent(
                                    "practice",
                                    null,
                                    30,
                                    1,
                                    50,
                                    false,
                                    false,
                                    2,
                                    "afterSubmit",
                                    List.of(
                                            Questions.trueFalse("q1"),
                                            Questions.single("q2"),
                                            Questions.numeric("q3"),
                                            Questions.ordering("q4")))
                            .json())
            .publish();
    private final StringBuilder log = new StringBuilder();
    private long since = System.nanoTime();

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void nothingIsLostOnABadLineWithAnInterruption(String language) {
        TestSessions.password(cast.program(), cast.ben().account(), PASSWORD);
        var stranger = org.cybox.testing.Browser.stranger(
                        cast.program(), cast.space().address())
                .reading(language);
        try (Line line = Line.poor(cast.program(), 50);
                Screen ben = Screen.of(stranger).phone().reading(language).over(line)) {
            Page page = signIn(ben);
            read(ben, page);
            String test = "/tests/" + course.block("Test");
            ben.go("/learn/" + course.id() + test);
            weigh(ben, "test", NEXT_PAGE);
            // An impatient finger: twice on the button that begins.
            page.locator("form[action$='/attempts'] button").dblclick();
            page.waitForURL("**/attempts/**");
            Locator state = page.locator("[data-state]");
            assertThat(state).hasClass(java.util.regex.Pattern.compile("saved"));
            weighAttempt(ben);
            answer(ben, page, state, line);
            assertThat(page.locator(".score strong")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", language);
        } finally {
            System.out.println("On a line of 50 kbit/s, 800 ms, 5 % loss, " + language + ":\n" + log);
        }
        Attempt attempt = onlyAttempt();
        assertThat(attempt.submittedAt()).isNotNull();
        var answers = cast.in(() -> Program.bean(Attempts.class).answers(attempt));
        assertThat(answers.get("q1").given()).isEqualTo(Given.of("true"));
        assertThat(answers.get("q2").given().values()).hasSize(1);
        assertThat(answers.get("q3").given()).isEqualTo(Given.of("90"));
        assertThat(answers.get("q4").given().values()).hasSize(4);
    }

    private Page signIn(Screen ben) {
        Page page = ben.go("/");
        List<String> first = weigh(ben, "front page, first visit", FIRST_VISIT);
        assertThat(first).hasSizeLessThanOrEqualTo(REQUESTS_OF_A_FIRST_VISIT);
        page.locator(".hero a[href^='/sign-in']").click();
        page.waitForURL("**/sign-in?space=*");
        assertThat(weigh(ben, "sign-in, first visit of that host", FIRST_VISIT))
                .hasSizeLessThanOrEqualTo(REQUESTS_OF_A_FIRST_VISIT + 1);
        page.locator("#sign").fill("ben@" + cast.space().slug() + ".example");
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button.primary").click();
        page.waitForURL(cast.space().address() + "/**");
        List<String> back = weigh(ben, "signed in", NEXT_PAGE);
        assertThat(back.stream().filter(one -> one.contains("/static/"))).isEmpty();
        return page;
    }

    private void read(Screen ben, Page page) {
        ben.go("/catalogue");
        weigh(ben, "catalogue", NEXT_PAGE);
        page.locator(".course a").first().click();
        page.waitForURL("**" + course.catalogue());
        weigh(ben, "course in the catalogue", NEXT_PAGE);
        page.locator("form[action$='/enrolment'] button").click();
        page.waitForURL("**/learn/**");
        weigh(ben, "enrolled", NEXT_PAGE);
        ben.go(course.learn("Read first"));
        assertThat(page.locator(".prose")).containsText("volatile");
        weigh(ben, "lesson", NEXT_PAGE);
        page.locator("form[action$='/completion'] button").click();
        page.waitForURL("**/learn/**");
        weigh(ben, "lesson done", NEXT_PAGE);
    }

    private void answer(Screen ben, Page page, Locator state, Line line) {
        String saved = state.textContent();
        page.locator("[data-question=q1] input[value=true]").check();
        assertThat(state).hasText(saved, PATIENTLY);

        line.cut();
        page.locator("[data-question=q2] input[type=radio]").first().check();
        assertThat(state).hasClass(java.util.regex.Pattern.compile("waiting"));
        assertThat(page.locator("[data-offline]")).isVisible();
        page.locator("form#answers button.primary").click();
        page.locator("[data-question=q3] input[name='a.q3']").fill("90");
        assertThat(state).containsText(java.util.regex.Pattern.compile("[2٢]"));
        assertThat(cast.in(() -> Program.bean(Attempts.class).answers(onlyAttempt())))
                .containsOnlyKeys("q1");
        note("without a network", 0, 0);

        line.mend();
        assertThat(state).hasText(saved, PATIENTLY);
        assertThat(page.locator("[data-offline]")).isHidden();
        page.locator("[data-question=q4] [data-move=down]").first().click();
        assertThat(state).hasText(saved, PATIENTLY);
        weigh(ben, "answers", NEXT_PAGE);
        page.locator("form#answers button.primary").click();
        page.waitForURL("**/review");
        weigh(ben, "look over it all", NEXT_PAGE);
        page.locator("form[action$='/submission'] button.primary").click();
        page.waitForURL("**/result");
        weigh(ben, "result", NEXT_PAGE);
        note("segments sent again: " + line.lost() + ", connections: " + line.connections(), 0, 0);
    }

    private Attempt onlyAttempt() {
        return cast.in(() -> {
            List<Attempt> attempts = Program.bean(AttemptStore.class)
                    .of(course.enrolment(cast.ben().person()).id(), course.block("Test"));
            assertThat(attempts).hasSize(1);
            return attempts.getFirst();
        });
    }

    /** The other pages of the test come behind the first one, to be there when the network is not: each a page of its own. */
    private void weighAttempt(Screen ben) {
        List<String> fetched = ben.fetched();
        List<String> ahead =
                fetched.stream().filter(one -> one.contains("?page=")).toList();
        assertThat(ahead).hasSize(1);
        weigh("attempt", fetched.stream().filter(one -> !ahead.contains(one)).toList(), NEXT_PAGE);
        weigh("attempt, second page", ahead, NEXT_PAGE);
    }

    private List<String> weigh(Screen ben, String what, int most) {
        return weigh(what, ben.fetched(), most);
    }

    private List<String> weigh(String what, List<String> fetched, int most) {
        int bytes = fetched.stream()
                .mapToInt(one -> Integer.parseInt(one.substring(one.lastIndexOf(' ') + 1)))
                .sum();
        note(what, fetched.size(), bytes);
        assertThat(bytes)
                .as("%s:\n%s", what, String.join("\n", fetched))
                .isPositive()
                .isLessThanOrEqualTo(most);
        return fetched;
    }

    private void note(String what, int requests, long bytes) {
        long now = System.nanoTime();
        log.append("  %-48s %2d requests %6d bytes %5.1f s%n".formatted(what, requests, bytes, (now - since) / 1e9));
        since = now;
    }
}
