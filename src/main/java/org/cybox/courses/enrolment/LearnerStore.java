package org.cybox.courses.enrolment;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Document;
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
            @Nullable Integer scoreMax,
            long figure) {

        Place place() {
            return new Place(id, figure, sortName);
        }
    }

    record Cell(
            UUID enrolmentId,
            UUID blockId,
            String state,
            @Nullable Integer score,
            @Nullable Integer scoreMax,
            boolean byHand) {}

    record GroupName(UUID id, String name) {}

    record GroupNames(List<GroupName> list) implements Document {}

    /**
     * What stands around the table.
     *
     * @param groups that one may filter by: a limited trainer's own
     * @param columns and {@code activities} that the one who looks chose for this course, or the columns they chose last
     */
    record Around(
            int active,
            int completed,
            int requested,
            int overdue,
            GroupNames groups,
            @Nullable String columns,
            @Nullable String activities) {

        Shown remembered() {
            return new Shown(columns == null ? "" : columns, activities == null ? "" : activities);
        }
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

    Around around(UUID course, Visitor visitor, LocalDate today) {
        return jdbc.sql("""
                        select (count(*) filter (where e.state = 'active'))::int as active,
                               (count(*) filter (where e.state = 'completed'))::int as completed,
                               (count(*) filter (where e.state = 'requested'))::int as requested,
                               (count(*) filter (where e.state = 'active' and e.due_on < :today))::int as overdue,
                               (select jsonb_build_object('list', coalesce(
                                           jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name, g.id), '[]'))
                                from people.member_group g
                                where not :limited
                                   or exists (
                                       select 1
                                       from people.group_member m
                                       where m.tenant_id = g.tenant_id
                                         and m.group_id = g.id
                                         and m.person_id = :visitor)) as groups,
                               (select c.columns
                                from courses.shown_columns c
                                where c.person_id = :visitor
                                order by (c.course_id = :course) desc, c.changed_at desc
                                limit 1) as columns,
                               (select c.activities
                                from courses.shown_columns c
                                where c.person_id = :visitor
                                  and c.course_id = :course) as activities
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
                .query(Around.class)
                .single();
    }

    /** The chosen ones of a course that this trainer may help, with names; others are left out. */
    List<Row> chosen(UUID course, Collection<UUID> enrolments, Visitor visitor) {
        return jdbc.sql("""
                        select e.id, e.person_id, p.name, e.sort_name, p.email, p.username, e.state, e.done, e.total,
                               e.enrolled_at, e.due_on, e.seen_at, e.completed_at, e.release_id, e.reason,
                               e.score, e.score_max, 0::bigint as figure
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
                        order by e.sort_name, e.id
                        """)
                .param("course", course)
                .param("enrolments", enrolments.toArray(UUID[]::new))
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .query(Row.class)
                .list();
    }

    /** What they want to see of this course from now on, and the columns of those for which they have not said. */
    void remember(UUID course, UUID person, Shown shown, Instant now) {
        jdbc.sql("""
                        insert into courses.shown_columns (person_id, course_id, columns, activities, changed_at)
                        values (:person, :course, :columns, :activities, :now)
                        on conflict (tenant_id, person_id, course_id) do update
                        set columns = excluded.columns, activities = excluded.activities, changed_at = excluded.changed_at
                        """)
                .param("person", person)
                .param("course", course)
                .param("columns", shown.columns())
                .param("activities", shown.activities())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The groups a trainer may choose from: their own when limited to them. */
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
