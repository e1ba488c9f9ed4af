package org.cybox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The tools of the tests work themselves: a page with faults is found faulty, a session is a session. */
class ScreenTest {

    private final Cast cast = Cast.open();

    @Test
    void theSignInPageIsAccessibleInArabicOnAPhone() {
        try (Screen stranger = Screen.of(cast.stranger()).phone().reading("ar")) {
            Page page = stranger.go("/sign-in");
            assertThat(page.url()).startsWith(cast.program().address());
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
            Axe.check(page);
            stranger.fits();
            stranger.quiet();
        }
    }

    @Test
    void aFaultIsFound() {
        try (Screen screen = Screen.of(cast.stranger())) {
            screen.go("/sign-in").setContent("<html><body><img src='/x.png'><input></body></html>");
            assertThat(Axe.findings(screen.page()))
                    .extracting(rule -> rule.getId())
                    .contains("image-alt", "label");
        }
    }

    @Test
    void theSessionOfATestIsTheSessionOfItsScreen() {
        try (Screen ben = Screen.of(cast.ben())) {
            ben.go("/sign-in?to=/brand.css");
            assertThat(ben.page().url()).isEqualTo(cast.space().address() + "/brand.css");
        }
    }

    @Test
    void bytesAreCounted() {
        try (Screen stranger = Screen.of(cast.stranger())) {
            stranger.go("/sign-in");
            assertThat(stranger.bytes()).isBetween(2_000L, 60_000L);
        }
    }
}
