package org.cybox.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A session at one host. @param parent the session at the bare host it was derived from */
    record Session(
            UUID id,
            UUID accountId,
            UUID tenantId,
            @Nullable UUID parentId,
            boolean sharedComputer,
            String agent,
            Instant createdAt,
            Instant seenAt,
            Instant expiresAt) {}

    void insert(String tokenHash, Session session) {
        jdbc.sql(
                        """
                        insert into identity.session (token_hash, id, account_id, tenant_id, parent_id, shared_computer,
                                                      agent, created_at, seen_at, expires_at)
                        values (:hash, :id, :account, :tenant, :parent, :shared, :agent, :created, :created, :expires)
                        """)
                .param("hash", tokenHash)
                .param("id", session.id())
                .param("account", session.accountId())
                .param("tenant", session.tenantId())
                .param("parent", session.parentId())
                .param("shared", session.sharedComputer())
                .param("agent", session.agent())
                .param("created", Timestamp.from(session.createdAt()))
                .param("expires", Timestamp.from(session.expiresAt()))
                .update();
    }

    /** The visitor behind a cookie at this tenant's host, with rights as they are now. */
    Optional<Visitor> visitor(String tokenHash, UUID tenant, Instant now) {
        return jdbc.sql(
                        """
                        select s.id as session, a.id as account, a.name, a.operator, a.language, s.shared_computer,
                               m.person_id, m.role, coalesce(m.only_own_groups, false) as only_own_groups
                        from identity.session s
                        join identity.account a on a.id = s.account_id and a.state = 'active'
                        left join identity.membership m on m.account_id = a.id and m.tenant_id = s.tenant_id
                        where s.token_hash = :hash and s.tenant_id = :tenant and s.expires_at > :now
                        """)
                .param("hash", tokenHash)
                .param("tenant", tenant)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Visitor(
                        row.getObject("account", UUID.class),
                        Optional.ofNullable(row.getObject("person_id", UUID.class)).orElse(Visitor.NOBODY),
                        row.getObject("session", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("role")).map(Role::of),
                        row.getBoolean("operator"),
                        row.getBoolean("only_own_groups"),
                        row.getString("language"),
                        row.getBoolean("shared_computer")))
                .optional();
    }

    void seen(String tokenHash, Instant now) {
        jdbc.sql(
                        """
                        update identity.session set seen_at = :now
                        where token_hash = :hash and seen_at < :before
                        """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minusSeconds(300)))
                .param("hash", tokenHash)
                .update();
    }

    List<Session> ofAccount(UUID account, Instant now) {
        return jdbc.sql(
                        """
                        select id, account_id, tenant_id, parent_id, shared_computer, agent, created_at, seen_at, expires_at
                        from identity.session
                        where account_id = :account and expires_at > :now
                        order by seen_at desc
                        """)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .query(Session.class)
                .list();
    }

    /** Ends a session together with the one it was derived from and everything derived from that. */
    void endFamily(UUID session) {
        jdbc.sql(
                        """
                        delete from identity.session
                        where id = (select coalesce(parent_id, id) from identity.session where id = :id)
                        """)
                .param("id", session)
                .update();
    }

    void endAll(UUID account) {
        jdbc.sql("delete from identity.session where account_id = :account").param("account", account).update();
    }

    void purge(Instant now) {
        jdbc.sql("delete from identity.session where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
