package org.cybox.assessment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the learners of a course reached in its tests, counted by the database: as many rows as the tests have questions,
 * however many take them. Each learner counts once a test, with the latest attempt that counts, as in their own result;
 * a trainer who is limited to groups gets the learners of these only.
 */
@Component
class OutcomeStore {

    private final JdbcClient jdbc;

    OutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param points hundredths that so many got; @param compared they have done a test before and one after the course */
    record Points(UUID blockId, UUID versionId, String question, int points, boolean compared, int learners) {}

    List<Points> points(
            UUID course, Collection<UUID> tests, Collection<UUID> before, Collection<UUID> after, Visitor visitor) {
        return jdbc.sql("""
                        with latest as (
                            select distinct on (a.enrolment_id, a.block_id) a.enrolment_id, a.block_id, a.version_id, a.marks
                            from assessment.attempt a
                            join courses.enrolment e on e.tenant_id = a.tenant_id and e.id = a.enrolment_id
                            where a.block_id = any(:tests)
                              and a.state <> 'open'
                              and e.course_id = :course
                              and e.state in ('active', 'completed')
                              and (not :limited or exists (
                                  select 1
                                  from people.group_member mine
                                  join people.group_member theirs
                                    on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                                  where mine.person_id = :visitor
                                    and theirs.person_id = e.person_id))
                            order by a.enrolment_id, a.block_id, a.number desc),
                        compared as (
                            select enrolment_id
                            from latest
                            group by enrolment_id
                            having bool_or(block_id = any(:before))
                               and bool_or(block_id = any(:after)))
                        select l.block_id, l.version_id, m.key as question, m.value::int as points,
                               c.enrolment_id is not null as compared, count(*)::int as learners
                        from latest l
                        left join compared c on c.enrolment_id = l.enrolment_id
                        cross join jsonb_each_text(l.marks -> 'points') m
                        group by 1, 2, 3, 4, 5
                        """)
                .param("course", course)
                .param("tests", tests.toArray(UUID[]::new))
                .param("before", before.toArray(UUID[]::new))
                .param("after", after.toArray(UUID[]::new))
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .query(Points.class)
                .list();
    }

    /** @param value one of what was given; null: how many gave anything */
    record Given(UUID blockId, String question, @Nullable String value, int learners) {}

    /** The twenty values of each question that most gave. */
    List<Given> given(UUID course, Collection<UUID> tests, Visitor visitor) {
        return jdbc.sql("""
                        with latest as (
                            select distinct on (a.enrolment_id, a.block_id) a.tenant_id, a.id, a.block_id
                            from assessment.attempt a
                            join courses.enrolment e on e.tenant_id = a.tenant_id and e.id = a.enrolment_id
                            where a.block_id = any(:tests)
                              and a.state <> 'open'
                              and e.course_id = :course
                              and e.state in ('active', 'completed')
                              and (not :limited or exists (
                                  select 1
                                  from people.group_member mine
                                  join people.group_member theirs
                                    on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                                  where mine.person_id = :visitor
                                    and theirs.person_id = e.person_id))
                            order by a.enrolment_id, a.block_id, a.number desc),
                        counted as (
                            select l.block_id, n.question_id, v.value, count(distinct l.id)::int as learners
                            from latest l
                            join assessment.answer n on n.tenant_id = l.tenant_id and n.attempt_id = l.id
                            cross join jsonb_array_elements_text(n.given -> 'values') v (value)
                            group by grouping sets ((1, 2), (1, 2, 3))),
                        ranked as (
                            select block_id, question_id, value, learners,
                                   row_number() over (partition by block_id, question_id
                                                      order by value is not null, learners desc, value) as place
                            from counted)
                        select block_id, question_id as question, value, learners
                        from ranked
                        where place <= 21
                        order by block_id, question_id, place
                        """)
                .param("course", course)
                .param("tests", tests.toArray(UUID[]::new))
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .query(Given.class)
                .list();
    }
}
