package org.cybox.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks who someone says they are, slowing down guessing: five wrong passwords for one account or thirty from one
 * address within a quarter of an hour close that way for the rest of it. The answer never tells whether an account exists.
 */
@Component
class SignIns {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FOR_ONE_ACCOUNT = 5;
    private static final int FROM_ONE_ADDRESS = 30;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Work work;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignIns(Accounts accounts, Passwords passwords, Work work, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.work = work;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param sign e-mail address or user name; refused with the same sentence whatever was wrong */
    Account withPassword(String sign, String password, String address) {
        String account = "account:" + sign.strip().toLowerCase(Locale.ROOT);
        String origin = "address:" + address;
        boolean closed = work.here(
                () -> failures(account) >= FOR_ONE_ACCOUNT || failures(origin) >= FROM_ONE_ADDRESS);
        if (closed) {
            throw new Refused("", "identity.locked");
        }
        Optional<Account> found = work.here(() -> accounts.find(sign));
        boolean right = passwords.matches(
                password, found.map(Account::passwordHash).orElse(null));
        if (!right || found.filter(Account::active).isEmpty()) {
            work.apart(() -> fail(account) + fail(origin));
            throw new Refused("", "identity.wrong");
        }
        return found.get();
    }

    private int failures(String subject) {
        return jdbc.sql("select count(*) from identity.failure where subject_hash = :subject and at > :since")
                .param("subject", Secret.hash(subject))
                .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
                .query(Integer.class)
                .single();
    }

    private int fail(String subject) {
        Instant now = clock.instant();
        return jdbc.sql("insert into identity.failure (subject_hash, at, id) values (:subject, :now, :id)")
                .param("subject", Secret.hash(subject))
                .param("now", Timestamp.from(now))
                .param("id", Ids.next())
                .update();
    }
}
