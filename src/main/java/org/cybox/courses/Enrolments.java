package org.cybox.courses;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Visitor;
import org.cybox.records.Records;
import org.cybox.records.Step;
import org.cybox.records.Step.Verb;
import org.cybox.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which course. */
@Component
public class Enrolments {

    private final EnrolmentStore store;
    private final Releases releases;
    private final Settling settling;
    private final Records records;
    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Clock clock;

    Enrolments(
            EnrolmentStore store,
            Releases releases,
            Settling settling,
            Records records,
            JdbcClient jdbc,
            Tenants tenants,
            Clock clock) {
        this.store = store;
        this.releases = releases;
        this.settling = settling;
        this.records = records;
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for an unknown enrolment. */
    public Enrolment get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    public Optional<Enrolment> of(UUID course, UUID person) {
        return store.of(course, person);
    }

    /**
     * Puts a person into a course, on the release that new learners get. Whoever is in it already stays as they are; one
     * who had left, was refused or has been waiting goes on where they were. Throws {@link NotFound} when the course has
     * no release.
     *
     * @param via open, key, approval, manager or csv
     */
    public Enrolment enrol(UUID course, UUID person, String via) {
        Instant now = clock.instant();
        Start start = start(course);
        Release release = releases.get(start.releaseId());
        Enrolment fresh = new Enrolment(
                Ids.next(),
                course,
                person,
                release.id(),
                "active",
                via,
                now,
                due(start.dueDays(), now),
                null,
                null,
                0,
                release.outline().counting(),
                null,
                "");
        records.introduce(person);
        if (store.insert(fresh)) {
            records.append(Step.of(person, Verb.ENROLLED, course, release.id(), now));
            return fresh;
        }
        Enrolment there = store.of(course, person).orElseThrow();
        return there.learning() ? there : again(there, fresh, via, now);
    }

    /**
     * As {@link #enrol}, for a whole class at once.
     *
     * @return those who were not in before
     */
    public List<UUID> enrolAll(UUID course, Collection<UUID> people, String via) {
        if (people.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Start start = start(course);
        Release release = releases.get(start.releaseId());
        records.introduceAll(people);
        List<UUID> fresh =
                new ArrayList<>(store.insertAll(course, people, release, via, now, due(start.dueDays(), now)));
        records.appendAll(fresh, Verb.ENROLLED, course, release.id(), now);
        for (Enrolment there : store.notLearning(course, people)) {
            enrol(course, there.personId(), via);
            fresh.add(there.personId());
        }
        return fresh;
    }

    /** Asks to be let in; a trainer or manager decides. @param message what the person says to it, or blank */
    public Enrolment request(UUID course, UUID person, String message) {
        Instant now = clock.instant();
        Release release = releases.get(start(course).releaseId());
        Enrolment wish = new Enrolment(
                Ids.next(),
                course,
                person,
                release.id(),
                "requested",
                "approval",
                now,
                null,
                null,
                null,
                0,
                release.outline().counting(),
                null,
                message);
        if (store.insert(wish)) {
            return wish;
        }
        Enrolment there = store.of(course, person).orElseThrow();
        if (there.learning() || there.state().equals("requested")) {
            return there;
        }
        store.update(there.in("requested", message));
        return get(there.id());
    }

    /** Ends it; what was learned stays in the ledger. A wish that is not granted is {@code refused}. */
    public void leave(Enrolment enrolment, String reason) {
        boolean wish = enrolment.state().equals("requested");
        if (!wish) {
            records.append(Step.of(
                    enrolment.personId(), Verb.LEFT, enrolment.courseId(), enrolment.releaseId(), clock.instant()));
        }
        store.update(enrolment.in(wish ? "refused" : "left", reason));
    }

    /**
     * Puts a learner on another release of their course, on purpose. What they have done of blocks that both have stays
     * done. Throws {@link NotFound} when the release is of another course.
     */
    public void move(UUID enrolment, UUID release, Visitor by) {
        Instant now = clock.instant();
        store.lock(enrolment);
        Enrolment there = get(enrolment);
        if (!releases.get(release).courseId().equals(there.courseId())) {
            throw new NotFound();
        }
        if (there.releaseId().equals(release)) {
            return;
        }
        records.introduce(by.person());
        records.append(Step.of(there.personId(), Verb.MOVED, there.courseId(), release, now)
                .byHand(by.person(), ""));
        store.update(there.on(release));
        settling.settle(enrolment, now);
    }

    /** Sets or takes away the day by which it should be done. */
    public void due(Enrolment enrolment, Optional<LocalDate> day) {
        store.update(get(enrolment.id()).due(day.orElse(null)));
    }

    /**
     * The enrolment, for a trainer who helps; {@link NotFound} when it is not of this course, or the trainer is limited
     * to groups that the learner is in none of.
     */
    public Enrolment helpable(Visitor trainer, UUID course, UUID enrolment) {
        Enrolment found = get(enrolment);
        boolean theirs = found.courseId().equals(course)
                && (!trainer.onlyOwnGroups() || shareGroup(trainer.person(), found.personId()));
        if (!theirs) {
            throw new NotFound();
        }
        return found;
    }

    /** The people who learn in a course or have completed it: persons' ids, at most 5,000. */
    public List<UUID> learners(UUID course) {
        return jdbc.sql("""
                        select person_id
                        from courses.enrolment
                        where course_id = :course and state in ('active', 'completed')
                        order by id
                        limit 5000
                        """).param("course", course).query(UUID.class).list();
    }

    private boolean shareGroup(UUID trainer, UUID learner) {
        return jdbc.sql("""
                        select exists (
                            select 1
                            from people.group_member mine
                            join people.group_member theirs
                              on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                            where mine.person_id = :trainer
                              and theirs.person_id = :learner)
                        """)
                .param("trainer", trainer)
                .param("learner", learner)
                .query(Boolean.class)
                .single();
    }

    private Enrolment again(Enrolment there, Enrolment fresh, String via, Instant now) {
        boolean wasIn = there.state().equals("left");
        Enrolment back = new Enrolment(
                there.id(),
                there.courseId(),
                there.personId(),
                wasIn ? there.releaseId() : fresh.releaseId(),
                "active",
                via,
                there.enrolledAt(),
                fresh.dueOn(),
                there.seenAt(),
                there.lastBlock(),
                there.done(),
                wasIn ? there.total() : fresh.total(),
                there.completedAt(),
                "");
        store.update(back);
        records.append(Step.of(there.personId(), Verb.ENROLLED, there.courseId(), back.releaseId(), now));
        settling.settle(back.id(), now);
        return get(back.id());
    }

    private record Start(UUID releaseId, int dueDays) {}

    private Start start(UUID course) {
        return jdbc.sql("""
                        select release_id, due_days
                        from courses.course
                        where id = :course
                          and release_id is not null
                        """)
                .param("course", course)
                .query(Start.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private @Nullable LocalDate due(int days, Instant now) {
        return days == 0 ? null : tenants.day(now).plusDays(days);
    }
}
