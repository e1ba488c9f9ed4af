package org.cybox.platform.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Waiting(
            UUID id,
            String recipient,
            String subject,
            String bodyText,
            String bodyHtml,
            String language,
            Instant createdAt) {}

    void insert(UUID id, Mail mail) {
        jdbc.sql("""
                        insert into platform.mail (id, recipient, subject, body_text, body_html, language, state,
                                                   created_at)
                        values (:id, :to, :subject, :text, :html, :language, 'waiting', :now)
                        """)
                .param("id", id)
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("language", mail.language())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Empty when it was sent or given up already. */
    Optional<Waiting> waiting(UUID id) {
        return jdbc.sql("""
                        select id, recipient, subject, body_text, body_html, language, created_at
                        from platform.mail
                        where id = :id and state = 'waiting'
                        """).param("id", id).query(Waiting.class).optional();
    }

    /** What has gone is not kept: it may hold a link that signs somebody in. */
    void sent(UUID id) {
        jdbc.sql("""
                        update platform.mail
                        set state = 'sent', problem = null, body_text = '', body_html = '', sent_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void failed(UUID id, String reason) {
        jdbc.sql("""
                        update platform.mail
                        set state = 'failed', problem = :reason, body_text = '', body_html = ''
                        where id = :id and state = 'waiting'
                        """).param("id", id).param("reason", reason).update();
    }
}
