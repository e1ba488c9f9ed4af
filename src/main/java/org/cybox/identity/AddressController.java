package org.cybox.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Outcome;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Another e-mail address for one's account, or the first one. Who asks proves the account, by the password or by a link to
 * the present address; the new address proves itself by a link that acts on a button. Whether the new one belongs to
 * somebody is not told.
 */
@Controller
class AddressController {

    private final AccountStore store;
    private final Accounts accounts;
    private final AddressTask letters;
    private final SignIns signIns;
    private final Codes codes;
    private final Jobs jobs;
    private final Audit audit;
    private final Work work;

    AddressController(
            AccountStore store,
            Accounts accounts,
            AddressTask letters,
            SignIns signIns,
            Codes codes,
            Jobs jobs,
            Audit audit,
            Work work) {
        this.store = store;
        this.accounts = accounts;
        this.letters = letters;
        this.signIns = signIns;
        this.codes = codes;
        this.jobs = jobs;
        this.audit = audit;
        this.work = work;
    }

    /**
     * @param now the present address, or blank
     * @param withPassword the account is proved by it; otherwise by {@code proof}, the code of a mailed link, or blank
     * @param email what was typed; @param sent where the link went, or blank
     */
    public record AddressPage(
            String now,
            boolean withPassword,
            String proof,
            String email,
            String sent,
            String field,
            String problem,
            Outcome outcome)
            implements Page {

        @Override
        public int status() {
            return outcome.status();
        }

        @Override
        public int retryAfter() {
            return outcome.retryAfter();
        }
    }

    /** Behind the link to the new address. @param code blank when it was used, is too old or cannot be used any more */
    public record NewAddressPage(String code, String name, String email) implements Page {

        static final NewAddressPage STALE = new NewAddressPage("", "", "");
    }

    @GetMapping("/me/email")
    @Allow(Who.SIGNED_IN)
    AddressPage show(@RequestParam(defaultValue = "") String proof, Visitor visitor) {
        Account account = accounts.get(visitor.account());
        return page(account, proves(proof, account) ? proof : "", "", "");
    }

    /** For who has no password: a link to the present address opens the form. */
    @PostMapping("/me/email/proof")
    @Allow(Who.SIGNED_IN)
    AddressPage prove(Visitor visitor, T t, HttpServletRequest request) {
        Account account = accounts.get(visitor.account());
        String present = Objects.requireNonNullElse(account.email(), "");
        try {
            signIns.beforeLetter(present, request.getRemoteAddr());
        } catch (Refused refused) {
            return refused(account, "", "", refused, t);
        }
        jobs.later(AddressTask.KIND, new AddressTask.Order(account.id(), "", visitor.session()).payload());
        return page(account, "", "", present);
    }

    @PostMapping("/me/email")
    @Allow(Who.SIGNED_IN)
    @NoTransaction
    AddressPage ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String proof,
            Visitor visitor,
            T t,
            HttpServletRequest request) {
        Account account = work.here(() -> accounts.get(visitor.account()));
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        try {
            check(account, wanted, email);
            proveOwner(account, password, proof, request);
            signIns.beforeAddress(account.id(), wanted, request.getRemoteAddr());
            return work.here(() -> {
                jobs.later(AddressTask.KIND, new AddressTask.Order(account.id(), wanted, visitor.session()).payload());
                audit.record(visitor, "identity.address.asked", "account", account.id(), "", Map.of());
                return page(account, "", "", wanted);
            });
        } catch (Refused refused) {
            return refused(account, proof, email, refused, t);
        }
    }

    @GetMapping("/email")
    @Allow(Who.ANYONE)
    NewAddressPage open(@RequestParam(defaultValue = "") String code) {
        return codes.look(code, "confirm")
                .map(Wish::of)
                .flatMap(wish -> owner(wish).map(account -> new NewAddressPage(code, account.name(), wish.email())))
                .orElse(NewAddressPage.STALE);
    }

    @PostMapping("/email")
    @Allow(Who.ANYONE)
    Object use(@RequestParam(defaultValue = "") String code, Space here, Visitor visitor) {
        if (!here.programme()) {
            return NewAddressPage.STALE;
        }
        return codes.use(code, "confirm")
                .map(Wish::of)
                .flatMap(wish -> owner(wish).flatMap(account -> change(wish, account, visitor)))
                .orElse(NewAddressPage.STALE);
    }

    private Optional<Object> change(Wish wish, Account account, Visitor visitor) {
        boolean same = visitor.account().equals(account.id());
        if (!accounts.changeAddress(account.id(), wish.email(), same ? visitor.session() : wish.session())) {
            return Optional.empty();
        }
        if (account.email() != null) {
            letters.changed(account.email(), account, wish.email());
        }
        audit.record(visitor, "identity.address.changed", "account", account.id(), "", Map.of());
        return Optional.of(Redirect.to(same ? "/me" : "/sign-in").saying("identity.address.changed", wish.email()));
    }

    /** What a code for a new address stands for. @param session of who asked for it */
    private record Wish(UUID account, UUID session, String email) {

        static Wish of(Codes.Code code) {
            String[] parts = code.target().split(" ", 2);
            return new Wish(Objects.requireNonNull(code.accountId()), UUID.fromString(parts[0]), parts[1]);
        }
    }

    private Optional<Account> owner(Wish wish) {
        return store.find(wish.account()).filter(Account::active);
    }

    private static void check(Account account, String wanted, String typed) {
        if (!Accounts.isAddress(wanted)) {
            throw new Refused("email", "identity.email.malformed", typed.strip());
        }
        if (wanted.equals(account.email())) {
            throw new Refused("email", "identity.address.same");
        }
    }

    private void proveOwner(Account account, String password, String proof, HttpServletRequest request) {
        if (account.passwordHash() != null) {
            signIns.again(account, password, request.getRemoteAddr());
        } else if (!work.here(
                () -> proves(proof, account) && codes.use(proof, "prove").isPresent())) {
            throw new Refused("", "identity.letter.stale");
        }
    }

    private boolean proves(String proof, Account account) {
        return codes.look(proof, "prove")
                .filter(code -> account.id().equals(code.accountId()))
                .isPresent();
    }

    private static AddressPage refused(Account account, String proof, String email, Refused refused, T t) {
        return page(account, proof, email, "", refused.field(), refused.text(t), Outcome.of(refused));
    }

    private static AddressPage page(Account account, String proof, String email, String sent) {
        return page(account, proof, email, sent, "", "", Outcome.FINE);
    }

    private static AddressPage page(
            Account account, String proof, String email, String sent, String field, String problem, Outcome outcome) {
        return new AddressPage(
                Objects.requireNonNullElse(account.email(), ""),
                account.passwordHash() != null,
                proof,
                email,
                sent,
                field,
                problem,
                outcome);
    }
}
