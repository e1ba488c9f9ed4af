package org.cybox.courses;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EnrolmentStore {

    private static final String COLUMNS = """
            select id, course_id, person_id, release_id, state, via, enrolled_at, due_on, seen_at, last_block, done, total,
                   completed_at, reason
            from courses.enrolment
            """;

    private final JdbcClient jdbc;

    EnrolmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Enrolment> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Enrolment.class)
                .optional();
    }

    Optional<Enrolment> of(UUID course, UUID person) {
        return jdbc.sql(COLUMNS + " where course_id = :course and person_id = :person")
                .param("course", course)
                .param("person", person)
                .query(Enrolment.class)
                .optional();
    }

    /** Waits for whoever else works on this enrolment: two clicks must not both be first. */
    void lock(UUID id) {
        jdbc.sql("select id from courses.enrolment where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** @return false when the person is enrolled in the course already */
    boolean insert(Enrolment enrolment) {
        return jdbc.sql("""
                                insert into courses.enrolment (id, course_id, person_id, sort_name, release_id, state, via,
                                                               enrolled_at, due_on, done, total, reason)
                                select :id, :course, p.id, p.sort_name, :release, :state, :via, :at, :due, 0, :total, :reason
                                from people.person p
                                where p.id = :person
                                on conflict (tenant_id, course_id, person_id) do nothing
                                """)
                        .param("id", enrolment.id())
                        .param("course", enrolment.courseId())
                        .param("person", enrolment.personId())
                        .param("release", enrolment.releaseId())
                        .param("state", enrolment.state())
                        .param("via", enrolment.via())
                        .param("at", Timestamp.from(enrolment.enrolledAt()))
                        .param("due", enrolment.dueOn(), Types.DATE)
                        .param("total", enrolment.total())
                        .param("reason", enrolment.reason())
                        .update()
                == 1;
    }

    /** @return those who were not in the course yet */
    List<UUID> insertAll(
            UUID course, Collection<UUID> people, Release release, String via, Instant at, @Nullable LocalDate due) {
        return jdbc.sql("""
                        insert into courses.enrolment (id, course_id, person_id, sort_name, release_id, state, via,
                                                       enrolled_at, due_on, done, total)
                        select n.id, :course, p.id, p.sort_name, :release, 'active', :via, :at, :due, 0, :total
                        from unnest(:ids::uuid[], :people::uuid[]) as n (id, person_id)
                        join people.person p on p.id = n.person_id
                        on conflict (tenant_id, course_id, person_id) do nothing
                        returning person_id
                        """)
                .param("ids", people.stream().map(person -> Ids.next()).toArray(UUID[]::new))
                .param("people", people.toArray(UUID[]::new))
                .param("course", course)
                .param("release", release.id())
                .param("via", via)
                .param("at", Timestamp.from(at))
                .param("due", due, Types.DATE)
                .param("total", release.outline().counting())
                .query(UUID.class)
                .list();
    }

    /** Who was refused, has left or waits. */
    List<Enrolment> notLearning(UUID course, Collection<UUID> people) {
        return jdbc.sql(COLUMNS + """
                         where course_id = :course
                           and person_id = any(:people)
                           and state not in ('active', 'completed')
                        """)
                .param("course", course)
                .param("people", people.toArray(UUID[]::new))
                .query(Enrolment.class)
                .list();
    }

    /** With the points that its progress adds up to. */
    void update(Enrolment enrolment) {
        jdbc.sql("""
                        update courses.enrolment
                        set state = :state, via = :via, release_id = :release, due_on = :due, done = :done, total = :total,
                            completed_at = :completed, reason = :reason, score = s.score, score_max = s.score_max
                        from (select sum(g.score)::int as score, sum(g.score_max)::int as score_max
                              from courses.progress g
                              where g.enrolment_id = :id
                                and g.score is not null) s
                        where id = :id
                        """)
                .param("id", enrolment.id())
                .param("state", enrolment.state())
                .param("via", enrolment.via())
                .param("release", enrolment.releaseId())
                .param("due", enrolment.dueOn(), Types.DATE)
                .param("done", enrolment.done())
                .param("total", enrolment.total())
                .param("completed", timestamp(enrolment.completedAt()), Types.TIMESTAMP)
                .param("reason", enrolment.reason())
                .update();
    }

    /** Adds up the points of all learners of a course once more. @return those whose sum was another one */
    List<UUID> addUp(UUID course) {
        return jdbc.sql("""
                        update courses.enrolment e
                        set score = s.score, score_max = s.score_max
                        from (select m.id, sum(g.score)::int as score,
                                     (sum(g.score_max) filter (where g.score is not null))::int as score_max
                              from courses.enrolment m
                              left join courses.progress g on g.enrolment_id = m.id
                              where m.course_id = :course
                              group by m.id) s
                        where e.id = s.id
                          and (e.score is distinct from s.score or e.score_max is distinct from s.score_max)
                        returning e.id
                        """).param("course", course).query(UUID.class).list();
    }

    void seen(UUID enrolment, UUID block, Instant now) {
        jdbc.sql("update courses.enrolment set seen_at = :now, last_block = :block where id = :id")
                .param("now", Timestamp.from(now))
                .param("block", block)
                .param("id", enrolment)
                .update();
    }

    List<BlockProgress> progress(UUID enrolment) {
        return jdbc.sql("""
                        select block_id, state, score, score_max, passed, opened_at, seen_at, done_at, by_hand, place
                        from courses.progress
                        where enrolment_id = :enrolment
                        """)
                .param("enrolment", enrolment)
                .query(BlockProgress.class)
                .list();
    }

    /** All of a course; nobody changes them until the transaction ends. */
    List<Enrolment> lockAll(UUID course) {
        return jdbc.sql(COLUMNS + " where course_id = :course order by id for update")
                .param("course", course)
                .query(Enrolment.class)
                .list();
    }

    record Kept(
            UUID enrolmentId,
            UUID blockId,
            String state,
            @Nullable Integer score,
            @Nullable Integer scoreMax,
            @Nullable Boolean passed,
            Instant openedAt,
            Instant seenAt,
            @Nullable Instant doneAt,
            boolean byHand,
            String place) {

        BlockProgress progress() {
            return new BlockProgress(blockId, state, score, scoreMax, passed, openedAt, seenAt, doneAt, byHand, place);
        }
    }

    /** By enrolment, then by block. */
    Map<UUID, Map<UUID, BlockProgress>> progressOfCourse(UUID course) {
        return jdbc.sql("""
                        select g.enrolment_id, g.block_id, g.state, g.score, g.score_max, g.passed, g.opened_at, g.seen_at,
                               g.done_at, g.by_hand, g.place
                        from courses.progress g
                        join courses.enrolment e on e.tenant_id = g.tenant_id and e.id = g.enrolment_id
                        where e.course_id = :course
                        """).param("course", course).query(Kept.class).list().stream()
                .collect(Collectors.groupingBy(Kept::enrolmentId, Collectors.toMap(Kept::blockId, Kept::progress)));
    }

    void forget(UUID enrolment, UUID block) {
        jdbc.sql("delete from courses.progress where enrolment_id = :enrolment and block_id = :block")
                .param("enrolment", enrolment)
                .param("block", block)
                .update();
    }

    void put(UUID enrolment, BlockProgress progress) {
        jdbc.sql("""
                        insert into courses.progress (enrolment_id, block_id, state, score, score_max, passed, opened_at,
                                                      seen_at, done_at, by_hand, place)
                        values (:enrolment, :block, :state, :score, :scoreMax, :passed, :opened, :seen, :done, :byHand, :place)
                        on conflict (tenant_id, enrolment_id, block_id) do update
                        set state = excluded.state, score = excluded.score, score_max = excluded.score_max,
                            passed = excluded.passed, seen_at = excluded.seen_at, done_at = excluded.done_at,
                            by_hand = excluded.by_hand, place = excluded.place
                        """)
                .param("enrolment", enrolment)
                .param("block", progress.blockId())
                .param("state", progress.state())
                .param("score", progress.score(), Types.INTEGER)
                .param("scoreMax", progress.scoreMax(), Types.INTEGER)
                .param("passed", progress.passed(), Types.BOOLEAN)
                .param("opened", Timestamp.from(progress.openedAt()))
                .param("seen", Timestamp.from(progress.seenAt()))
                .param("done", timestamp(progress.doneAt()), Types.TIMESTAMP)
                .param("byHand", progress.byHand())
                .param("place", progress.place())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
