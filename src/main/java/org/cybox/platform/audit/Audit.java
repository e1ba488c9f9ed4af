package org.cybox.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Who did what to whom, and why: written in the transaction that does it, never changed. */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param by a stranger stands for the program itself
     * @param action {@code module.what}; @param subject kind of the thing
     * @param reason in the person's own words, or blank
     * @param details what was before and after; no secrets, no personal data that is not needed
     */
    public void record(
            Visitor by, String action, String subject, UUID subjectId, String reason, Map<String, ?> details) {
        jdbc.sql("""
                        insert into platform.audit (id, at, account_id, person_id, action, subject, subject_id, reason,
                                                    details)
                        values (:id, :at, :account, :person, :action, :subject, :subjectId, :reason, :details::jsonb)
                        """)
                .param("id", Ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("account", known(by.account()))
                .param("person", known(by.person()))
                .param("action", action)
                .param("subject", subject)
                .param("subjectId", subjectId)
                .param("reason", reason.strip())
                .param("details", Json.write(details))
                .update();
    }

    /** As {@link #record}, the same about many things in one statement. */
    public void recordAll(
            Visitor by,
            String action,
            String subject,
            Collection<UUID> subjectIds,
            String reason,
            Map<String, ?> details) {
        jdbc.sql("""
                        insert into platform.audit (id, at, account_id, person_id, action, subject, subject_id, reason,
                                                    details)
                        select n.id, :at::timestamptz, :account::uuid, :person::uuid, :action, :subject, n.subject_id, :reason,
                               :details::jsonb
                        from unnest(:ids::uuid[], :subjectIds::uuid[]) as n (id, subject_id)
                        """)
                .param("ids", subjectIds.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .param("subjectIds", subjectIds.toArray(UUID[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .param("account", known(by.account()), Types.OTHER)
                .param("person", known(by.person()), Types.OTHER)
                .param("action", action)
                .param("subject", subject)
                .param("reason", reason.strip())
                .param("details", Json.write(details))
                .update();
    }

    /** Newest first, at most 200. */
    public List<AuditEntry> of(UUID subjectId) {
        return jdbc.sql("""
                        select id, at, account_id, person_id, action, subject, subject_id, reason, details
                        from platform.audit
                        where subject_id = :subject
                        order by at desc, id desc
                        limit 200
                        """).param("subject", subjectId).query(Audit::entry).list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getObject("account_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("action"),
                row.getString("subject"),
                row.getObject("subject_id", UUID.class),
                row.getString("reason"),
                Json.read(row.getString("details"), new TypeReference<Map<String, Object>>() {}));
    }

    private static @Nullable UUID known(UUID id) {
        return id.equals(Visitor.NOBODY) ? null : id;
    }
}
