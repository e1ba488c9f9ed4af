package org.cybox.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
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
    private final Letters letters;
    private final Work work;

    LetterTask(AccountStore accounts, Codes codes, Letters letters, Work work) {
        this.accounts = accounts;
        this.codes = codes;
        this.letters = letters;
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
        letters.send(
                order.email(),
                account,
                "identity.letter." + order.purpose(),
                t -> List.of(
                        t.of("identity.letter." + order.purpose() + ".text"),
                        t.of("identity.letter.once", LIFE.toMinutes())),
                Optional.of(path + "?code=" + code),
                "identity.letter.notYou");
    }
}
