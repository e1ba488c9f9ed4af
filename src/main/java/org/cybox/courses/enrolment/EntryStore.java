package org.cybox.courses.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course.Outcomes;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A published course as somebody sees it who thinks of joining. */
    record Entry(
            UUID id,
            Words title,
            Words summary,
            Words audience,
            String languages,
            int hours,
            Outcomes outcomes,
            UUID releaseId,
            boolean enrolOpen,
            boolean enrolApproval,
            String enrolKey,
            @Nullable LocalDate enrolUntil,
            boolean listed) {

        /** open, key, approval; closed when only a manager enrols; over when the last day has passed. */
        String way(LocalDate today) {
            if (!enrolOpen && !enrolApproval && enrolKey.isBlank()) {
                return "closed";
            }
            if (enrolUntil != null && enrolUntil.isBefore(today)) {
                return "over";
            }
            return !enrolKey.isBlank() ? "key" : enrolApproval ? "approval" : "open";
        }
    }

    /** @return only what is published, open and not binned; {@code listed} when strangers may see it */
    Optional<Entry> find(UUID course) {
        return jdbc.sql("""
                        select c.id, c.title, c.summary, c.audience, c.languages, c.hours, c.outcomes, c.release_id,
                               c.enrol_open, c.enrol_approval, c.enrol_key, c.enrol_until,
                               coalesce(e.open_to = 'anyone', false) as listed
                        from courses.course c
                        left join catalogue.entry e on e.tenant_id = c.tenant_id and e.id = c.id
                        where c.id = :course
                          and c.state = 'open'
                          and c.release_id is not null
                        """).param("course", course).query(Entry.class).optional();
    }
}
