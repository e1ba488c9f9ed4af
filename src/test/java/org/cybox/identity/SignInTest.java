package org.cybox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.platform.data.Work;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String PASSWORD = "correct horse battery";

    private final Cast cast = Cast.open();
    private final Browser somebody =
            Browser.stranger(cast.program(), cast.space().address());

    @BeforeEach
    void benHasAPassword() {
        Program.bean(Work.class)
                .doInWorld(() ->
                        Program.bean(Accounts.class).setPassword(cast.ben().account(), PASSWORD));
    }

    @Test
    void aLearnerSignsInAtTheBareHostAndComesBack() {
        Answer form = somebody.get("/sign-in?to=/brand.css").follow().ok();
        assertThat(form.address()).startsWith(cast.program().address() + "/sign-in?");

        Answer back = signIn(form, PASSWORD).follow().ok();

        assertThat(back.address()).isEqualTo(cast.space().address() + "/brand.css");
        assertThat(somebody.cookies(cast.space().address())).containsKey("__Host-session");
        assertThat(somebody.cookies(cast.program().address())).containsKey("__Host-session");
        assertThat(somebody.cookies(cast.space().address()).get("__Host-session"))
                .isNotEqualTo(somebody.cookies(cast.program().address()).get("__Host-session"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressSoundTheSame() {
        Answer form = somebody.get("/sign-in").follow();
        String wrong =
                signIn(form, "not the password").is(422).one("[role=alert]").text();
        String unknown = form.form("/sign-in")
                .set("sign", "nobody@" + cast.space().slug() + ".example")
                .set("password", PASSWORD)
                .submit()
                .is(422)
                .one("[role=alert]")
                .text();
        assertThat(wrong).isEqualTo(unknown).isNotBlank();
    }

    @Test
    void aHandOverCodeIsNoUseToAnotherBrowser() {
        Answer sent = signIn(somebody.get("/sign-in").follow(), PASSWORD).is(303);
        Browser thief = Browser.stranger(cast.program(), cast.space().address());
        thief.get(sent.location());
        assertThat(thief.cookies(cast.space().address())).doesNotContainKey("__Host-session");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        Browser lured = cast.ben().with("Sec-Fetch-Site", "cross-site").with("Origin", "http://evil.example");
        lured.post("/sign-out").is(403);
    }

    @Test
    void signingOutEndsTheSessionAtEveryHost() {
        Answer page = signIn(somebody.get("/sign-in").follow(), PASSWORD).follow();
        assertThat(page.address()).startsWith(cast.space().address());
        String token = somebody.cookies(cast.space().address()).get("__Host-session");
        somebody.post("/sign-out").is(303);

        Browser again = Browser.stranger(cast.program(), cast.space().address());
        again.cookie(cast.space().address(), "__Host-session", token);
        assertThat(again.get("/sign-in").location()).startsWith(cast.program().address());
        assertThat(somebody.get(cast.program().address() + "/sign-in").status()).isEqualTo(200);
    }

    @Test
    void guessingClosesTheAccountForAWhile() {
        Answer form = somebody.get("/sign-in").follow();
        for (int n = 0; n < 5; n++) {
            signIn(form, "wrong guess number " + n).is(422);
        }
        Answer locked = signIn(form, PASSWORD).is(429).has("Too many wrong attempts");
        assertThat(locked.header("Retry-After")).isEqualTo("900");
        assertThat(locked.form("/sign-in").value("sign")).isNotBlank();
    }

    private Answer signIn(Answer form, String password) {
        return form.form("/sign-in")
                .set("sign", "ben@" + cast.space().slug() + ".example")
                .set("password", password)
                .submit();
    }
}
