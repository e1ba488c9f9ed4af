package org.cybox.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

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
