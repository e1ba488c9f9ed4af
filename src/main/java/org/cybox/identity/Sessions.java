package org.cybox.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Bulletin;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.platform.web.VisitorSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.util.WebUtils;

/**
 * Who is signed in at which host: a row behind an opaque cookie. Rows are remembered for at most 30 seconds and
 * forgotten at once, on every node, when a right or a session changes.
 */
@Component
class Sessions implements VisitorSource {

    static final String COOKIE = "__Host-session";

    private static final Duration LONG = Duration.ofDays(14);
    private static final Duration SHARED = Duration.ofMinutes(45);

    private final SessionStore store;
    private final Work work;
    private final Bulletin bulletin;
    private final Clock clock;
    private final Cache<String, Optional<Visitor>> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    Sessions(SessionStore store, Work work, Bulletin bulletin, Clock clock) {
        this.store = store;
        this.work = work;
        this.bulletin = bulletin;
        this.clock = clock;
        bulletin.listen("session", news -> known.invalidateAll());
    }

    @Override
    public Optional<Visitor> visitor(HttpServletRequest request, Space space) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : visitor(cookie.getValue(), space);
    }

    private Optional<Visitor> visitor(String token, Space space) {
        String hash = Secret.hash(token);
        return known.get(
                hash + space.id(),
                key -> work.apart(() -> {
                    Instant now = clock.instant();
                    Optional<Visitor> visitor = store.visitor(hash, space.id(), now);
                    visitor.ifPresent(there -> store.seen(hash, now, now.plus(SHARED)));
                    return visitor;
                }));
    }

    /**
     * Begins a session at this host and sets its cookie.
     *
     * @param parent the session at the bare host it comes from, or {@link Visitor#NOBODY} for that one itself
     */
    UUID begin(
            UUID account,
            UUID tenant,
            UUID parent,
            boolean shared,
            HttpServletRequest request,
            HttpServletResponse response) {
        String token = Secret.make();
        Instant now = clock.instant();
        String agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        SessionStore.Session session = new SessionStore.Session(
                Ids.next(),
                account,
                tenant,
                parent.equals(Visitor.NOBODY) ? null : parent,
                shared,
                agent.length() > 300 ? agent.substring(0, 300) : agent,
                now,
                now,
                now.plus(shared ? SHARED : LONG));
        store.insert(Secret.hash(token), session);
        setCookie(response, token, shared ? Duration.ofSeconds(-1) : LONG);
        return session.id();
    }

    /** Signs this browser out everywhere it was signed in by the same sign-in. */
    void end(Visitor visitor, HttpServletResponse response) {
        store.endFamily(visitor.session());
        changed();
        setCookie(response, "", Duration.ZERO);
    }

    /** Ends every session of an account: after a reset. */
    void endAll(UUID account) {
        store.endAll(account);
        changed();
    }

    /** Ends one sign-in of an account with everything that came from it. */
    void endOne(UUID account, UUID family) {
        store.endOne(account, family);
        changed();
    }

    /** Ends every sign-in of an account but the one that this session came from. */
    void endOthers(UUID account, UUID session) {
        store.endOthers(account, store.family(session));
        changed();
    }

    List<SessionStore.Family> families(UUID account) {
        return store.families(account, clock.instant());
    }

    UUID family(UUID session) {
        return store.family(session);
    }

    void purge() {
        store.purge(clock.instant());
    }

    /** Rights or sessions have changed: forgotten here when the transaction commits, and then on all other nodes. */
    void changed() {
        bulletin.post("session", Bulletin.EVERYTHING);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidateAll();
            }
        });
    }

    private static void setCookie(HttpServletResponse response, String token, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
