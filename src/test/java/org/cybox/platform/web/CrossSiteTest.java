package org.cybox.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.junit.jupiter.api.Test;

/** Where a request comes from, and at which host it says it is. */
class CrossSiteTest {

    private final Cast cast = Cast.open();
    private int trainers;

    private static Answer forged(Browser browser) {
        return browser.post("/courses", "title", "Forged", "languages", "en", "hours", "1");
    }

    private Browser trainer() {
        return cast.also("Tom" + ++trainers + " Trainer", Role.TRAINER);
    }

    private Answer site(String site) {
        return forged(trainer().with("Sec-Fetch-Site", site));
    }

    /** From a browser of before Fetch Metadata. */
    private Answer origin(String origin) {
        return forged(trainer().without("Sec-Fetch-Site").with("Origin", origin));
    }

    @Test
    void aFormOfAnotherSiteIsRefusedInASentence() {
        site("cross-site").is(403).has("came from another site and was refused");
        site("same-site").is(403);
        origin("https://evil.example").is(403);
        origin("null").is(403);
        cast.ada().get("/courses?state=draft").ok().hasNot("Forged");
        site("same-origin").is(303);
        origin(cast.space().address()).is(303);
    }

    /** Spaces are sisters: what one of them sends to another is from elsewhere, too. */
    @Test
    void aFormOfAnotherSpaceIsRefused() {
        origin(cast.elsewhere().address()).is(403);
        origin(cast.program().address()).is(403);
    }

    @Test
    void aForgedHostFindsNothingAndLeadsNowhere() {
        for (String host :
                new String[] {"evil.example", "evil.localhost", "localhost.evil.example", "x:y@evil.example"}) {
            Answer answer = cast.ada().with("Host", host).get("/courses");
            assertThat(answer.status()).as(host).isIn(400, 421);
            assertThat(answer.body()).doesNotContain(host);
        }
    }

    @Test
    void aForgedForwardedHostIsNotBelieved() {
        Browser stranger = cast.stranger()
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "https")
                .with("Forwarded", "host=evil.example;proto=https");
        assertThat(stranger.get("/courses").is(303).location()).doesNotContain("evil");
        assertThat(stranger.get("/").ok().body()).doesNotContain("evil.example");
    }
}
