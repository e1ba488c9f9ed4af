package org.cybox.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

class NoticeScreenTest {

    private final Cast cast = Cast.open();

    @Test
    void everybodyCanReadTheirNotices() {
        look(Screen.of(cast.ben()), "/notices", "notices-empty");
        for (String number : List.of("1", "3", "12")) {
            tell(cast.ben(), "due", number);
        }
        cast.ben().get("/notices").form(".messages form").submit();
        look(Screen.of(cast.ben()), "/notices", "notices");
        look(Screen.of(cast.ben()).phone().reading("ar"), "/notices", "notices-ar-phone");
        look(Screen.of(cast.ben()).phone().dark().reading("fr"), "/notices", "notices-fr-dark");
    }

    @Test
    void everybodyCanSayHowTheyAreTold() {
        look(Screen.of(cast.ben()), "/notices/settings", "notice-settings");
        look(Screen.of(cast.ben()).phone().reading("ar"), "/notices/settings", "notice-settings-ar-phone");
        try (Screen ben = Screen.of(cast.ben()).withoutScript()) {
            ben.go("/notices/settings").selectOption("#due", "digest");
            ben.page().click(".button.primary");
            assertThat(ben.page().locator("#due").inputValue()).isEqualTo("digest");
        }
    }

    private void tell(Browser person, String kind, String number) {
        Notice notice = new Notice(kind, "notifications.digest", List.of(number), "/notices/settings");
        cast.run(() -> Program.bean(Notifications.class).tell(person.person(), notice));
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
