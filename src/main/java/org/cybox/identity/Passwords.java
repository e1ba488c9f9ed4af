package org.cybox.identity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cybox.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (19 MiB, 2 passes, 1 lane: OWASP's minimum) behind a gate with one permit a core, so that a rush of sign-ins
 * costs time and not memory.
 */
@Component
class Passwords {

    private static final int LONGEST_QUEUE = 500;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore gate = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobody = encoder.encode(Secret.make());

    /** @param password 12 to 200 characters; refused otherwise */
    String hash(String password) {
        if (password.length() < 12) {
            throw new Refused("password", "identity.password.short");
        }
        if (password.length() > 200) {
            throw new Refused("password", "identity.password.long");
        }
        return throughGate(() -> encoder.encode(password));
    }

    /** As above, refused also when it is the address or the name that one signs in with. */
    String hash(String password, Account account) {
        if (password.equalsIgnoreCase(account.email()) || password.equalsIgnoreCase(account.username())) {
            throw new Refused("password", "identity.password.sameAsName");
        }
        return hash(password);
    }

    /** Takes as long for an unknown account as for a known one. */
    boolean matches(String password, @Nullable String hash) {
        boolean right = throughGate(() -> encoder.matches(
                password.length() > 200 ? password.substring(0, 200) : password, hash == null ? nobody : hash));
        return right && hash != null;
    }

    private <T> T throughGate(Supplier<T> work) {
        try {
            if (gate.getQueueLength() > LONGEST_QUEUE || !gate.tryAcquire(30, TimeUnit.SECONDS)) {
                throw Refused.busy(A_MINUTE, "", "identity.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.busy(A_MINUTE, "", "identity.busy");
        }
        try {
            return work.get();
        } finally {
            gate.release();
        }
    }
}
