package org.cybox.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.springframework.stereotype.Component;

/**
 * The letters about another e-mail address. The new one gets a link, or, when it belongs to somebody already, a letter
 * that says so: only its owner hears that, after the answer was given. The old address is told in either case.
 */
@Component
class AddressTask implements Task {

    static final String KIND = "identity.address";
    static final Duration LIFE = Duration.ofHours(1);

    private final AccountStore accounts;
    private final Codes codes;
    private final Letters letters;
    private final Work work;

    AddressTask(AccountStore accounts, Codes codes, Letters letters, Work work) {
        this.accounts = accounts;
        this.codes = codes;
        this.letters = letters;
        this.work = work;
    }

    /** @param email the new address, or blank to prove the account by its present one; @param session who asked */
    record Order(UUID account, String email, UUID session) {
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
            Optional<Account> account = accounts.find(order.account()).filter(Account::active);
            account.ifPresent(owner -> write(order, owner));
            return account;
        });
    }

    private void write(Order order, Account account) {
        if (order.email().isBlank()) {
            prove(account);
            return;
        }
        accounts.byEmail(order.email())
                .ifPresentOrElse(
                        owner -> send(order.email(), owner, "taken", List.of(order.email()), Optional.empty()),
                        () -> confirm(order, account));
        if (account.email() != null) {
            send(account.email(), account, "asked", List.of(), Optional.empty());
        }
    }

    private void prove(Account account) {
        if (account.email() == null) {
            return;
        }
        codes.forget("prove", account.id());
        String code = codes.make(new Codes.Code("prove", account.id(), null, null, null, "/"), LetterTask.LIFE);
        send(
                account.email(),
                account,
                "prove",
                List.of(LetterTask.LIFE.toMinutes()),
                Optional.of("/me/email?proof=" + code));
    }

    private void confirm(Order order, Account account) {
        codes.forget("confirm", account.id());
        Codes.Code wanted =
                new Codes.Code("confirm", account.id(), null, null, null, order.session() + " " + order.email());
        String code = codes.make(wanted, LIFE);
        send(order.email(), account, "confirm", List.of(order.email()), Optional.of("/email?code=" + code));
    }

    /** After it took effect. */
    void changed(String before, Account account, String after) {
        send(before, account, "changed", List.of(after), Optional.empty());
    }

    private void send(String to, Account reader, String which, List<?> arguments, Optional<String> path) {
        String key = "identity.address.letter." + which;
        letters.send(to, reader, key, t -> List.of(t.of(key + ".text", arguments.toArray())), path, key + ".small");
    }
}
