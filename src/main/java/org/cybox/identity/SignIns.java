package org.cybox.identity;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks who someone says they are, slowing down guessing: five wrong passwords for one account or thirty from one
 * address within a quarter of an hour close that way for the rest of it. Neither the answer nor its time tells whether
 * an account exists. A printed start code counts as a password that must be replaced at once.
 */
@Component
class SignIns {

    private static final int FOR_ONE_ACCOUNT = 5;
    private static final int FROM_ONE_ADDRESS = 30;
    private static final int LETTERS_FOR_ONE = 3;
    private static final int LETTERS_FROM_ONE_ADDRESS = 20;

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Work work;
    private final Clock clock;

    SignIns(AccountStore accounts, Passwords passwords, Attempts attempts, Work work, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.work = work;
        this.clock = clock;
    }

    /** @param byStartCode a new password has to be chosen before anything else */
    record Proven(Account account, boolean byStartCode) {}

    /** @param sign e-mail address or user name; refused with the same sentence whatever was wrong */
    Proven withPassword(String sign, String password, String address) {
        String account = "account:" + plain(sign);
        String origin = "address:" + address;
        if (attempts.reached(account, FOR_ONE_ACCOUNT) || attempts.reached(origin, FROM_ONE_ADDRESS)) {
            throw Refused.tooOften(Attempts.WINDOW, "", "identity.locked");
        }
        Optional<AccountStore.Proof> proof = work.here(() -> accounts.proof(plain(sign)));
        boolean byCode = proof.filter(one -> one.byStartCode(clock.instant())).isPresent();
        @Nullable String hash = proof.map(one -> one.hash(clock.instant())).orElse(null);
        boolean right = passwords.matches(byCode ? StartCode.plain(password) : password, hash);
        if (!right) {
            attempts.count(account, origin);
            throw new Refused("", "identity.wrong");
        }
        return new Proven(
                work.here(() -> accounts.find(proof.orElseThrow().id()).orElseThrow()), byCode);
    }

    /** Asks who is signed in for the password once more; refused in field {@code old} when it is wrong. */
    void again(Account account, String password, String address) {
        try {
            withPassword(account.sign(), password, address);
        } catch (Refused refused) {
            throw refused.key().equals("identity.wrong") ? new Refused("old", "identity.password.old.wrong") : refused;
        }
    }

    /** Before a link or a reset is mailed: three for one account, twenty from one address. */
    void beforeLetter(String sign, String address) {
        String account = "letter:" + plain(sign);
        String origin = "letters:" + address;
        if (attempts.reached(account, LETTERS_FOR_ONE) || attempts.reached(origin, LETTERS_FROM_ONE_ADDRESS)) {
            throw Refused.tooOften(Attempts.WINDOW, "", "identity.letters");
        }
        attempts.count(account, origin);
    }

    /** Before a new address is asked for: as a letter to that address, and three for one account whatever the address. */
    void beforeAddress(UUID account, String email, String address) {
        String own = "address-of:" + account;
        if (attempts.reached(own, LETTERS_FOR_ONE)) {
            throw Refused.tooOften(Attempts.WINDOW, "", "identity.letters");
        }
        beforeLetter(email, address);
        attempts.count(own);
    }

    private static String plain(String sign) {
        return sign.strip().toLowerCase(Locale.ROOT);
    }
}
