package org.cybox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Fixtures;
import org.cybox.testing.Screen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job in a real browser at 390 pixels: find a course, learn it, get a certificate, have it checked. */
class JourneyTest {

    private final Cast cast = Cast.open();
    private final UUID course = Fixtures.publishedCourse(cast);

    @ParameterizedTest
    @CsvSource({"en,true", "ar,true", "fr,false"})
    void aLearnerFindsLearnsAndIsCertified(String language, boolean script) {
        Screen screen = Screen.of(cast.ben()).phone().reading(language);
        try (Screen ben = script ? screen : screen.withoutScript()) {
            Page page = ben.go("/catalogue");
            look(ben, "catalogue", language, script);
            page.locator(".course a").first().click();
            look(ben, "entry", language, script);
            page.locator("main form button.primary").first().click();

            page.locator(".next a.primary, .next button.primary").first().click();
            assertThat(page.locator(".prose")).containsText("First lesson text");
            look(ben, "lesson", language, script);
            page.locator(".turn a[rel=next]").click();
            assertThat(page.locator(".prose")).containsText("Second lesson text");
            page.locator("main form button.primary").first().click();

            String code = codeOf(page);
            look(ben, "certificate", language, script);
            ben.quiet();
            check(code, language, script);
        }
    }

    private String codeOf(Page page) {
        return Eventually.find("the certificate", () -> {
            page.navigate(cast.ben().home() + "/certificates");
            page.locator(".course a").first().click();
            String text = page.locator("a[href*='/verify/']").first().getAttribute("href");
            return java.util.Optional.of(text.substring(text.lastIndexOf('/') + 1));
        });
    }

    private void check(String code, String language, boolean script) {
        Browser stranger = Browser.stranger(cast.program(), cast.program().address());
        try (Screen anyone = Screen.of(stranger).phone().reading(language)) {
            Page page = anyone.go("/verify/" + code);
            assertThat(page.locator(".seal.genuine")).isVisible();
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("Ben Learner");
            look(anyone, "check", language, script);
        }
    }

    private static void look(Screen screen, String name, String language, boolean script) {
        screen.picture("journey-" + name + "-" + language);
        if (script) {
            Axe.check(screen.page());
        }
    }
}
