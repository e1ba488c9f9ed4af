package org.cybox.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Outcome;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a link in a mail. The link opens a page with one button, since mail scanners open links. */
@Controller
class LinkController {

    private final SignIns signIns;
    private final Sessions sessions;
    private final AccountStore accounts;
    private final Codes codes;
    private final Tenants tenants;
    private final Jobs jobs;
    private final java.time.Clock clock;

    LinkController(
            SignIns signIns,
            Sessions sessions,
            AccountStore accounts,
            Codes codes,
            Tenants tenants,
            Jobs jobs,
            java.time.Clock clock) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.accounts = accounts;
        this.codes = codes;
        this.tenants = tenants;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The form that asks for a link or a reset. @param purpose link or reset; @param sent the address, when it was sent */
    public record LetterPage(
            String purpose,
            String space,
            String to,
            boolean shared,
            String email,
            String sent,
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

    /** @param code blank when the link has been used or is too old */
    public record ByLinkPage(String code, String email) implements Page {}

    @GetMapping("/sign-in/link")
    @Allow(Who.ANYONE)
    Object ask(@RequestParam(defaultValue = "") String space, @RequestParam(defaultValue = "/") String to, Space here) {
        return form("link", here, Way.to(space, to, false));
    }

    @GetMapping("/password/forgotten")
    @Allow(Who.ANYONE)
    Object askForReset(
            @RequestParam(defaultValue = "") String space, @RequestParam(defaultValue = "/") String to, Space here) {
        return form("reset", here, Way.to(space, to, false));
    }

    private Object form(String purpose, Space here, Way way) {
        if (!here.programme()) {
            String path = purpose.equals("link") ? "/sign-in/link" : "/password/forgotten";
            return Redirect.to(tenants.programme().address() + path + "?space=" + here.slug());
        }
        return new LetterPage(purpose, way.space(), way.path(), false, "", "", "", Outcome.FINE);
    }

    @PostMapping("/sign-in/link")
    @Allow(Who.ANYONE)
    LetterPage send(
            @RequestParam(defaultValue = "") String space,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam String email,
            T t,
            HttpServletRequest request) {
        return send("link", Way.to(space, to, shared), email, t, request);
    }

    @PostMapping("/password/forgotten")
    @Allow(Who.ANYONE)
    LetterPage sendReset(
            @RequestParam(defaultValue = "") String space,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam String email,
            T t,
            HttpServletRequest request) {
        return send("reset", Way.to(space, to, shared), email, t, request);
    }

    /** Says the same, after the same work, whether there is an account or not. */
    private LetterPage send(String purpose, Way way, String email, T t, HttpServletRequest request) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        try {
            if (!Accounts.isAddress(address)) {
                throw new Refused("email", "identity.email.malformed", email.strip());
            }
            signIns.beforeLetter(address, request.getRemoteAddr());
        } catch (Refused refused) {
            return new LetterPage(
                    purpose, way.space(), way.path(), way.shared(), email, "", refused.text(t), Outcome.of(refused));
        }
        jobs.later(LetterTask.KIND, new LetterTask.Order(purpose, address, way.word()).payload());
        return new LetterPage(purpose, way.space(), way.path(), way.shared(), address, address, "", Outcome.FINE);
    }

    @GetMapping("/sign-in/by-link")
    @Allow(Who.ANYONE)
    ByLinkPage open(@RequestParam(defaultValue = "") String code) {
        return codes.look(code, "link")
                .flatMap(found -> accounts.find(Objects.requireNonNull(found.accountId())))
                .map(account -> new ByLinkPage(code, String.valueOf(account.email())))
                .orElseGet(() -> new ByLinkPage("", ""));
    }

    @PostMapping("/sign-in/by-link")
    @Allow(Who.ANYONE)
    Object use(
            @RequestParam(defaultValue = "") String code,
            Space here,
            HttpServletRequest request,
            HttpServletResponse response) {
        return codes.use(code, "link")
                .filter(used -> here.programme())
                .flatMap(used -> accounts.find(Objects.requireNonNull(used.accountId()))
                        .filter(Account::active)
                        .map(account -> {
                            Way way = Way.read(used.target());
                            accounts.confirmEmail(account.id(), clock.instant());
                            sessions.begin(account.id(), here.id(), Visitor.NOBODY, way.shared(), request, response);
                            return (Object) Redirect.to(way.address(tenants.institution(way.space())));
                        }))
                .orElseGet(() -> new ByLinkPage("", ""));
    }
}
