package org.cybox.operation;

import java.util.List;
import org.cybox.platform.mail.MailLayout;
import org.cybox.platform.mail.MailLayout.Button;
import org.cybox.platform.mail.MailLayout.Letter;
import org.cybox.platform.mail.Mails;
import org.cybox.platform.mail.Outbox;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

class OutboxScreenTest {

    private final Cast cast = Cast.open();

    @Test
    void theOperatorReadsWhatADemonstrationWrote() {
        String to = "ben@" + cast.space().slug() + ".example";
        send(new Letter(
                to,
                "en",
                "Your certificate is ready",
                List.of("Dear Ben,", "you have finished a course."),
                new Button("See the certificate", "/certificates/1")));
        send(new Letter(
                to, "ar", "شهادتك جاهزة", List.of("أكملت الدورة."), new Button("عرض الشهادة", "/certificates/1")));
        Eventually.isTrue("two mails", () -> mine(to).size() == 2);
        look(Screen.of(cast.op()), "/operator/outbox", "outbox");
        look(Screen.of(cast.op()).phone().reading("ar"), "/operator/outbox", "outbox-ar-phone");
        look(Screen.of(cast.op()), "/operator/outbox/" + mine(to).getLast().id(), "letter");
        look(
                Screen.of(cast.op()).phone(),
                "/operator/outbox/" + mine(to).getFirst().id(),
                "letter-ar-phone");
        try (Screen mail = Screen.of(cast.stranger()).phone()) {
            mail.page().setContent(mine(to).getFirst().html());
            mail.picture("mail-ar-phone");
            mail.fits();
        }
    }

    private void send(Letter letter) {
        cast.run(() ->
                Program.bean(Mails.class).send(Program.bean(MailLayout.class).mail(letter)));
    }

    private static List<Outbox.Message> mine(String to) {
        return Program.bean(Outbox.class).list("", 200).stream()
                .filter(message -> message.to().equals(to))
                .toList();
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
