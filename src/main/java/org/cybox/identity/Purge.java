package org.cybox.identity;

import java.time.Duration;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Sessions, codes and counts that have had their time leave the database. */
@Component
class Purge implements Recurring {

    private final Sessions sessions;
    private final Attempts attempts;
    private final Work work;

    Purge(Sessions sessions, Attempts attempts, Work work) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.work = work;
    }

    @Override
    public String kind() {
        return "identity.purge";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        work.doInWorld(() -> {
            sessions.purge();
            attempts.purge();
        });
    }
}
