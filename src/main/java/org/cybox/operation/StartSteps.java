package org.cybox.operation;

import java.sql.Timestamp;
import java.time.Clock;
import org.cybox.platform.data.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what a first start has done, so that one that was cut short goes on and none is repeated. */
@Component
class StartSteps {

    private final JdbcClient jdbc;
    private final Work work;
    private final Clock clock;

    StartSteps(JdbcClient jdbc, Work work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    boolean done(String name) {
        return work.inWorld(() -> jdbc.sql("select exists (select 1 from operation.start_step where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single());
    }

    void note(String name) {
        work.inWorld(() -> jdbc.sql("""
                        insert into operation.start_step (name, done_at) values (:name, :now)
                        on conflict (name) do nothing
                        """)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }
}
