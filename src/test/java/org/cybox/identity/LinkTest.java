package org.cybox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Work;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Mailbox;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LinkTest {

    private final Cast cast = Cast.open();
    private final String bare = cast.program().address();
    private final Browser somebody = Browser.stranger(cast.program(), bare);
    private final String ben = "ben@" + cast.space().slug() + ".example";

    @Test
    void aMailedLinkLeadsToAButtonThatSignsInOnce() {
        ask("/sign-in/link", ben).ok().has(ben);
        String link = Mailbox.link(cast.program(), ben, "/sign-in/by-link");

        for (int scanner = 0; scanner < 3; scanner++) {
            somebody.get(link).ok();
        }
        assertThat(somebody.cookies(bare)).doesNotContainKey("__Host-session");

        Answer there = somebody.get(link).form("/sign-in/by-link").submit().follow();
        assertThat(there.address()).startsWith(cast.space().address());
        assertThat(somebody.cookies(cast.space().address())).containsKey("__Host-session");

        Browser thief = Browser.stranger(cast.program(), bare);
        thief.get(link).ok().has("used already");
        thief.post("/sign-in/by-link", "code", Mailbox.code(link)).ok();
        assertThat(thief.cookies(bare)).doesNotContainKey("__Host-session");
    }

    @Test
    void anOldLinkSignsNobodyIn() {
        ask("/sign-in/link", ben).ok();
        String link = Mailbox.link(cast.program(), ben, "/sign-in/by-link");
        Program.bean(Work.class)
                .inWorld(() -> Program.bean(JdbcClient.class)
                        .sql(
                                "update identity.one_time_code set expires_at = now() - interval '1 second' where account_id = :id")
                        .param("id", cast.ben().account())
                        .update());
        somebody.post("/sign-in/by-link", "code", Mailbox.code(link)).ok().has("too old");
        assertThat(somebody.cookies(bare)).doesNotContainKey("__Host-session");
    }

    @Test
    void whoHasNoAccountHearsTheSame() {
        String nobody = "nobody" + Ids.next() + "@court.example";
        String known = ask("/sign-in/link", ben).ok().one("main").text().replace(ben, "X");
        String unknown = ask("/sign-in/link", nobody).ok().one("main").text().replace(nobody, "X");
        assertThat(unknown).isEqualTo(known);

        String reset = ask("/password/forgotten", ben).ok().one("main").text().replace(ben, "X");
        String noReset =
                ask("/password/forgotten", nobody).ok().one("main").text().replace(nobody, "X");
        assertThat(noReset).isEqualTo(reset);
        Mailbox.link(cast.program(), ben, "/password/new");
        assertThat(Mailbox.letters(cast.program(), nobody)).isEmpty();
    }

    @Test
    void lettersAreLimitedForAnyAddress() {
        for (String address : new String[] {ben, "nobody" + Ids.next() + "@court.example"}) {
            for (int n = 0; n < 3; n++) {
                ask("/sign-in/link", address).ok();
            }
            ask("/sign-in/link", address).is(429).has("several times already");
        }
    }

    @Test
    void aResetSetsANewPasswordAndEndsOtherSessions() {
        cast.ben().get("/me").ok();
        ask("/password/forgotten", ben).ok();
        String link = Mailbox.link(cast.program(), ben, "/password/new");
        Answer form = somebody.get(link).ok();
        form.form("/password/new").set("password", "short").submit().is(422).has("at least 12");
        form.form("/password/new").set("password", ben).submit().is(422);
        form.form("/password/new")
                .set("password", "a quite new password")
                .submit()
                .is(303);
        assertThat(somebody.cookies(bare)).containsKey("__Host-session");

        assertThat(cast.ben().get("/me").status()).isEqualTo(303);
        somebody.get(link).ok().has("used already");

        Browser again = Browser.stranger(cast.program(), bare);
        again.get("/sign-in")
                .form("/sign-in")
                .set("sign", ben)
                .set("password", "a quite new password")
                .submit()
                .is(303);
        assertThat(again.cookies(bare)).containsKey("__Host-session");
    }

    @Test
    void aLinkOfAnotherKindIsNoUse() {
        ask("/sign-in/link", ben).ok();
        String code = Mailbox.code(Mailbox.link(cast.program(), ben, "/sign-in/by-link"));
        somebody.post("/password/new", "code", code, "password", "a quite new password")
                .ok()
                .has("used already");
        somebody.post("/invitation", "code", code, "password", "a quite new password")
                .ok();
        assertThat(somebody.cookies(bare)).doesNotContainKey("__Host-session");
    }

    @Test
    void theWayBackNeverLeavesOurHosts() {
        for (String to : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/sign-in"}) {
            assertThat(Way.local(to)).isEqualTo("/");
        }
        assertThat(Way.read("own:academy:/me")).isEqualTo(new Way("academy", "/me", false));
        assertThat(Way.read("rubbish")).isEqualTo(new Way("", "/", false));
    }

    private Answer ask(String path, String email) {
        return somebody.get(path + "?space=" + cast.space().slug() + "&to=/brand.css")
                .form(path)
                .set("email", email)
                .submit();
    }
}
