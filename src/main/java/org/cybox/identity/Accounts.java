package org.cybox.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Accounts in the world and their memberships. Passwords and sessions stay inside this module. */
@Component
public class Accounts {

    /** How long a printed start code works. */
    public static final Duration START_CODE = Duration.ofDays(30);

    /** How long an invitation works. */
    public static final Duration INVITATION = Duration.ofDays(14);

    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s<>\"(),:;\\[\\]\\\\]{1,64}@([^@\\s<>\"(),:;]+\\.[^@\\s<>\"(),:;.]+|localhost)");

    private final AccountStore store;
    private final Passwords passwords;
    private final Codes codes;
    private final Tenants tenants;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountStore store,
            Passwords passwords,
            Codes codes,
            Tenants tenants,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.codes = codes;
        this.tenants = tenants;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for an unknown account. */
    public Account get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** @param sign an e-mail address or a user name, in any case */
    public Optional<Account> find(String sign) {
        String plain = sign.strip().toLowerCase(Locale.ROOT);
        return plain.contains("@") ? store.byEmail(plain) : store.byUsername(plain);
    }

    /**
     * Makes an account that cannot be signed in to yet, or returns the one that the address has already.
     *
     * @param email any case; refused when it is no address
     */
    public Account withEmail(String email, String name, String language) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (!isAddress(address)) {
            throw new Refused("email", "identity.email.malformed", email.strip());
        }
        return store.byEmail(address).orElseGet(() -> make(address, null, name, language, false));
    }

    /** Whether it looks like one e-mail address, and nothing else. */
    public static boolean isAddress(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches();
    }

    /** Makes an account for a person without e-mail; refused when the user name is taken. */
    public Account withUsername(String username, String name, String language) {
        String plain = username.strip().toLowerCase(Locale.ROOT);
        if (!plain.matches("[a-z0-9][a-z0-9._-]{2,60}")) {
            throw new Refused("username", "identity.username.malformed");
        }
        if (store.byUsername(plain).isPresent()) {
            throw new Refused("username", "identity.username.taken", plain);
        }
        return make(null, plain, name, language, false);
    }

    /** Makes an operator who can sign in at once. For the first start only; refused when the address is no address. */
    public Account operator(String email, String name, String password) {
        if (name.isBlank()) {
            throw new Refused("name", "identity.name.missing");
        }
        String hash = passwords.hash(password);
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (!isAddress(address)) {
            throw new Refused("email", "identity.email.malformed", email.strip());
        }
        Account account = make(address, null, name, "en", true);
        store.setPassword(account.id(), hash);
        return account;
    }

    /** There is no account at all: a database that nobody uses yet. */
    public boolean none() {
        return store.none();
    }

    /** A code for the page that makes the first operator; earlier ones stop working. */
    public String setupCode() {
        codes.forget("setup");
        return codes.make(new Codes.Code("setup", null, null, null, null, "/"), Duration.ofHours(24));
    }

    /** Makes the first operator; refused when the code is not the right one or there is an operator already. */
    public Account setUp(String code, String email, String name, String password) {
        if (store.anyOperator() || codes.use(code, "setup").isEmpty()) {
            throw new Refused("", "identity.setup.stale");
        }
        return operator(email, name, password);
    }

    /** Whether the page that makes the first operator opens with this code. */
    public boolean setupOpen(String code) {
        return !store.anyOperator() && codes.look(code, "setup").isPresent();
    }

    public boolean anyOperator() {
        return store.anyOperator();
    }

    /** Sets a password without asking for the old one: demo data and the person's own start or reset. */
    public void setPassword(UUID account, String password) {
        store.setPassword(account, passwords.hash(password));
    }

    /** Takes effect at once at every host; members' rows hear {@link AccountLanguageChanged}. */
    void setLanguage(UUID account, String language) {
        store.setLanguage(account, language);
        events.publishEvent(new AccountLanguageChanged(account, language));
        sessions.changed();
    }

    /**
     * Its owner has proved the new address. Mailed links to the old one stop working, and whoever is signed in elsewhere is
     * signed out; members' rows hear {@link AccountAddressChanged}.
     *
     * @param session the sign-in that stays
     * @return false when the address belongs to somebody by now
     */
    boolean changeAddress(UUID id, String email, UUID session) {
        if (store.byEmail(email).isPresent()) {
            return false;
        }
        String before = Objects.requireNonNullElse(get(id).email(), "");
        store.setEmail(id, email, clock.instant());
        List.of("link", "reset", "confirm", "prove").forEach(purpose -> codes.forget(purpose, id));
        sessions.endOthers(id, session);
        events.publishEvent(new AccountAddressChanged(id, before, email));
        return true;
    }

    /** The tenants that have invited this account and wait for its answer. */
    public List<UUID> invitations(UUID account) {
        return store.invitations(account, clock.instant());
    }

    /** Corrects the name of an account that belongs to the present tenant alone; another space's people keep theirs. */
    public void rename(UUID account, String name) {
        List<Membership> all = store.memberships(account);
        if (all.size() == 1 && all.getFirst().tenantId().equals(Scope.tenant())) {
            store.setName(account, name);
            sessions.changed();
        }
    }

    public List<Membership> memberships(UUID account) {
        return store.memberships(account);
    }

    /** The member of the present tenant that this account is. */
    public Optional<UUID> personOf(UUID account) {
        return store.memberships(account).stream()
                .filter(one -> one.tenantId().equals(Scope.tenant()))
                .map(Membership::personId)
                .findFirst();
    }

    /**
     * A new code to print for a member without e-mail, for 30 days. It replaces the password and ends every session, so
     * it is refused for whoever has an e-mail address, belongs to another space too, or runs the installation: a manager
     * of one space must not come into another by it.
     */
    public String startCode(UUID person) {
        Account account = ofPerson(person).orElseThrow(NotFound::new);
        if (account.email() != null
                || account.operator()
                || store.memberships(account.id()).size() > 1) {
            throw new Refused("", "identity.startCode.refused");
        }
        String code = StartCode.make();
        store.setStartCode(
                account.id(),
                passwords.hash(StartCode.plain(code)),
                clock.instant().plus(START_CODE));
        sessions.endAll(account.id());
        return code;
    }

    /**
     * A code for the page that makes the owner of the address a member of the present tenant when they press its button,
     * for 14 days. Earlier ones for the same space stop working.
     *
     * @return the whole address of that page
     */
    public String invitation(Account account) {
        codes.forget("invitation", account.id(), Scope.tenant());
        String code =
                codes.make(new Codes.Code("invitation", account.id(), Scope.tenant(), null, null, "/"), INVITATION);
        return tenants.programme().address() + "/invitation?code=" + code;
    }

    /** The invitation to the present tenant, if one is open, stops working. */
    public void withdraw(Account account) {
        codes.forget("invitation", account.id(), Scope.tenant());
    }

    /** The account behind a member of the present tenant. */
    public Optional<Account> ofPerson(UUID person) {
        return store.accountOf(Scope.tenant(), person).flatMap(store::find);
    }

    /** The language of each member's account, for mail to many. */
    public Map<UUID, String> languages(Collection<UUID> persons) {
        return store.languages(Scope.tenant(), persons);
    }

    /** Makes the account a member of the present tenant. */
    public void join(UUID account, UUID person, Role role) {
        store.insert(new Membership(account, Scope.tenant(), person, role, false));
        sessions.changed();
    }

    /** Changes what a member of the present tenant is; takes effect on all nodes at once. */
    public void change(UUID person, Role role, boolean onlyOwnGroups) {
        UUID account = store.accountOf(Scope.tenant(), person).orElseThrow(NotFound::new);
        store.update(new Membership(account, Scope.tenant(), person, role, onlyOwnGroups));
        sessions.changed();
    }

    /** Ends a membership of the present tenant; the account stays. */
    public void leave(UUID person) {
        store.removeMembership(Scope.tenant(), person);
        sessions.changed();
    }

    private Account make(
            @Nullable String email, @Nullable String username, String name, String language, boolean operator) {
        Instant now = clock.instant();
        Account account =
                new Account(Ids.next(), email, username, null, name.strip(), language, operator, "active", now, null);
        store.insert(account);
        return account;
    }
}
