package org.cybox.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.mail.MailLayout;
import org.cybox.platform.mail.Mails;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/**
 * Mails a link to sign in with or to choose a new password at. It looks for the account here, after the answer was given,
 * so that neither the answer nor its time tells whether there is one.
 */
@Component
class LetterTask implements Task {

    static final String KIND = "identity.letter";
    static final Duration LIFE = Duration.ofMinutes(15);

    private final AccountStore accounts;
    private final Codes codes;
    private final Mails mails;
    private final MailLayout layout;
    private final Texts texts;
    private final Tenants tenants;
    private final Work work;

    LetterTask(
            AccountStore accounts,
            Codes codes,
            Mails mails,
            MailLayout layout,
            Texts texts,
            Tenants tenants,
            Work work) {
        this.accounts = accounts;
        this.codes = codes;
        this.mails = mails;
        this.layout = layout;
        this.texts = texts;
        this.tenants = tenants;
        this.work = work;
    }

    /** @param purpose link or reset; @param way where to go afterwards */
    record Order(String purpose, String email, String way) {
        String payload() {
            return Json.write(this);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String payload, Progress progress) {
        Order order = Json.read(payload, Order.class);
        work.here(() -> {
            Optional<Account> account = accounts.byEmail(order.email()).filter(Account::active);
            account.ifPresent(owner -> send(order, owner));
            return account;
        });
    }

    private void send(Order order, Account account) {
        codes.forget(order.purpose(), account.id());
        String code = codes.make(new Codes.Code(order.purpose(), account.id(), null, null, null, order.way()), LIFE);
        String path = order.purpose().equals("link") ? "/sign-in/by-link" : "/password/new";
        String address = tenants.programme().address() + path + "?code=" + code;
        T t = texts.in(account.language());
        String key = "identity.letter." + order.purpose();
        mails.send(layout.mail(new MailLayout.Letter(
                order.email(),
                t.language(),
                t.of(key + ".subject"),
                List.of(
                        t.of("identity.letter.greeting", account.name()),
                        t.of(key + ".text"),
                        t.of("identity.letter.once", LIFE.toMinutes())),
                Optional.of(new MailLayout.Button(t.of(key + ".button"), address)),
                List.of(t.of("identity.letter.notYou")))));
    }
}
