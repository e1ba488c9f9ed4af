package org.cybox.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.platform.data.Work;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Mailbox;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

/** Changing one's address by keyboard, on a phone, in Arabic and without script. */
class AddressScreenTest {

    private static final String PASSWORD = "correct horse battery";

    private final Cast cast = Cast.open();
    private final String fresh = "benjamin@" + cast.space().slug() + ".example";

    @Test
    void anAddressIsChangedWithoutScript() {
        Program.bean(Work.class)
                .doInWorld(() ->
                        Program.bean(Accounts.class).setPassword(cast.ben().account(), PASSWORD));
        look(Screen.of(cast.ben()), "/me", "account");
        look(Screen.of(cast.ben()), "/me/email", "address");
        look(Screen.of(cast.ben()).phone().reading("ar"), "/me/email", "address-ar-phone");
        look(Screen.of(cast.ben()).phone().dark().reading("fr"), "/me/email", "address-fr-dark");
        try (Screen ben = Screen.of(cast.ben()).phone().reading("ar").withoutScript()) {
            ben.go("/me/email").fill("#email", fresh);
            ben.page().fill("#old", "not the password");
            ben.page().keyboard().press("Enter");
            ben.page().waitForSelector("#old-error");
            ben.picture("address-wrong-ar-phone");
            assertThat(ben.page().inputValue("#email")).isEqualTo(fresh);
            ben.page().fill("#old", PASSWORD);
            ben.page().keyboard().press("Enter");
            ben.page().waitForSelector(".notice.success");
            ben.picture("address-sent-ar-phone");
            ben.fits();
        }
        String link = Mailbox.link(cast.program(), fresh, "/email?code=");
        Browser mail = Browser.stranger(cast.program(), cast.program().address());
        look(Screen.of(mail), link, "address-confirm");
        look(Screen.of(mail).phone().reading("ar"), link, "address-confirm-ar-phone");
        look(Screen.of(mail).phone().reading("ar"), "/email?code=old", "address-stale-ar-phone");
        try (Screen letter = Screen.of(mail).phone()) {
            letter.page()
                    .setContent(
                            Mailbox.letters(cast.program(), fresh).getFirst().html());
            letter.picture("address-mail-phone");
            letter.fits();
        }
    }

    @Test
    void whoHasNoPasswordIsToldHow() {
        look(Screen.of(cast.ben()), "/me/email", "address-prove");
        look(Screen.of(cast.ben()).phone().reading("ar"), "/me/email", "address-prove-ar-phone");
    }

    private static void look(Screen screen, String path, String name) {
        try (screen) {
            screen.go(path);
            screen.picture(name);
            Axe.check(screen.page());
            screen.fits();
            screen.quiet();
        }
    }
}
