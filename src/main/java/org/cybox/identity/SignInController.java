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
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
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

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIns signIns;
    private final Codes codes;
    private final Tenants tenants;
    private final Work work;

    SignInController(
            Accounts accounts, Sessions sessions, SignIns signIns, Codes codes, Tenants tenants, Work work) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIns = signIns;
        this.codes = codes;
        this.tenants = tenants;
        this.work = work;
    }

    /** @param space slug of the space one comes from, or blank; @param problem what was wrong, or blank */
    public record SignInPage(String space, String spaceName, String state, String to, String sign, String problem)
            implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
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
        String target = local(to);
        if (!here.programme()) {
            return visitor.signedIn() ? Redirect.to(target) : toBareHost(here, target, response);
        }
        if (visitor.signedIn()) {
            return onward(visitor.account(), visitor.session(), visitor.sharedComputer(), space, state, target);
        }
        return page(space, state, target, "", "");
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
        try {
            Account account = signIns.withPassword(sign, password, request.getRemoteAddr());
            UUID session = work.here(
                    () -> sessions.begin(account.id(), here.id(), Visitor.NOBODY, shared, request, response));
            return onward(account.id(), session, shared, space, state, local(to));
        } catch (Refused refused) {
            return page(space, state, local(to), sign, refused.text(t));
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
                .filter(used -> state.filter(cookie -> Secret.hash(cookie.getValue()).equals(used.stateHash()))
                        .isPresent())
                .map(used -> {
                    boolean shared = used.target().startsWith("!");
                    sessions.begin(
                            Objects.requireNonNull(used.accountId()),
                            here.id(),
                            Objects.requireNonNull(used.sessionId()),
                            shared,
                            request,
                            response);
                    response.addHeader(HttpHeaders.SET_COOKIE, stateCookie("", 0).toString());
                    return Redirect.to(local(shared ? used.target().substring(1) : used.target()));
                })
                .orElseGet(() -> Redirect.to("/").warning("identity.handover.stale")));
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

    private SignInPage page(String space, String state, String to, String sign, String problem) {
        String name = tenants.institutions().stream()
                .filter(one -> one.slug().equals(space))
                .findFirst()
                .map(one -> one.name().in("en"))
                .orElse("");
        return new SignInPage(space, name, state, to, sign, problem);
    }

    private Redirect toBareHost(Space here, String target, HttpServletResponse response) {
        String state = Secret.make();
        response.addHeader(HttpHeaders.SET_COOKIE, stateCookie(state, 3600).toString());
        return Redirect.to(tenants.programme().address() + "/sign-in?space=" + here.slug() + "&state="
                + Secret.hash(state) + "&to=" + encode(target));
    }

    /** To the space one came from, with a code; or, at the bare host, where one wanted to go. */
    private Redirect onward(UUID account, UUID session, boolean shared, String space, String state, String target) {
        if (space.isBlank()) {
            return Redirect.to(target.equals("/") ? "/spaces" : target);
        }
        Optional<Space> wanted = tenants.institutions().stream()
                .filter(one -> one.slug().equals(space))
                .findFirst();
        if (wanted.isEmpty() || !state.matches("[0-9a-f]{64}")) {
            return Redirect.to("/spaces");
        }
        String code = work.here(() -> codes.make(
                new Codes.Code(
                        "handover", account, wanted.get().id(), session, state, (shared ? "!" : "") + target),
                Duration.ofMinutes(1)));
        return Redirect.to(wanted.get().address() + "/sign-in/return?code=" + code);
    }

    /** Only a path of this host: {@code //elsewhere} and {@code https:} lead home instead. */
    static String local(String to) {
        boolean fine = to.startsWith("/")
                && !to.startsWith("//")
                && !to.contains("\\")
                && to.chars().noneMatch(c -> c < ' ')
                && !to.startsWith("/sign-");
        return fine ? to : "/";
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
