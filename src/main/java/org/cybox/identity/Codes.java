package org.cybox.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes that can be used once: hand-over between hosts, mailed links, invitations, resets. Only digests are kept. */
@Component
class Codes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Codes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Code(
            String purpose,
            @Nullable UUID accountId,
            @Nullable UUID tenantId,
            @Nullable UUID sessionId,
            @Nullable String stateHash,
            String target) {}

    /** @return the code to give away */
    String make(Code code, Duration life) {
        String secret = Secret.make();
        jdbc.sql("""
                        insert into identity.one_time_code (code_hash, purpose, account_id, tenant_id, session_id,
                                                            state_hash, target, expires_at)
                        values (:hash, :purpose, :account, :tenant, :session, :state, :target, :expires)
                        """)
                .param("hash", Secret.hash(secret))
                .param("purpose", code.purpose())
                .param("account", code.accountId())
                .param("tenant", code.tenantId())
                .param("session", code.sessionId())
                .param("state", code.stateHash())
                .param("target", code.target())
                .param("expires", Timestamp.from(clock.instant().plus(life)))
                .update();
        return secret;
    }

    /** Codes of that purpose stop working. */
    void forget(String purpose) {
        jdbc.sql("delete from identity.one_time_code where purpose = :purpose")
                .param("purpose", purpose)
                .update();
    }

    void forget(String purpose, UUID account, UUID tenant) {
        jdbc.sql("""
                        delete from identity.one_time_code
                        where purpose = :purpose and account_id = :account and tenant_id = :tenant
                        """)
                .param("purpose", purpose)
                .param("account", account)
                .param("tenant", tenant)
                .update();
    }

    void forget(String purpose, UUID account) {
        jdbc.sql("delete from identity.one_time_code where purpose = :purpose and account_id = :account")
                .param("purpose", purpose)
                .param("account", account)
                .update();
    }

    /** What a code stands for, without using it up: for the page with the button. */
    Optional<Code> look(String secret, String purpose) {
        return jdbc.sql("""
                        select purpose, account_id, tenant_id, session_id, state_hash, target
                        from identity.one_time_code
                        where code_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                        """)
                .param("hash", Secret.hash(secret))
                .param("purpose", purpose)
                .param("now", Timestamp.from(clock.instant()))
                .query(Code.class)
                .optional();
    }

    /** Uses a code; a second use, even at the same moment, finds nothing. */
    Optional<Code> use(String secret, String purpose) {
        return jdbc.sql("""
                        update identity.one_time_code set used_at = :now
                        where code_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                        returning purpose, account_id, tenant_id, session_id, state_hash, target
                        """)
                .param("hash", Secret.hash(secret))
                .param("purpose", purpose)
                .param("now", Timestamp.from(clock.instant()))
                .query(Code.class)
                .optional();
    }
}
