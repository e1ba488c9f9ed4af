package org.cybox.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a password: after a reset was mailed, or at the first sign-in with a printed start code. */
@Controller
class NewPasswordController {

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Codes codes;
    private final Tenants tenants;
    private final Work work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NewPasswordController(
            AccountStore accounts,
            Passwords passwords,
            Sessions sessions,
            Codes codes,
            Tenants tenants,
            Work work,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.codes = codes;
        this.tenants = tenants;
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** @param code blank when it has been used or is too old; @param sign whose password; @param first by a start code */
    public record NewPasswordPage(String code, String sign, boolean first, String problem) implements Page {

        static final NewPasswordPage STALE = new NewPasswordPage("", "", false, "");

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/password/new")
    @Allow(Who.ANYONE)
    NewPasswordPage open(@RequestParam(defaultValue = "") String code) {
        return page(code, "");
    }

    @PostMapping("/password/new")
    @Allow(Who.ANYONE)
    @NoTransaction
    Object choose(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            Space here,
            T t,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> owner = work.here(() -> found(code).flatMap(this::owner));
        if (!here.programme() || owner.isEmpty()) {
            return NewPasswordPage.STALE;
        }
        try {
            String hash = passwords.hash(password, owner.get());
            return work.here(() -> found(code)
                    .flatMap(seen -> codes.use(code, seen.purpose()))
                    .<Object>map(used -> store(used, owner.get(), hash, here, request, response))
                    .orElse(NewPasswordPage.STALE));
        } catch (Refused refused) {
            if (refused.seconds() > 0) {
                throw refused;
            }
            return work.here(() -> page(code, refused.text(t)));
        }
    }

    private Redirect store(
            Codes.Code used,
            Account account,
            String hash,
            Space here,
            HttpServletRequest request,
            HttpServletResponse response) {
        UUID id = account.id();
        Way way = Way.read(used.target());
        accounts.setPassword(id, hash);
        sessions.endAll(id);
        if (used.purpose().equals("reset")) {
            accounts.confirmEmail(id, clock.instant());
        } else {
            accounts.memberships(id)
                    .forEach(one -> work.doInTenant(
                            one.tenantId(),
                            () -> events.publishEvent(new StartCodeUsed(one.tenantId(), one.personId()))));
        }
        sessions.begin(id, here.id(), Visitor.NOBODY, way.shared(), request, response);
        return Redirect.to(way.address(tenants.institution(way.space()))).saying("identity.password.saved");
    }

    private NewPasswordPage page(String code, String problem) {
        return found(code)
                .flatMap(seen -> owner(seen)
                        .map(account -> new NewPasswordPage(
                                code, account.sign(), seen.purpose().equals("start"), problem)))
                .orElse(NewPasswordPage.STALE);
    }

    private Optional<Codes.Code> found(String code) {
        return codes.look(code, "reset").or(() -> codes.look(code, "start"));
    }

    private Optional<Account> owner(Codes.Code seen) {
        return accounts.find(Objects.requireNonNull(seen.accountId())).filter(Account::active);
    }
}
