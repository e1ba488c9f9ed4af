package org.cybox.courses.enrolment;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cybox.courses.enrolment.LearnerStore.Row;
import org.cybox.platform.web.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The learners of a course, a page at a time. Three statements, whole ones: by name the index gives the order and the
 * page costs the same in a course of any size; by a figure all who fit are looked at and the first are kept. Names and
 * addresses are fetched for those only who are shown.
 */
@Component
class LearnerRows {

    private static final String BY_NAME = """
            select e.id, e.person_id, p.name, e.sort_name, p.email, p.username, e.state, e.done, e.total, e.enrolled_at,
                   e.due_on, e.seen_at, e.completed_at, e.release_id, e.reason, e.score, e.score_max, 0::bigint as figure
            from (select e.tenant_id, e.id, e.person_id, e.sort_name, e.state, e.done, e.total, e.enrolled_at, e.due_on,
                         e.seen_at, e.completed_at, e.release_id, e.reason, e.score, e.score_max
                  from courses.enrolment e
                  where e.course_id = :course
                    and (e.state = :state or (:state = '' and e.state in ('requested', 'active', 'completed')))
                    and (e.sort_name, e.id) > (:afterName, :afterId)
                    and (:words = '' or ' ' || e.sort_name like '% ' || :words || '%')
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
                  order by e.sort_name, e.id
                  limit :size) e
            join people.person p on p.tenant_id = e.tenant_id and p.id = e.person_id
            order by e.sort_name, e.id
            """;

    private static final String BY_NAME_BACKWARDS = """
            select e.id, e.person_id, p.name, e.sort_name, p.email, p.username, e.state, e.done, e.total, e.enrolled_at,
                   e.due_on, e.seen_at, e.completed_at, e.release_id, e.reason, e.score, e.score_max, 0::bigint as figure
            from (select e.tenant_id, e.id, e.person_id, e.sort_name, e.state, e.done, e.total, e.enrolled_at, e.due_on,
                         e.seen_at, e.completed_at, e.release_id, e.reason, e.score, e.score_max
                  from courses.enrolment e
                  where e.course_id = :course
                    and (e.state = :state or (:state = '' and e.state in ('requested', 'active', 'completed')))
                    and (:first or (e.sort_name, e.id) < (:afterName, :afterId))
                    and (:words = '' or ' ' || e.sort_name like '% ' || :words || '%')
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
                  order by e.sort_name desc, e.id desc
                  limit :size) e
            join people.person p on p.tenant_id = e.tenant_id and p.id = e.person_id
            order by e.sort_name desc, e.id desc
            """;

    /** The figure is negative when the highest comes first; the greatest number there is stands for none. */
    private static final String BY_FIGURE = """
            select e.id, e.person_id, p.name, e.sort_name, p.email, p.username, e.state, e.done, e.total, e.enrolled_at,
                   e.due_on, e.seen_at, e.completed_at, e.release_id, e.reason, e.score, e.score_max, e.figure
            from (select e.tenant_id, e.id, e.person_id, e.sort_name, e.state, e.done, e.total, e.enrolled_at, e.due_on,
                         e.seen_at, e.completed_at, e.release_id, e.reason, e.score, e.score_max, o.figure
                  from courses.enrolment e
                  cross join lateral (
                      select coalesce(:sign::bigint * case :by
                          when 'state' then case e.state when 'requested' then 1 when 'active' then 2
                                                         when 'completed' then 3 when 'left' then 4 else 5 end
                          when 'progress' then case when e.total > 0 then e.done::bigint * 1000000 / e.total end
                          when 'score' then case when e.score_max > 0 then e.score::bigint * 1000000 / e.score_max end
                          when 'due' then (e.due_on - date '2000-01-01')::bigint
                          when 'seen' then (extract(epoch from e.seen_at) * 1000000)::bigint
                          when 'enrolled' then (extract(epoch from e.enrolled_at) * 1000000)::bigint
                          when 'completed' then (extract(epoch from e.completed_at) * 1000000)::bigint
                          end, 9223372036854775807) as figure) o
                  where e.course_id = :course
                    and (e.state = :state or (:state = '' and e.state in ('requested', 'active', 'completed')))
                    and (o.figure, e.sort_name, e.id) > (:afterFigure::bigint, :afterName, :afterId)
                    and (:words = '' or ' ' || e.sort_name like '% ' || :words || '%')
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
                  order by o.figure, e.sort_name, e.id
                  limit :size) e
            join people.person p on p.tenant_id = e.tenant_id and p.id = e.person_id
            order by e.figure, e.sort_name, e.id
            """;

    private final JdbcClient jdbc;

    LearnerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those after the place in the filter.
     *
     * @param today where the institution lives; @param quiet last seen before that moment counts as not seen
     */
    List<Row> page(UUID course, LearnerFilter filter, Visitor visitor, LocalDate today, Instant quiet, int size) {
        Sort sort = filter.sort();
        String sql = !sort.name() ? BY_FIGURE : sort.backwards() ? BY_NAME_BACKWARDS : BY_NAME;
        return jdbc.sql(sql)
                .param("course", course)
                .param("state", filter.state())
                .param("by", sort.by())
                .param("sign", sort.backwards() ? -1 : 1)
                .param("first", filter.first())
                .param("afterFigure", filter.place().figure())
                .param("afterName", filter.place().name())
                .param("afterId", filter.place().id())
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
}
