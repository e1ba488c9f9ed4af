package org.cybox.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.text.Languages;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: language, password, and where one is signed in. The same at every host. */
@Controller
class AccountController {

    private final AccountStore accounts;
    private final Accounts door;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Work work;

    AccountController(
            AccountStore accounts, Accounts door, SignIns signIns, Passwords passwords, Sessions sessions, Work work) {
        this.accounts = accounts;
        this.door = door;
        this.signIns = signIns;
        this.passwords = passwords;
        this.sessions = sessions;
        this.work = work;
    }

    /** @param device browser and system, or blank when it does not say */
    public record Place(UUID id, String device, boolean shared, Instant since, Instant seen, boolean current) {}

    /** @param sign e-mail address or user name; @param field which field the problem belongs to */
    public record AccountPage(
            String name,
            String sign,
            boolean withEmail,
            boolean withPassword,
            String language,
            List<String> languages,
            List<Place> places,
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

    @GetMapping("/me")
    @Allow(Who.SIGNED_IN)
    AccountPage show(Visitor visitor, Space space) {
        return page(visitor, space, "", "", Outcome.FINE);
    }

    @PostMapping("/me/language")
    @Allow(Who.SIGNED_IN)
    Redirect language(@RequestParam String language, Visitor visitor, Space space) {
        if (!offered(space).contains(language)) {
            throw new Refused("language", "identity.language.unknown");
        }
        door.setLanguage(visitor.account(), language);
        return Redirect.to("/me?lang=" + language).saying("identity.language.saved");
    }

    @PostMapping("/me/password")
    @Allow(Who.SIGNED_IN)
    @NoTransaction
    Object password(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            Visitor visitor,
            Space space,
            T t,
            HttpServletRequest request) {
        Account account = work.here(() -> door.get(visitor.account()));
        try {
            String hash = passwords.hash(password, account);
            signIns.again(account, old, request.getRemoteAddr());
            work.here(() -> {
                accounts.setPassword(account.id(), hash);
                sessions.endOthers(account.id(), visitor.session());
                return hash;
            });
            return Redirect.to("/me").saying("identity.password.saved");
        } catch (Refused refused) {
            return work.here(() -> page(visitor, space, refused.field(), refused.text(t), Outcome.of(refused)));
        }
    }

    @PostMapping("/me/sessions/{id}/end")
    @Allow(Who.SIGNED_IN)
    Redirect end(@PathVariable UUID id, Visitor visitor) {
        sessions.endOne(visitor.account(), id);
        return Redirect.to("/me").saying("identity.session.ended");
    }

    @PostMapping("/me/sessions/end-others")
    @Allow(Who.SIGNED_IN)
    Redirect endOthers(Visitor visitor) {
        sessions.endOthers(visitor.account(), visitor.session());
        return Redirect.to("/me").saying("identity.sessions.ended");
    }

    private AccountPage page(Visitor visitor, Space space, String field, String problem, Outcome outcome) {
        Account account = door.get(visitor.account());
        UUID mine = sessions.family(visitor.session());
        List<Place> places = sessions.families(account.id()).stream()
                .map(one -> new Place(
                        one.id(),
                        Device.name(one.agent()),
                        one.sharedComputer(),
                        one.createdAt(),
                        one.seenAt(),
                        one.id().equals(mine)))
                .toList();
        return new AccountPage(
                account.name(),
                account.sign(),
                account.email() != null,
                account.passwordHash() != null,
                account.language(),
                offered(space),
                places,
                field,
                problem,
                outcome);
    }

    private static List<String> offered(Space space) {
        return java.util.stream.Stream.concat(Languages.INTERFACE.stream(), space.languages().stream())
                .distinct()
                .toList();
    }
}
