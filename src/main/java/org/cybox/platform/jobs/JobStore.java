package org.cybox.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JobStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    JobStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID id, String kind, UUID person) {
        jdbc.sql("""
                        insert into platform.job (id, kind, person_id, state, created_at)
                        values (:id, :kind, :person, 'waiting', :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What a job needs to know, where only its tenant reads it. */
    UUID keep(UUID content, String payload) {
        jdbc.sql("""
                        insert into platform.job_content (id, payload, created_at)
                        values (:id, :payload, :now)
                        """)
                .param("id", content)
                .param("payload", payload)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return content;
    }

    Optional<String> content(UUID content) {
        return jdbc.sql("select payload from platform.job_content where id = :id")
                .param("id", content)
                .query(String.class)
                .optional();
    }

    void forget(UUID content) {
        jdbc.sql("delete from platform.job_content where id = :id")
                .param("id", content)
                .update();
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql("""
                        select id, kind, person_id, state, done, total, result, problem
                        from platform.job
                        where id = :id
                        """).param("id", id).query(Job.class).optional();
    }

    void progress(UUID id, String state, int done, int total) {
        jdbc.sql("""
                        update platform.job set state = :state, done = :done, total = :total
                        where id = :id and state in ('waiting', 'running')
                        """)
                .param("id", id)
                .param("state", state)
                .param("done", done)
                .param("total", total)
                .update();
    }

    void done(UUID id, int done, int total, Job.Result result) {
        jdbc.sql("""
                        update platform.job
                        set state = 'done', done = :done, total = :total, result = :result::jsonb, ended_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .param("result", Json.write(result))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @param result holds the text of a refusal; @param problem for the operator who looks into the database */
    void failed(UUID id, Job.Result result, String problem) {
        jdbc.sql("""
                        update platform.job
                        set state = 'failed', result = :result::jsonb, problem = :problem, ended_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("result", Json.write(result))
                .param("problem", problem)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
