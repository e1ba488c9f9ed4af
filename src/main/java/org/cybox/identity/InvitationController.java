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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link of an invitation. Opening it does nothing. A new person chooses a password; who has one
 * proves it by signing in; then one button makes them a member.
 */
@Controller
class InvitationController {

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Codes codes;
    private final Tenants tenants;
    private final Work work;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InvitationController(
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

    /** What is left to do before one is a member. */
    public enum Step {
        STALE,
        CHOOSE_PASSWORD,
        SIGN_IN,
        OTHER_ACCOUNT,
        JOIN
    }

    /** @param space name of the institution; @param email who is invited; @param me who is signed in instead */
    public record InvitationPage(Step step, String code, String space, String email, String me, String problem)
            implements Page {

        static final InvitationPage STALE = new InvitationPage(Step.STALE, "", "", "", "", "");

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    /** An open invitation. */
    private record Open(Codes.Code code, Account account, Space space) {}

    @GetMapping("/invitation")
    @Allow(Who.ANYONE)
    InvitationPage show(@RequestParam(defaultValue = "") String code, Visitor visitor) {
        return open(code).map(open -> page(code, open, visitor, "")).orElse(InvitationPage.STALE);
    }

    @PostMapping("/invitation")
    @Allow(Who.ANYONE)
    @NoTransaction
    Object accept(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean shared,
            Space here,
            Visitor visitor,
            T t,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Open> found = work.here(() -> open(code));
        if (!here.programme() || found.isEmpty()) {
            return InvitationPage.STALE;
        }
        Open open = found.get();
        Step step = step(open, visitor);
        try {
            if (step == Step.JOIN) {
                return join(code, open, null);
            }
            if (step == Step.CHOOSE_PASSWORD) {
                Object done = join(code, open, passwords.hash(password, open.account()));
                work.here(() ->
                        sessions.begin(open.account().id(), here.id(), Visitor.NOBODY, shared, request, response));
                return done;
            }
            return page(code, open, visitor, "");
        } catch (Refused refused) {
            if (refused.seconds() > 0) {
                throw refused;
            }
            return page(code, open, visitor, refused.text(t));
        }
    }

    /** All of it in the tenant one joins, in one transaction. @param hash of the password that was chosen, if one was */
    private Object join(String code, Open open, @Nullable String hash) {
        UUID account = open.account().id();
        return work.inTenant(
                open.space().id(),
                () -> codes.use(code, "invitation")
                        .<Object>map(used -> {
                            if (hash != null) {
                                accounts.setPassword(account, hash);
                            }
                            accounts.confirmEmail(account, clock.instant());
                            events.publishEvent(new InvitationAccepted(
                                    open.space().id(),
                                    account,
                                    Objects.requireNonNull(open.account().email())));
                            return Redirect.to(open.space().address() + "/sign-in?to=/");
                        })
                        .orElse(InvitationPage.STALE));
    }

    private Optional<Open> open(String code) {
        return codes.look(code, "invitation")
                .flatMap(seen -> accounts.find(Objects.requireNonNull(seen.accountId()))
                        .filter(Account::active)
                        .map(account ->
                                new Open(seen, account, tenants.space(Objects.requireNonNull(seen.tenantId())))));
    }

    private static Step step(Open open, Visitor visitor) {
        if (visitor.account().equals(open.account().id())) {
            return Step.JOIN;
        }
        if (visitor.signedIn()) {
            return Step.OTHER_ACCOUNT;
        }
        return open.account().passwordHash() == null ? Step.CHOOSE_PASSWORD : Step.SIGN_IN;
    }

    private static InvitationPage page(String code, Open open, Visitor visitor, String problem) {
        return new InvitationPage(
                step(open, visitor),
                code,
                open.space().name().in(visitor.language()),
                String.valueOf(open.account().email()),
                visitor.name(),
                problem);
    }
}
