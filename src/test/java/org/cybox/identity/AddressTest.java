package org.cybox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.people.People;
import org.cybox.platform.data.Work;
import org.cybox.platform.mail.Outbox;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Mailbox;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;

/** Another e-mail address for an account, or the first one. */
class AddressTest {

    private static final String PASSWORD = "correct horse battery";

    private final Cast cast = Cast.open();
    private final String bare = cast.program().address();
    private final String old = "ben@" + cast.space().slug() + ".example";
    private final String fresh = "benjamin@" + cast.space().slug() + ".example";

    @Test
    void theNewAddressIsUsedWhenItsOwnerPressesTheButton() {
        withPassword();
        ask(cast.ben(), fresh, PASSWORD).ok().has(fresh);
        String link = Mailbox.link(cast.program(), fresh, "/email?code=");
        letter(old, "Another e-mail address was asked for");

        Browser scanner = Browser.stranger(cast.program(), bare);
        for (int n = 0; n < 3; n++) {
            scanner.get(link).ok().has(fresh);
        }
        assertThat(account().email()).as("opening does nothing").isEqualTo(old);

        scanner.get(link).form("form[action=/email]").submit().follow().ok().has(fresh);
        assertThat(account().email()).isEqualTo(fresh);
        assertThat(letter(old, "Your e-mail address was changed").text()).contains(fresh);
        scanner.get(link).ok().has("used already");
        scanner.post("/email", "code", Mailbox.code(link)).ok().has("used already");
        signIn(old).is(422);
        signIn(fresh).is(303);
    }

    @Test
    void everySpaceLearnsTheNewAddress() {
        withPassword();
        cast.run(() -> {
            People people = Program.bean(People.class);
            assertThat(people.get(cast.ben().person()).email()).isEqualTo(old);
        });
        Program.bean(Work.class)
                .doInTenant(
                        cast.elsewhere().id(),
                        () -> Program.bean(People.class).add(old, "Ben Learner", "", Role.LEARNER, "en"));

        change(fresh);

        Eventually.isTrue(
                "both spaces have it",
                () -> cast.in(() -> Program.bean(People.class).byEmail(fresh)).isPresent()
                        && Program.bean(Work.class)
                                .inTenant(
                                        cast.elsewhere().id(),
                                        () -> Program.bean(People.class).byEmail(fresh))
                                .isPresent());
        assertThat(cast.in(() -> Program.bean(People.class).byEmail(old))).isEmpty();
        cast.chi().get("/people/" + cast.ben().person()).ok().has(fresh).has("e-mail address changed by themselves");
    }

    @Test
    void anOpenInvitationFollowsTheAddress() {
        withPassword();
        cast.mallory()
                .get("/people/new")
                .form("/people/new")
                .set("email", old)
                .set("name", "Ben Learner")
                .set("role", "learner")
                .submit()
                .is(303);
        change(fresh);
        Eventually.isTrue(
                "the invitation has it",
                () -> Program.bean(Work.class)
                        .inTenant(
                                cast.elsewhere().id(),
                                () -> Program.bean(People.class).byEmail(fresh).isPresent()));
        String link = Mailbox.link(cast.program(), old, "/invitation");
        cast.ben().get(link).ok().form("/invitation").submit().is(303);
    }

    @Test
    void whetherTheAddressBelongsToSomebodyIsNotTold() {
        withPassword();
        String taken = "ada@" + cast.space().slug() + ".example";
        String known = ask(cast.ben(), taken, PASSWORD).ok().one("main").text().replace(taken, "X");
        String unknown =
                ask(cast.ben(), fresh, PASSWORD).ok().one("main").text().replace(fresh, "X");
        assertThat(unknown).isEqualTo(known);

        assertThat(letter(taken, "Your e-mail address has an account already").text())
                .doesNotContain("/email?code=");
        assertThat(account().email()).isEqualTo(old);
    }

    @Test
    void thePasswordIsAskedFor() {
        withPassword();
        Answer wrong = ask(cast.ben(), fresh, "not my password").is(422).has("not your present password");
        assertThat(wrong.form("/me/email").value("email")).isEqualTo(fresh);
        ask(cast.ben(), "no address", PASSWORD).is(422).has("is not an e-mail address");
        ask(cast.ben(), old.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                .is(422)
                .has("present address");
        assertThat(Mailbox.letters(cast.program(), fresh)).isEmpty();
        cast.stranger().get("/me/email").is(303);
        cast.stranger().post("/me/email", "email", fresh, "password", PASSWORD).is(401);
    }

    @Test
    void whoHasNoPasswordProvesTheAccountByALinkToThePresentAddress() {
        Answer page = cast.ben().get("/me/email").ok();
        assertThat(page.all("input[name=email]")).isEmpty();
        cast.ben().post("/me/email", "email", fresh).is(422).has("too old");

        page.form("/me/email/proof").submit().ok().has(old);
        String link = Mailbox.link(cast.program(), old, "/me/email?proof=");

        Answer form = cast.ben().get(link.replace(bare, cast.space().address())).ok();
        form.form("form[action=/me/email]").set("email", fresh).submit().ok().has(fresh);
        assertThat(Mailbox.link(cast.program(), fresh, "/email?code=")).isNotBlank();
        form.form("form[action=/me/email]")
                .set("email", "x" + fresh)
                .submit()
                .is(422)
                .has("used already");
        Answer ada = cast.ada().get(link.replace(bare, cast.space().address())).ok();
        assertThat(ada.all("input[name=email]")).as("another's proof").isEmpty();
    }

    @Test
    void anOfficerWithoutEmailAddsAnAddressAndThenSignsInWithEither() {
        String username = "o" + cast.space().slug();
        Account officer = Program.bean(Work.class).inWorld(() -> {
            Account made = Program.bean(Accounts.class).withUsername(username, "Officer One", "fr");
            Program.bean(Accounts.class).setPassword(made.id(), PASSWORD);
            return made;
        });
        Browser there = Browser.stranger(cast.program(), bare);
        there.get("/sign-in")
                .form("/sign-in")
                .set("sign", username)
                .set("password", PASSWORD)
                .submit()
                .is(303);
        Answer page = there.get("/me").ok().click("/me/email");
        page.form("form[action=/me/email]")
                .set("email", fresh)
                .set("password", PASSWORD)
                .submit()
                .ok()
                .has(fresh);
        String link = Mailbox.link(cast.program(), fresh, "/email?code=");
        assertThat(Mailbox.letters(cast.program(), fresh).getFirst().language()).isEqualTo("fr");
        there.get(link).form("form[action=/email]").submit().follow().ok();
        there.get("/me").ok().has(fresh);
        signIn(fresh).is(303);
        signIn(username).is(303);
        assertThat(Program.bean(Work.class)
                        .inWorld(() -> Program.bean(Accounts.class).get(officer.id()))
                        .emailConfirmedAt())
                .isNotNull();
    }

    @Test
    void otherDevicesAreSignedOut() {
        withPassword();
        Browser phone = Browser.stranger(cast.program(), bare);
        phone.get("/sign-in")
                .form("/sign-in")
                .set("sign", old)
                .set("password", PASSWORD)
                .submit()
                .is(303);
        change(fresh);
        assertThat(phone.get("/me").status()).isEqualTo(303);
        cast.ben().get("/me").ok().has(fresh);
    }

    @Test
    void linksThatWentToTheOldAddressStopWorking() {
        withPassword();
        Browser somebody = Browser.stranger(cast.program(), bare);
        somebody.get("/sign-in/link")
                .form("/sign-in/link")
                .set("email", old)
                .submit()
                .ok();
        String link = Mailbox.link(cast.program(), old, "/sign-in/by-link");
        change(fresh);
        somebody.get(link).ok().has("used already");
    }

    @Test
    void twoWishesForOneAddressGiveItToOneOnly() {
        withPassword();
        ask(cast.ben(), fresh, PASSWORD).ok();
        String bens = Mailbox.link(cast.program(), fresh, "/email?code=");
        Program.bean(Work.class).doInWorld(() -> Program.bean(Accounts.class).withEmail(fresh, "Somebody Else", "en"));
        Browser.stranger(cast.program(), bare)
                .get(bens)
                .form("form[action=/email]")
                .submit()
                .ok()
                .has("cannot be used any more");
        assertThat(account().email()).isEqualTo(old);
    }

    @Test
    void askingIsLimited() {
        withPassword();
        for (int n = 0; n < 3; n++) {
            ask(cast.ben(), n + fresh, PASSWORD).ok();
        }
        Answer limited = ask(cast.ben(), "last" + fresh, PASSWORD).is(429).has("several times already");
        assertThat(limited.header("Retry-After")).isEqualTo("900");
        assertThat(limited.form("form[action=/me/email]").value("email")).isEqualTo("last" + fresh);
    }

    private void withPassword() {
        Program.bean(Work.class)
                .doInWorld(() ->
                        Program.bean(Accounts.class).setPassword(cast.ben().account(), PASSWORD));
    }

    private void change(String to) {
        ask(cast.ben(), to, PASSWORD).ok();
        String link = Mailbox.link(cast.program(), to, "/email?code=");
        Browser.stranger(cast.program(), bare)
                .get(link)
                .form("form[action=/email]")
                .submit()
                .is(303);
    }

    private static Answer ask(Browser person, String email, String password) {
        return person.get("/me/email")
                .ok()
                .form("form[action=/me/email]")
                .set("email", email)
                .set("password", password)
                .submit();
    }

    private Answer signIn(String sign) {
        return Browser.stranger(cast.program(), bare)
                .get("/sign-in")
                .form("/sign-in")
                .set("sign", sign)
                .set("password", PASSWORD)
                .submit();
    }

    private Account account() {
        return Program.bean(Work.class)
                .inWorld(() -> Program.bean(Accounts.class).get(cast.ben().account()));
    }

    private Outbox.Message letter(String to, String subject) {
        return Eventually.find(
                "“" + subject + "” to " + to,
                () -> Mailbox.letters(cast.program(), to).stream()
                        .filter(message -> message.subject().equals(subject))
                        .findFirst());
    }
}
