package org.cybox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.platform.data.Work;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final String PASSWORD = "correct horse battery";

    private final Cast cast = Cast.open();
    private final String bare = cast.program().address();
    private final String sign = "ben@" + cast.space().slug() + ".example";

    @BeforeEach
    void benHasAPassword() {
        Program.bean(Work.class)
                .doInWorld(() ->
                        Program.bean(Accounts.class).setPassword(cast.ben().account(), PASSWORD));
    }

    @Test
    void aSharedComputerKeepsNothing() {
        Browser library = Browser.stranger(cast.program(), cast.space().address());
        Answer sent = library.get("/sign-in?to=/me")
                .follow()
                .form("/sign-in")
                .set("sign", sign)
                .set("password", PASSWORD)
                .set("shared", "true")
                .submit();
        Answer there = library.get(sent.location());
        assertThat(there.headers("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-session=") && !cookie.contains("Max-Age"));
        Answer page = library.get("/me").ok().has("Shared computer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(library.post("/sign-out").is(303).header("Clear-Site-Data")).contains("storage");
        assertThat(library.get("/me").status()).isEqualTo(303);
    }

    @Test
    void onesOtherSessionsAreSeenAndEnded() {
        Browser phone = signedIn();
        Browser office = signedIn();
        Answer page = office.get(bare + "/me").ok();
        assertThat(page.all("form[action$=/end]")).hasSizeGreaterThanOrEqualTo(2);

        page.form("end-others").submit().is(303);

        assertThat(phone.get(bare + "/me").status()).isEqualTo(303);
        assertThat(cast.ben().get("/me").status()).isEqualTo(303);
        assertThat(office.get(bare + "/me").ok().all("form[action$=/end]")).isEmpty();
    }

    @Test
    void anothersSessionCannotBeEnded() {
        Browser phone = signedIn();
        String mine = signedIn().get(bare + "/me").one("form[action$=/end]").attr("action");
        cast.mallory().post(mine).is(303);
        phone.get(bare + "/me").ok();
    }

    @Test
    void aNewPasswordNeedsTheOldOne() {
        Answer page = cast.ben().get("/me").ok();
        page.form("/me/password")
                .set("old", "not my password")
                .set("password", "quite another password")
                .submit()
                .is(422)
                .has("not your present password");
        page.form("/me/password")
                .set("old", PASSWORD)
                .set("password", "quite another password")
                .submit()
                .is(303);
        cast.ben().get("/me").ok();
        Browser.stranger(cast.program(), bare)
                .get("/sign-in")
                .form("/sign-in")
                .set("sign", sign)
                .set("password", PASSWORD)
                .submit()
                .is(422);
    }

    @Test
    void theLanguageOfAnAccountIsThatOfItsPagesAtEveryHost() {
        cast.ben()
                .get("/me")
                .form("/me/language")
                .set("language", "fr")
                .submit()
                .is(303);
        Browser elsewhere = signedIn();
        assertThat(elsewhere.get(bare + "/me").ok().one("html").attr("lang")).isEqualTo("fr");
    }

    @Test
    void theSwitcherKnowsOnlyOnesOwnSpaces() {
        Browser ben = signedIn();
        ben.get(bare + "/spaces").ok().has("Academy").hasNot(cast.elsewhere().address());
        Browser.stranger(cast.program(), bare).get("/spaces").is(303);
    }

    private Browser signedIn() {
        Browser browser = Browser.stranger(cast.program(), bare);
        browser.get("/sign-in")
                .form("/sign-in")
                .set("sign", sign)
                .set("password", PASSWORD)
                .submit()
                .is(303);
        return browser;
    }
}
