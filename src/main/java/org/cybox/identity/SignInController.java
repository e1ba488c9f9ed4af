package org.cybox.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Work;
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
import org.cybox.tenancy.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/**
 * Sign-in lives on one origin, the bare host. A tenant's host sends people there with a digest of a state cookie and
 * gets them back with a code that works once, at that host, in that browser.
 */
@Controller
class SignInController {

    private static final String STATE = "__Host-state";

    private final Sessions sessions;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Codes codes;
    private final Tenants tenants;
    private final Work work;
    private final ApplicationEventPublisher events;

    SignInController(
            Sessions sessions,
            Accounts accounts,
            SignIns signIns,
            Codes codes,
            Tenants tenants,
            Work work,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.signIns = signIns;
        this.codes = codes;
        this.tenants = tenants;
        this.work = work;
        this.events = events;
    }

    /**
     * @param space slug of the space one comes from, or blank; @param spaceName its name, or blank
     * @param problem what was wrong, or blank
     */
    public record SignInPage(
            String space,
            String spaceName,
            String state,
            String to,
            String sign,
            boolean shared,
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

        /** For the links to the other ways in, so that they lead to the same place. */
        public String way() {
            return "?space=" + encode(space) + "&to=" + encode(to);
        }
    }

    @GetMapping("/sign-in")
    @Allow(Who.ANYONE)
    @NoTransaction
    Object show(
            @RequestParam(defaultValue = "") String space,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "/") String to,
            Space here,
            Visitor visitor,
            HttpServletResponse response) {
        Way way = Way.to(space, to, visitor.sharedComputer());
        if (!here.programme()) {
            return visitor.signedIn() ? Redirect.to(way.path()) : toBareHost(here, way.path(), response);
        }
        if (visitor.signedIn()) {
            return onward(visitor.account(), visitor.session(), way, state);
        }
        return page(way, state, "", "", Outcome.FINE, visitor.language());
    }

    @PostMapping("/sign-in")
    @Allow(Who.ANYONE)
    @NoTransaction
    Object signIn(
            @RequestParam(defaultValue = "") String space,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam String sign,
            @RequestParam String password,
            @RequestParam(defaultValue = "false") boolean shared,
            Space here,
            T t,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!here.programme()) {
            return Redirect.to(tenants.programme().address() + "/sign-in");
        }
        Way way = Way.to(space, to, shared);
        try {
            SignIns.Proven proven = signIns.withPassword(sign, password, request.getRemoteAddr());
            UUID account = proven.account().id();
            if (proven.byStartCode()) {
                return Redirect.to("/password/new?code="
                        + work.here(() -> codes.make(
                                new Codes.Code("start", account, null, null, null, way.word()),
                                Duration.ofMinutes(30))));
            }
            UUID session =
                    work.here(() -> sessions.begin(account, here.id(), Visitor.NOBODY, shared, request, response));
            return onward(account, session, way, state);
        } catch (Refused refused) {
            return page(way, state, sign, refused.text(t), Outcome.of(refused), t.language());
        }
    }

    /** Back at the tenant's host. */
    @GetMapping("/sign-in/return")
    @Allow(Who.ANYONE)
    @NoTransaction
    Object comeBack(
            @RequestParam(defaultValue = "") String code,
            Space here,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Cookie> state = Optional.ofNullable(WebUtils.getCookie(request, STATE));
        return work.here(() -> codes.use(code, "handover")
                .filter(used -> here.id().equals(used.tenantId()))
                .filter(used -> state.filter(
                                cookie -> Secret.hash(cookie.getValue()).equals(used.stateHash()))
                        .isPresent())
                .map(used -> {
                    Way way = Way.read(used.target());
                    UUID account = Objects.requireNonNull(used.accountId());
                    sessions.begin(
                            account,
                            here.id(),
                            Objects.requireNonNull(used.sessionId()),
                            way.shared(),
                            request,
                            response);
                    response.addHeader(
                            HttpHeaders.SET_COOKIE, stateCookie("", 0).toString());
                    events.publishEvent(new SignedIn(here.id(), account));
                    return Redirect.to(home(way, account));
                })
                .orElseGet(() -> Redirect.to("/").warning("identity.handover.stale")));
    }

    /** The front page would lead a learner to what they learn: a round trip more, which is long on a slow line. */
    private String home(Way way, UUID account) {
        return way.path().equals("/") && accounts.personOf(account).isPresent() ? "/learn" : way.path();
    }

    @PostMapping("/sign-out")
    @Allow(Who.ANYONE)
    Redirect signOut(Visitor visitor, HttpServletResponse response) {
        if (visitor.signedIn()) {
            sessions.end(visitor, response);
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Redirect.to("/").saying("identity.signedOut");
    }

    private SignInPage page(Way way, String state, String sign, String problem, Outcome outcome, String language) {
        String name = tenants.institution(way.space())
                .map(one -> one.name().in(language))
                .orElse("");
        return new SignInPage(way.space(), name, state, way.path(), sign, way.shared(), problem, outcome);
    }

    private Redirect toBareHost(Space here, String target, HttpServletResponse response) {
        String state = Secret.make();
        response.addHeader(HttpHeaders.SET_COOKIE, stateCookie(state, 3600).toString());
        return Redirect.to(tenants.programme().address() + "/sign-in?space=" + here.slug() + "&state="
                + Secret.hash(state) + "&to=" + encode(target));
    }

    /** To the space one came from, with a code; or, at the bare host, where one wanted to go. */
    private Redirect onward(UUID account, UUID session, Way way, String state) {
        Optional<Space> wanted = tenants.institution(way.space());
        if (wanted.isEmpty() || !state.matches("[0-9a-f]{64}")) {
            return Redirect.to(way.address(wanted));
        }
        String code = work.here(() -> codes.make(
                new Codes.Code("handover", account, wanted.get().id(), session, state, way.word()),
                Duration.ofMinutes(1)));
        return Redirect.to(wanted.get().address() + "/sign-in/return?code=" + code);
    }

    private static ResponseCookie stateCookie(String value, int seconds) {
        return ResponseCookie.from(STATE, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
    }

    private static String encode(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
