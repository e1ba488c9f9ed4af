package org.cybox.courses.enrolment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Enrolment;
import org.cybox.courses.enrolment.AnnouncementController.Said;
import org.cybox.courses.enrolment.AnnouncementController.Typed;
import org.cybox.platform.data.Ids;
import org.cybox.platform.text.Languages;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Announcements of a course: kept, and told to those whom they concern. */
@Component
class Announcements {

    private static final Duration TWICE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final LearnerStore learners;
    private final EnrolmentNotices notices;
    private final Clock clock;

    Announcements(JdbcClient jdbc, LearnerStore learners, EnrolmentNotices notices, Clock clock) {
        this.jdbc = jdbc;
        this.learners = learners;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Refused when subject or text is missing, or the group is not one of theirs. The same once more within five minutes
     * is a form that came twice, and nobody hears of it again.
     *
     * @return how many are told
     */
    int announce(Visitor visitor, Course course, Typed typed) {
        if (typed.subject().isBlank()) {
            throw new Refused("subject", "enrolment.subject.missing");
        }
        if (typed.text().isBlank()) {
            throw new Refused("text", "enrolment.text.missing");
        }
        @Nullable UUID group = group(visitor, typed.group());
        String title = cut(typed.subject().strip(), 200);
        String body = cut(typed.text().strip(), 8_000);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:course, 0))")
                .param("course", course.id().toString())
                .query((row, n) -> "")
                .list();
        boolean fresh = jdbc.sql("""
                        insert into courses.announcement (id, course_id, person_id, title, body, language, group_id, created_at)
                        select :id, :course, :person, :title, :body, :language, :group::uuid, :at
                        where not exists (
                            select 1
                            from courses.announcement
                            where course_id = :course
                              and created_at > :lately
                              and person_id = :person
                              and title = :title
                              and body = :body
                              and group_id is not distinct from :group::uuid)
                        """)
                        .param("id", Ids.next())
                        .param("course", course.id())
                        .param("person", visitor.person())
                        .param("title", title)
                        .param("body", body)
                        .param("language", typed.language())
                        .param("group", group, java.sql.Types.OTHER)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("lately", Timestamp.from(clock.instant().minus(TWICE)))
                        .update()
                == 1;
        List<UUID> people = people(course.id(), group);
        if (fresh) {
            notices.announcement(course.id(), people, title, body);
        }
        return people.size();
    }

    private @Nullable UUID group(Visitor visitor, String typed) {
        if (typed.isBlank()) {
            if (visitor.onlyOwnGroups()) {
                throw new Refused("group", "enrolment.group.missing");
            }
            return null;
        }
        return learners.groups(visitor).stream()
                .filter(one -> one.id().toString().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused("group", "enrolment.group.missing"))
                .id();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private List<UUID> people(UUID course, @Nullable UUID group) {
        return jdbc.sql("""
                        select e.person_id
                        from courses.enrolment e
                        where e.course_id = :course
                          and e.state in ('active', 'completed')
                          and (:group::uuid is null or exists (
                              select 1
                              from people.group_member m
                              where m.tenant_id = e.tenant_id
                                and m.person_id = e.person_id
                                and m.group_id = :group::uuid))
                        """)
                .param("course", course)
                .param("group", group, java.sql.Types.OTHER)
                .query(UUID.class)
                .list();
    }

    record Row(
            String title,
            String body,
            String language,
            @Nullable String groupName,
            String name,
            Instant createdAt) {

        Said said() {
            return new Said(
                    title,
                    body,
                    language,
                    Languages.direction(language),
                    groupName == null ? "" : groupName,
                    name,
                    createdAt);
        }
    }

    /** The last 50; a trainer who is limited to groups sees what went to everybody or to theirs. */
    List<Said> ofCourse(UUID course, Visitor visitor) {
        return list(course, visitor.person(), visitor.onlyOwnGroups());
    }

    /** Those that went to everybody or to a group of the learner. */
    List<Said> forLearner(Enrolment enrolment) {
        return list(enrolment.courseId(), enrolment.personId(), true);
    }

    private List<Said> list(UUID course, UUID person, boolean limited) {
        return jdbc
                .sql("""
                        select a.title, a.body, a.language, g.name as group_name, p.name, a.created_at
                        from courses.announcement a
                        join people.person p on p.tenant_id = a.tenant_id and p.id = a.person_id
                        left join people.member_group g on g.tenant_id = a.tenant_id and g.id = a.group_id
                        where a.course_id = :course
                          and (not :limited or a.group_id is null or exists (
                              select 1
                              from people.group_member m
                              where m.tenant_id = a.tenant_id
                                and m.group_id = a.group_id
                                and m.person_id = :person))
                        order by a.created_at desc
                        limit 50
                        """)
                .param("course", course)
                .param("limited", limited)
                .param("person", person)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::said)
                .toList();
    }
}
