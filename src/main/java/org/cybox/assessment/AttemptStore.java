package org.cybox.assessment;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttemptStore {

    private static final String COLUMNS = """
            select id, enrolment_id, person_id, course_id, block_id, release_id, version_id, number, seed, state,
                   started_at, deadline, submitted_at, score, score_max, passed, adjusted, marks
            from assessment.attempt
            """;

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Attempt> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Attempt.class)
                .optional();
    }

    /** The same, waiting for whoever else ends or changes it. */
    Optional<Attempt> lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update")
                .param("id", id)
                .query(Attempt.class)
                .optional();
    }

    /** Oldest first. */
    List<Attempt> of(UUID enrolment, UUID block) {
        return jdbc.sql(COLUMNS + " where enrolment_id = :enrolment and block_id = :block order by number")
                .param("enrolment", enrolment)
                .param("block", block)
                .query(Attempt.class)
                .list();
    }

    /** Attempts of a test that count, by identifier: 500 after that one. */
    List<Attempt> counting(UUID block, UUID after) {
        return jdbc.sql(COLUMNS + " where block_id = :block and state <> 'open' and id > :after order by id limit 500")
                .param("block", block)
                .param("after", after)
                .query(Attempt.class)
                .list();
    }

    /** Open ones whose time was up by then, or expired ones for which nothing can come any more. */
    List<UUID> due(String state, Instant before) {
        return jdbc.sql("""
                        select id
                        from assessment.attempt
                        where state = :state and deadline < :before
                        order by deadline
                        limit 500
                        """)
                .param("state", state)
                .param("before", Timestamp.from(before))
                .query(UUID.class)
                .list();
    }

    /** @return false when there is an open attempt already, or one of that number */
    boolean insert(Attempt attempt) {
        return jdbc.sql("""
                                insert into assessment.attempt (id, enrolment_id, person_id, course_id, block_id, release_id,
                                                                version_id, number, seed, state, started_at, deadline)
                                values (:id, :enrolment, :person, :course, :block, :release, :version, :number, :seed, 'open',
                                        :started, :deadline)
                                on conflict do nothing
                                """)
                        .param("id", attempt.id())
                        .param("enrolment", attempt.enrolmentId())
                        .param("person", attempt.personId())
                        .param("course", attempt.courseId())
                        .param("block", attempt.blockId())
                        .param("release", attempt.releaseId())
                        .param("version", attempt.versionId())
                        .param("number", attempt.number())
                        .param("seed", attempt.seed())
                        .param("started", Timestamp.from(attempt.startedAt()))
                        .param("deadline", timestamp(attempt.deadline()), Types.TIMESTAMP)
                        .update()
                == 1;
    }

    void update(Attempt attempt) {
        jdbc.sql("""
                        update assessment.attempt
                        set state = :state, deadline = :deadline, submitted_at = :submitted, score = :score,
                            score_max = :max, passed = :passed, adjusted = :adjusted, marks = :marks::jsonb
                        where id = :id
                        """)
                .param("state", attempt.state())
                .param("deadline", timestamp(attempt.deadline()), Types.TIMESTAMP)
                .param("submitted", timestamp(attempt.submittedAt()), Types.TIMESTAMP)
                .param("score", attempt.score(), Types.INTEGER)
                .param("max", attempt.scoreMax(), Types.INTEGER)
                .param("passed", attempt.passed(), Types.BOOLEAN)
                .param("adjusted", attempt.adjusted(), Types.INTEGER)
                .param("marks", Json.write(attempt.marks()))
                .param("id", attempt.id())
                .update();
    }

    List<Answer> answers(UUID attempt) {
        return jdbc.sql("""
                        select question_id, given, sequence, noted_at, late, at
                        from assessment.answer
                        where attempt_id = :attempt
                        """).param("attempt", attempt).query(Answer.class).list();
    }

    /** One row for each answer of these attempts. */
    record Row(UUID attemptId, String questionId, Given given) {}

    List<Row> answersOf(Collection<UUID> attempts) {
        return jdbc.sql("""
                        select attempt_id, question_id, given
                        from assessment.answer
                        where attempt_id = any(:attempts)
                        """)
                .param("attempts", attempts.toArray(UUID[]::new))
                .query(Row.class)
                .list();
    }

    /**
     * Saves answers, all or none, if the attempt is that person's, open and in time - or over, and the device had noted
     * the answers in time. An older save leaves a newer one alone.
     *
     * @param given JSON by question
     * @param noted when the device noted it, or null
     * @return how many were written
     */
    int save(
            UUID attempt, UUID person, Map<String, String> given, long sequence, @Nullable Instant noted, Instant now) {
        return jdbc.sql("""
                        insert into assessment.answer (attempt_id, question_id, given, sequence, noted_at, late, at)
                        select a.id, g.question, g.given::jsonb, :sequence, cast(:noted as timestamptz),
                               a.deadline is not null and a.deadline < :grace, cast(:now as timestamptz)
                        from assessment.attempt a
                        cross join unnest(:questions::text[], :given::text[]) as g (question, given)
                        where a.id = :attempt
                          and a.person_id = :person
                          and ((a.state = 'open' and (a.deadline is null or a.deadline >= :grace))
                               or (a.state <> 'submitted' and a.deadline >= :latest
                                   and cast(:noted as timestamptz) between a.started_at and a.deadline))
                        on conflict (tenant_id, attempt_id, question_id) do update
                        set given = excluded.given, sequence = excluded.sequence, noted_at = excluded.noted_at,
                            late = excluded.late, at = excluded.at
                        where answer.sequence <= excluded.sequence
                        """)
                .param("sequence", sequence)
                .param("noted", timestamp(noted), Types.TIMESTAMP)
                .param("grace", Timestamp.from(now.minus(Attempt.GRACE)))
                .param("latest", Timestamp.from(now.minus(Attempt.LATE)))
                .param("now", Timestamp.from(now))
                .param("questions", given.keySet().toArray(String[]::new))
                .param("given", given.values().toArray(String[]::new))
                .param("attempt", attempt)
                .param("person", person)
                .update();
    }

    /** @param minutes beyond the time limit; @param attempts beyond the number of attempts */
    record Allowance(int minutes, int attempts) {
        static final Allowance NONE = new Allowance(0, 0);
    }

    Allowance allowance(UUID enrolment, UUID block) {
        return jdbc.sql("""
                        select minutes, attempts
                        from assessment.allowance
                        where enrolment_id = :enrolment and block_id = :block
                        """)
                .param("enrolment", enrolment)
                .param("block", block)
                .query(Allowance.class)
                .optional()
                .orElse(Allowance.NONE);
    }

    void allow(UUID enrolment, UUID block, int minutes, int attempts) {
        jdbc.sql("""
                        insert into assessment.allowance (enrolment_id, block_id, minutes, attempts)
                        values (:enrolment, :block, :minutes, :attempts)
                        on conflict (tenant_id, enrolment_id, block_id) do update
                        set minutes = allowance.minutes + excluded.minutes, attempts = allowance.attempts + excluded.attempts
                        """)
                .param("enrolment", enrolment)
                .param("block", block)
                .param("minutes", minutes)
                .param("attempts", attempts)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
