package org.cybox.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.junit.jupiter.api.Test;

class FrontTest {

    private final Cast cast = Cast.open();

    @Test
    void theBareHostSaysWhatThisIsAndWhoIsHere() {
        Browser stranger = Browser.stranger(cast.program(), cast.program().address());
        stranger.get("/").ok().has("cybercrime and electronic evidence").has("Academy");
        assertThat(stranger.get("/?lang=ar").ok().one("html").attr("dir")).isEqualTo("rtl");
    }

    /** Each test opens institutions of its own, so there are more than one page of them at some time. */
    @Test
    void institutionsComePageByPageAndAreFound() {
        for (int n = 0; n < 25; n++) {
            Cast.open();
        }
        Browser stranger = Browser.stranger(cast.program(), cast.program().address());
        Set<String> seen = new HashSet<>();
        String next = "/";
        while (!next.isEmpty()) {
            Answer page = stranger.get(next).ok();
            List<String> here = page.all("ul.spaces a").stream()
                    .map(link -> link.attr("href"))
                    .toList();
            assertThat(here).hasSizeLessThanOrEqualTo(48).doesNotHaveDuplicates();
            assertThat(seen).doesNotContainAnyElementsOf(here);
            seen.addAll(here);
            next = page.all("a[rel=next]").stream()
                    .map(link -> link.attr("href"))
                    .findFirst()
                    .orElse("");
        }
        assertThat(seen).contains(cast.space().address() + "/");
        Answer found = stranger.get("/?q=" + cast.space().slug()).ok();
        assertThat(found.all("ul.spaces a")).hasSize(1);
        stranger.get("/?q=nothing+like+this").ok().has("No institution is called that");
    }

    @Test
    void aStrangerIsWelcomedAndAMemberGoesOn() {
        cast.stranger().get("/").ok().has("Sign in");
        assertThat(cast.ben().get("/").is(303).location()).isEqualTo("/learn");
        assertThat(cast.ada().get("/").is(303).location()).isEqualTo("/learn");
    }

    @Test
    void aForgedHostFindsNoSpace() {
        cast.ben().with("Host", "evil.example").get("/").is(421);
    }
}
