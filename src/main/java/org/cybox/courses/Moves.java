package org.cybox.courses;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Visitor;
import org.cybox.records.Records;
import org.cybox.records.Step;
import org.cybox.records.Step.Verb;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learners who go on in another release: never by themselves, always because somebody decided it. */
@Component
public class Moves {

    private final Courses courses;
    private final Releases releases;
    private final Records records;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Moves(
            Courses courses,
            Releases releases,
            Records records,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.courses = courses;
        this.releases = releases;
        this.records = records;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What becomes of a learner's progress in an activity that is not the same any more. */
    public enum Changed {
        KEPT,
        DONE_AGAIN
    }

    private record Moving(UUID id, UUID personId) {}

    /** How many learn in each release, those who have completed it included. */
    public Map<UUID, Integer> learners(UUID course) {
        Map<UUID, Integer> learners = new HashMap<>();
        jdbc.sql("""
                        select release_id, count(*) as learners
                        from courses.enrolment
                        where course_id = :course
                          and state in ('active', 'completed')
                        group by release_id
                        """)
                .param("course", course)
                .query((row, n) -> learners.put(row.getObject("release_id", UUID.class), row.getInt("learners")))
                .list();
        return learners;
    }

    /**
     * Everybody who learns in one release goes on in another. Progress in equal activities stays in any case.
     *
     * @param from number of a release; @param to number of another
     * @return how many were moved
     */
    public int move(Visitor visitor, UUID course, int from, int to, Changed changed) {
        courses.runBy(visitor, course);
        Release source = numbered(course, from);
        Release target = numbered(course, to);
        Instant now = clock.instant();
        List<Moving> moving = locked(course, source.id());
        if (moving.isEmpty() || source.id().equals(target.id())) {
            return 0;
        }
        records.introduce(visitor.person());
        UUID[] ids = moving.stream().map(Moving::id).toArray(UUID[]::new);
        List<Step> steps = new ArrayList<>();
        moving.forEach(one -> steps.add(Step.of(one.personId(), Verb.MOVED, course, target.id(), now)
                .byHand(visitor.person(), from + " → " + to)));
        if (changed == Changed.DONE_AGAIN) {
            steps.addAll(undone(ids, course, source, target, visitor, now));
        }
        records.append(steps);
        settle(ids, target);
        finish(ids, course, target, now);
        audit.record(
                visitor,
                "courses.moved",
                "course",
                course,
                "",
                Map.of("from", from, "to", to, "learners", moving.size(), "changed", changed.name()));
        events.publishEvent(new LearnersMoved(
                Scope.tenant(),
                course,
                target.id(),
                moving.stream().map(Moving::personId).toList()));
        return moving.size();
    }

    private Release numbered(UUID course, int number) {
        return releases.ofCourse(course).stream()
                .filter(release -> release.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Moving> locked(UUID course, UUID release) {
        return jdbc.sql("""
                        select id, person_id
                        from courses.enrolment
                        where course_id = :course
                          and release_id = :release
                          and state in ('active', 'completed')
                        for update
                        """)
                .param("course", course)
                .param("release", release)
                .query(Moving.class)
                .list();
    }

    private record Undone(UUID personId, UUID blockId) {}

    private List<Step> undone(UUID[] ids, UUID course, Release source, Release target, Visitor visitor, Instant now) {
        UUID[] changed = target.outline()
                .blocks()
                .filter(block -> source.outline()
                        .block(block.id())
                        .filter(was -> !was.version().equals(block.version()))
                        .isPresent())
                .map(Outline.Block::id)
                .toArray(UUID[]::new);
        return jdbc.sql("""
                        update courses.progress p
                        set state = 'opened', done_at = null, passed = null, score = null, score_max = null, by_hand = false
                        from courses.enrolment e
                        where e.id = p.enrolment_id
                          and p.enrolment_id = any(:ids)
                          and p.block_id = any(:blocks)
                          and p.state = 'done'
                        returning e.person_id, p.block_id
                        """).param("ids", ids).param("blocks", changed).query(Undone.class).list().stream()
                .map(one -> Step.of(one.personId(), Verb.UNCOMPLETED, course, target.id(), now)
                        .inBlock(one.blockId())
                        .byHand(visitor.person(), ""))
                .toList();
    }

    private void settle(UUID[] ids, Release target) {
        jdbc.sql("""
                        update courses.enrolment e
                        set release_id = :release, total = :total, done = n.done, score = n.score, score_max = n.score_max,
                            state = case when n.done = :total and :total > 0 then 'completed' else 'active' end
                        from (select m.id,
                                     (count(*) filter (where p.state = 'done' and p.block_id = any(:blocks)))::int as done,
                                     sum(p.score)::int as score,
                                     (sum(p.score_max) filter (where p.score is not null))::int as score_max
                              from courses.enrolment m
                              left join courses.progress p on p.enrolment_id = m.id
                              where m.id = any(:ids)
                              group by m.id) n
                        where e.id = n.id
                        """)
                .param("release", target.id())
                .param("total", target.outline().counting())
                .param(
                        "blocks",
                        target.outline()
                                .blocks()
                                .filter(Outline.Block::counts)
                                .map(Outline.Block::id)
                                .toArray(UUID[]::new))
                .param("ids", ids)
                .update();
    }

    private record Finished(UUID id, UUID personId) {}

    /** Who has done everything that the other release asks for has finished by it: told once. */
    private void finish(UUID[] ids, UUID course, Release target, Instant now) {
        List<Finished> finished = jdbc.sql("""
                        update courses.enrolment
                        set completed_at = :now
                        where id = any(:ids)
                          and state = 'completed'
                          and completed_at is null
                        returning id, person_id
                        """)
                .param("now", Timestamp.from(now))
                .param("ids", ids)
                .query(Finished.class)
                .list();
        records.append(finished.stream()
                .map(one -> Step.of(one.personId(), Verb.FINISHED, course, target.id(), now))
                .toList());
        finished.forEach(one -> events.publishEvent(
                new CourseCompleted(Scope.tenant(), course, target.id(), one.id(), one.personId(), now)));
    }
}
