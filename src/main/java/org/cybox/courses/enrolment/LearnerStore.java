package org.cybox.courses.enrolment;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The learners of a course as those see them who help. */
@Component
class LearnerStore {

    private final JdbcClient jdbc;

    LearnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param score hundredths of all points reached, of {@code scoreMax}; null when nothing gave points yet */
    record Row(
            UUID id,
            UUID personId,
            String name,
            String sortName,
            @Nullable String email,
            @Nullable String username,
            String state,
            int done,
            int total,
            Instant enrolledAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant seenAt,
            @Nullable Instant completedAt,
            UUID releaseId,
            String reason,
            @Nullable Integer score,
            @Nullable Integer scoreMax) {}

    record Cell(
            UUID enrolmentId,
            UUID blockId,
            String state,
            @Nullable Integer score,
            @Nullable Integer scoreMax,
            boolean byHand) {}

    record Counts(int active, int completed, int requested, int overdue) {}

    /**
     * Learners by name, after the one named.
     *
     * @param today in UTC; @param quiet last seen before that moment counts as not seen
     */
    List<Row> page(UUID course, LearnerFilter filter, Visitor visitor, LocalDate today, Instant quiet, int size) {
        return jdbc.sql("""
                        select e.id, e.person_id, p.name, p.sort_name, p.email, p.username, e.state, e.done, e.total,
                               e.enrolled_at, e.due_on, e.seen_at, e.completed_at, e.release_id, e.reason,
                               s.score, s.score_max
                        from courses.enrolment e
                        join people.person p on p.tenant_id = e.tenant_id and p.id = e.person_id
                        left join lateral (
                            select sum(g.score)::int as score, sum(g.score_max)::int as score_max
                            from courses.progress g
                            where g.tenant_id = e.tenant_id
                              and g.enrolment_id = e.id
                              and g.score is not null) s on true
                        where e.course_id = :course
                          and (e.state = :state or (:state = '' and e.state in ('requested', 'active', 'completed')))
                          and (p.sort_name, e.id) > (:afterName, :afterId)
                          and (:words = '' or ' ' || p.sort_name like '% ' || :words || '%')
                          and (not :overdue or (e.state = 'active' and e.due_on < :today))
                          and (not :unseen or (e.state = 'active' and coalesce(e.seen_at, e.enrolled_at) < :quiet))
                          and (:group::uuid is null or exists (
                              select 1
                              from people.group_member m
                              where m.tenant_id = e.tenant_id
                                and m.person_id = e.person_id
                                and m.group_id = :group::uuid))
                          and (not :limited or exists (
                              select 1
                              from people.group_member mine
                              join people.group_member theirs
                                on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                              where mine.person_id = :visitor
                                and theirs.person_id = e.person_id))
                          and (:block::uuid is null or :reached = coalesce((
                              select g.state
                              from courses.progress g
                              where g.tenant_id = e.tenant_id
                                and g.enrolment_id = e.id
                                and g.block_id = :block::uuid), 'none'))
                        order by p.sort_name, e.id
                        limit :size
                        """)
                .param("course", course)
                .param("state", filter.state())
                .param("afterName", filter.afterName())
                .param("afterId", filter.afterId())
                .param("words", filter.pattern())
                .param("overdue", filter.overdue())
                .param("today", today)
                .param("unseen", filter.unseen())
                .param("quiet", Timestamp.from(quiet))
                .param("group", filter.group(), Types.OTHER)
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .param("block", filter.block(), Types.OTHER)
                .param("reached", filter.reached())
                .param("size", size)
                .query(Row.class)
                .list();
    }

    List<Cell> cells(Collection<UUID> enrolments) {
        return jdbc.sql("""
                        select enrolment_id, block_id, state, score, score_max, by_hand
                        from courses.progress
                        where enrolment_id = any(:enrolments)
                        """)
                .param("enrolments", enrolments.toArray(UUID[]::new))
                .query(Cell.class)
                .list();
    }

    Counts counts(UUID course, Visitor visitor, LocalDate today) {
        return jdbc.sql("""
                        select (count(*) filter (where e.state = 'active'))::int as active,
                               (count(*) filter (where e.state = 'completed'))::int as completed,
                               (count(*) filter (where e.state = 'requested'))::int as requested,
                               (count(*) filter (where e.state = 'active' and e.due_on < :today))::int as overdue
                        from courses.enrolment e
                        where e.course_id = :course
                          and (not :limited or exists (
                              select 1
                              from people.group_member mine
                              join people.group_member theirs
                                on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                              where mine.person_id = :visitor
                                and theirs.person_id = e.person_id))
                        """)
                .param("course", course)
                .param("today", today)
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .query(Counts.class)
                .single();
    }

    /** The chosen ones of a course that this trainer may help, with names; others are left out. */
    List<Row> chosen(UUID course, Collection<UUID> enrolments, Visitor visitor) {
        return jdbc.sql("""
                        select e.id, e.person_id, p.name, p.sort_name, p.email, p.username, e.state, e.done, e.total,
                               e.enrolled_at, e.due_on, e.seen_at, e.completed_at, e.release_id, e.reason,
                               null::int as score, null::int as score_max
                        from courses.enrolment e
                        join people.person p on p.tenant_id = e.tenant_id and p.id = e.person_id
                        where e.course_id = :course
                          and e.id = any(:enrolments)
                          and (not :limited or exists (
                              select 1
                              from people.group_member mine
                              join people.group_member theirs
                                on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                              where mine.person_id = :visitor
                                and theirs.person_id = e.person_id))
                        order by p.sort_name, e.id
                        """)
                .param("course", course)
                .param("enrolments", enrolments.toArray(UUID[]::new))
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .query(Row.class)
                .list();
    }

    record GroupName(UUID id, String name) {}

    /** The groups a trainer may filter by: their own when limited to them. */
    List<GroupName> groups(Visitor visitor) {
        return jdbc.sql("""
                        select g.id, g.name
                        from people.member_group g
                        where not :limited
                           or exists (
                               select 1
                               from people.group_member m
                               where m.tenant_id = g.tenant_id
                                 and m.group_id = g.id
                                 and m.person_id = :visitor)
                        order by g.name, g.id
                        """)
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .query(GroupName.class)
                .list();
    }
}
