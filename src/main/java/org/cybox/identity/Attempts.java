package org.cybox.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what may be guessing or flooding, by what it was aimed at and by where it came from, over a quarter of an hour.
 * It counts alike for accounts that exist and for those that do not. Only digests are kept.
 */
@Component
class Attempts {

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Work work;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Work work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /** @param subject kind and value, such as {@code account:ada@court.example} */
    boolean reached(String subject, int limit) {
        return work.here(() -> jdbc.sql(
                                "select count(*) from identity.failure where subject_hash = :subject and at > :since")
                        .param("subject", Secret.hash(subject))
                        .param("since", Timestamp.from(clock.instant().minus(WINDOW)))
                        .query(Integer.class)
                        .single())
                >= limit;
    }

    /** Stays counted whatever becomes of the request. */
    void count(String... subjects) {
        Instant now = clock.instant();
        work.apart(() -> {
            for (String subject : subjects) {
                jdbc.sql("insert into identity.failure (subject_hash, at, id) values (:subject, :now, :id)")
                        .param("subject", Secret.hash(subject))
                        .param("now", Timestamp.from(now))
                        .param("id", Ids.next())
                        .update();
            }
            return now;
        });
    }

    /** Forgets what no longer counts. */
    void purge() {
        jdbc.sql("delete from identity.failure where at < :before")
                .param("before", Timestamp.from(clock.instant().minus(WINDOW)))
                .update();
    }
}
