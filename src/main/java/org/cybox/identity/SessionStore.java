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
        jdbc.sql("""
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
        return jdbc.sql("""
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
                        Optional.ofNullable(row.getObject("person_id", UUID.class))
                                .orElse(Visitor.NOBODY),
                        row.getObject("session", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("role")).map(Role::of),
                        row.getBoolean("operator"),
                        row.getBoolean("only_own_groups"),
                        row.getString("language"),
                        row.getBoolean("shared_computer")))
                .optional();
    }

    /** At most every five minutes. On a shared computer being there keeps the session, for twelve hours at most. */
    void seen(String tokenHash, Instant now, Instant sharedUntil) {
        jdbc.sql("""
                        update identity.session s
                        set seen_at = :now,
                            expires_at = case when s.shared_computer
                                              then least(s.created_at + interval '12 hours', :until)
                                              else s.expires_at end
                        from identity.session mine
                        where mine.token_hash = :hash and mine.seen_at < :before
                          and s.id in (mine.id, mine.parent_id)
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(sharedUntil))
                .param("before", Timestamp.from(now.minusSeconds(300)))
                .param("hash", tokenHash)
                .update();
    }

    /** One sign-in with all hosts it reached. @param id of the session at the bare host */
    record Family(UUID id, boolean sharedComputer, String agent, Instant createdAt, Instant seenAt) {}

    List<Family> families(UUID account, Instant now) {
        return jdbc.sql("""
                        select coalesce(parent_id, id) as id, bool_or(shared_computer) as shared_computer,
                               min(agent) as agent, min(created_at) as created_at, max(seen_at) as seen_at
                        from identity.session
                        where account_id = :account and expires_at > :now
                        group by coalesce(parent_id, id)
                        order by max(seen_at) desc
                        limit 100
                        """)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .query(Family.class)
                .list();
    }

    /** The sign-in that a session came from, itself if it is one. */
    UUID family(UUID session) {
        return jdbc.sql("select coalesce(parent_id, id) from identity.session where id = :id")
                .param("id", session)
                .query(UUID.class)
                .optional()
                .orElse(session);
    }

    void endOne(UUID account, UUID family) {
        jdbc.sql("delete from identity.session where account_id = :account and id = :id")
                .param("account", account)
                .param("id", family)
                .update();
    }

    void endOthers(UUID account, UUID family) {
        jdbc.sql("""
                        delete from identity.session
                        where account_id = :account and coalesce(parent_id, id) <> :id
                        """).param("account", account).param("id", family).update();
    }

    /** Ends a session together with the one it was derived from and everything derived from that. */
    void endFamily(UUID session) {
        jdbc.sql("""
                        delete from identity.session
                        where id = (select coalesce(parent_id, id) from identity.session where id = :id)
                        """).param("id", session).update();
    }

    void endAll(UUID account) {
        jdbc.sql("delete from identity.session where account_id = :account")
                .param("account", account)
                .update();
    }

    /** Ended sessions and spent codes. What others were derived from stays while one of those lives. */
    void purge(Instant now) {
        jdbc.sql("""
                        delete from identity.session s
                        where s.expires_at < :now
                          and not exists (select 1 from identity.session c where c.parent_id = s.id and c.expires_at >= :now)
                        """).param("now", Timestamp.from(now)).update();
        jdbc.sql("delete from identity.one_time_code where expires_at < :before")
                .param("before", Timestamp.from(now.minusSeconds(86_400)))
                .update();
    }
}
