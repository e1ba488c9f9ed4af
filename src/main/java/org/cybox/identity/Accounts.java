package org.cybox.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Bulletin;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts in the world and their memberships. Passwords and sessions stay inside this module. */
@Component
public class Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final Codes codes;
    private final Bulletin bulletin;
    private final Clock clock;

    Accounts(AccountStore store, Passwords passwords, Codes codes, Bulletin bulletin, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.codes = codes;
        this.bulletin = bulletin;
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
        if (!address.matches("[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+|[^@\\s<>\"]+@localhost") || address.length() > 254) {
            throw new Refused("email", "identity.email.malformed", email.strip());
        }
        return store.byEmail(address).orElseGet(() -> make(address, null, name, language, false));
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

    /** Makes an operator who can sign in at once. For the first start only. */
    public Account operator(String email, String name, String password) {
        Account account = make(email.strip().toLowerCase(Locale.ROOT), null, name, "en", true);
        store.setPassword(account.id(), passwords.hash(password));
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

    public void setLanguage(UUID account, String language) {
        store.setLanguage(account, language);
        bulletin.post("session", Bulletin.EVERYTHING);
    }

    public List<Membership> memberships(UUID account) {
        return store.memberships(account);
    }

    /** The account behind a member of the present tenant. */
    public Optional<Account> ofPerson(UUID person) {
        return store.accountOf(Scope.tenant(), person).flatMap(store::find);
    }

    /** Makes the account a member of the present tenant. */
    public void join(UUID account, UUID person, Role role) {
        store.insert(new Membership(account, Scope.tenant(), person, role, false));
        bulletin.post("session", Bulletin.EVERYTHING);
    }

    /** Changes what a member of the present tenant is; takes effect on all nodes at once. */
    public void change(UUID person, Role role, boolean onlyOwnGroups) {
        UUID account = store.accountOf(Scope.tenant(), person).orElseThrow(NotFound::new);
        store.update(new Membership(account, Scope.tenant(), person, role, onlyOwnGroups));
        bulletin.post("session", Bulletin.EVERYTHING);
    }

    /** Ends a membership of the present tenant; the account stays. */
    public void leave(UUID person) {
        store.removeMembership(Scope.tenant(), person);
        bulletin.post("session", Bulletin.EVERYTHING);
    }

    private Account make(
            @Nullable String email, @Nullable String username, String name, String language, boolean operator) {
        Instant now = clock.instant();
        Account account = new Account(
                Ids.next(), email, username, null, name.strip(), language, operator, "active", now, null);
        store.insert(account);
        return account;
    }
}
