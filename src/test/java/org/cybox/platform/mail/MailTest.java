package org.cybox.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.CyboxSettings;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.mail.MailLayout.Button;
import org.cybox.platform.mail.MailLayout.Letter;
import org.cybox.platform.web.SpaceSource;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailTest {

    private static final Progress NOBODY_LOOKS = new Progress() {
        @Override
        public void total(int n) {}

        @Override
        public void step() {}

        @Override
        public void result(Map<String, String> result) {}
    };

    private final Cast cast = Cast.open();
    private final Mails mails = Program.bean(Mails.class);
    private final MailStore store = Program.bean(MailStore.class);
    private final MailLayout layout = Program.bean(MailLayout.class);

    @Test
    void withoutAServerAMessageLiesInTheOutbox() {
        String to = "ben@" + cast.space().slug() + ".example";
        cast.run(() -> mails.send(letter(to, "en", "Your certificate")));

        Outbox.Message message = arrived(to);
        assertThat(message.subject()).isEqualTo("Your certificate");
        assertThat(message.space()).isEqualTo(cast.space().slug());
        assertThat(message.text())
                .contains("<b>It</b> is ready.")
                .contains(cast.space().address() + "/certificates/1");
        Document html = Jsoup.parse(message.html());
        assertThat(html.select("a[href]").first().attr("href"))
                .isEqualTo(cast.space().address() + "/certificates/1");
        assertThat(html.text()).contains("Academy", "<b>It</b> is ready.");
    }

    @Test
    void arabicRunsFromRightToLeft() {
        String to = "arab@" + cast.space().slug() + ".example";
        cast.run(() -> mails.send(letter(to, "ar", "شهادتك جاهزة")));
        Outbox.Message message = arrived(to);
        assertThat(message.subject()).isEqualTo("شهادتك جاهزة");
        assertThat(message.language()).isEqualTo("ar");
        assertThat(Jsoup.parse(message.html()).select("html").attr("dir")).isEqualTo("rtl");
    }

    @Test
    void nothingGoesWhenTheTransactionIsRolledBack() {
        String lost = "lost@" + cast.space().slug() + ".example";
        assertThatThrownBy(() -> cast.run(() -> {
                    mails.send(letter(lost, "en", "Lost"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        String after = "after@" + cast.space().slug() + ".example";
        cast.run(() -> mails.send(letter(after, "en", "After")));
        arrived(after);
        assertThat(find(lost)).isEmpty();
    }

    @Test
    void aServerGetsItWholeAndOnce() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        server.start();
        try {
            UUID id = waiting("ben@court.example", "Évaluation: “réussie”\r\nBcc: spy@evil.example");
            MailTask task = task(server.getSmtp().getPort());
            run(task, id);
            run(task, id);

            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage message = server.getReceivedMessages()[0];
            assertThat(message.getSubject()).isEqualTo("Évaluation: “réussie” Bcc: spy@evil.example");
            assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("ben@court.example"));
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(message.getHeader("Content-Language")).containsExactly("fr");
            assertThat(message.getMessageID()).isEqualTo("<" + id + "@cybox.example>");
            assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Academy");
            MimeMultipart both = (MimeMultipart) message.getContent();
            assertThat(both.getContentType()).startsWith("multipart/alternative");
            assertThat(both.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(both.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
            assertThat(both.getBodyPart(0).getContent().toString()).contains("<b>It</b> is ready.");
            assertThat(state(id)).isEqualTo("sent");
            assertThat(body(id)).as("what may sign somebody in is not kept").isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsAwayIsAskedAgainAndInTheEndTheReasonIsKept() {
        UUID id = waiting("ben@court.example", "Hello");
        MailTask task = task(1);
        assertThatThrownBy(() -> run(task, id)).isInstanceOf(IllegalStateException.class);
        assertThat(state(id)).isEqualTo("waiting");
        Scope.inTenant(cast.space().id(), () -> {
            task.gaveUp(id.toString(), "nobody answers");
            return id;
        });
        assertThat(state(id)).isEqualTo("failed");
    }

    @Test
    void whatIsNoAddressIsNotTriedAgain() {
        for (String wrong :
                List.of("nobody", "a@b.example, spy@evil.example", "a@b.example\r\nRCPT TO:<spy@evil.example>")) {
            UUID id = waiting(wrong, "Hello");
            run(task(1), id);
            assertThat(state(id)).as(wrong).isEqualTo("failed");
        }
    }

    @Test
    void onlyTheOperatorReadsTheOutbox() {
        String to = "op@" + cast.space().slug() + ".example";
        cast.run(() -> mails.send(letter(to, "en", "For the operator")));
        Outbox.Message message = arrived(to);
        cast.op().get("/operator/outbox").ok().has(to).click(message.id()).has("<b>It</b> is ready.");
        cast.op()
                .get("/operator/outbox/" + message.id())
                .ok()
                .one("a[href='" + cast.space().address() + "/certificates/1']");
        assertThat(cast.op()
                        .get("/operator/outbox/" + message.id() + "/message.eml")
                        .ok()
                        .header("Content-Disposition"))
                .startsWith("attachment");
        cast.op().get("/operator/outbox/" + new UUID(1, 1)).is(404);
        cast.chi().get("/operator/outbox").is(403);
        cast.stranger().get(cast.program().address() + "/operator/outbox").is(303);
    }

    private Mail letter(String to, String language, String subject) {
        return layout.mail(new Letter(
                to, language, subject, List.of("<b>It</b> is ready."), new Button("See it", "/certificates/1")));
    }

    private UUID waiting(String to, String subject) {
        UUID id = Ids.next();
        cast.run(() -> store.insert(id, letter(to, "fr", subject)));
        return id;
    }

    private static MailTask task(int port) {
        MailSettings settings = new MailSettings("127.0.0.1", port, "", "", "post@cybox.example", false);
        return new MailTask(
                Program.bean(MailStore.class),
                Program.bean(Work.class),
                Program.bean(SpaceSource.class),
                settings,
                Program.bean(CyboxSettings.class));
    }

    private void run(MailTask task, UUID id) {
        Scope.inTenant(cast.space().id(), () -> {
            task.run(id.toString(), NOBODY_LOOKS);
            return id;
        });
    }

    private String body(UUID id) {
        return cast.in(() -> Program.bean(JdbcClient.class)
                .sql("select body_text || body_html from platform.mail where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    private String state(UUID id) {
        return cast.in(() -> Program.bean(JdbcClient.class)
                .sql("select state from platform.mail where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    private static Optional<Outbox.Message> find(String to) {
        return Program.bean(Outbox.class).list("", 200).stream()
                .filter(message -> message.to().equals(to))
                .findFirst();
    }

    private static Outbox.Message arrived(String to) {
        return Eventually.find("mail to " + to, () -> find(to));
    }
}
