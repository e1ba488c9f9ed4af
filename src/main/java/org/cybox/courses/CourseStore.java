package org.cybox.courses;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CourseStore {

    private static final String COLUMNS = """
            select id, title, summary, audience, languages, hours, outcomes, state, sealed, release_id, release_number,
                   origin, enrol_open, enrol_approval, enrol_key, enrol_until, due_days, certificate, revision,
                   created_at, changed_at, binned_at
            from courses.course
            """;

    /** After every title: where a search by the first letters ends. */
    private static final String END = "\uffff";

    private final JdbcClient jdbc;

    CourseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Course> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Course.class)
                .optional();
    }

    /** Waits for whoever publishes or changes the course at the same time. */
    Optional<Course> locked(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update")
                .param("id", id)
                .query(Course.class)
                .optional();
    }

    /** In the order of their titles. @param prefix lower case; @param afterTitle and afterId: the last one seen, or blank */
    List<Course> list(String state, String prefix, String afterTitle, UUID afterId, int limit) {
        return jdbc.sql(COLUMNS + """
                                 where state = :state
                                   and sort_title >= :prefix
                                   and sort_title < :end
                                   and (sort_title, id) > (:afterTitle, :afterId)
                                 order by sort_title, id
                                 limit :limit
                                """)
                .param("state", state)
                .param("prefix", prefix)
                .param("end", prefix + END)
                .param("afterTitle", afterTitle)
                .param("afterId", afterId)
                .param("limit", limit)
                .query(Course.class)
                .list();
    }

    /** Somebody is or was in it. */
    boolean learnt(UUID course) {
        return jdbc.sql("select exists (select 1 from courses.enrolment where course_id = :course)")
                .param("course", course)
                .query(Boolean.class)
                .single();
    }

    /** Takes away for good what has lain in the bin since before that time and nobody ever learnt in. @return how many */
    int purge(Instant before) {
        Timestamp time = Timestamp.from(before);
        jdbc.sql("""
                        delete from courses.activity_history
                        where course_id in (select c.id
                                            from courses.course c
                                            where c.state = 'binned' and c.binned_at < :before
                                              and not exists (select 1
                                                              from courses.enrolment e
                                                              where e.course_id = c.id))
                        """).param("before", time).update();
        return jdbc.sql("""
                        delete from courses.course c
                        where c.state = 'binned' and c.binned_at < :before
                          and not exists (select 1 from courses.enrolment e where e.course_id = c.id)
                        """).param("before", time).update();
    }

    /** Courses here that run an offered release as it is. */
    List<Course> sealed() {
        return jdbc.sql(COLUMNS + " where sealed and state <> 'binned' order by id")
                .query(Course.class)
                .list();
    }

    void insert(Course course, @Nullable UUID author) {
        written("""
                        insert into courses.course (id, title, summary, audience, languages, hours, outcomes, state,
                                                    sort_title, sealed, release_id, release_number, origin, enrol_open,
                                                    enrol_approval, enrol_key, enrol_until, due_days, certificate,
                                                    revision, created_by, created_at, changed_at, binned_at)
                        values (:id, :title::jsonb, :summary::jsonb, :audience::jsonb, :languages, :hours,
                                :outcomes::jsonb, :state, :sortTitle, :sealed, :release, :number, :origin::jsonb, :open,
                                :approval, :key, :until, :dueDays, :certificate, 1, :author, :created, :changed, :binned)
                        """, course)
                .param("author", author, Types.OTHER)
                .param("created", Timestamp.from(course.createdAt()))
                .update();
    }

    /** @return false when somebody else changed it since it was read */
    boolean update(Course course) {
        return written("""
                                update courses.course
                                set title = :title::jsonb, summary = :summary::jsonb, audience = :audience::jsonb,
                                    languages = :languages, hours = :hours, outcomes = :outcomes::jsonb, state = :state,
                                    sort_title = :sortTitle, sealed = :sealed, release_id = :release,
                                    release_number = :number, origin = :origin::jsonb, enrol_open = :open,
                                    enrol_approval = :approval, enrol_key = :key, enrol_until = :until,
                                    due_days = :dueDays, certificate = :certificate, revision = revision + 1,
                                    changed_at = :changed, binned_at = :binned
                                where id = :id
                                  and revision = :revision
                                """, course).param("revision", course.revision()).update() == 1;
    }

    private JdbcClient.StatementSpec written(String sql, Course course) {
        return jdbc.sql(sql)
                .param("id", course.id())
                .param("title", Json.write(course.title()))
                .param("summary", Json.write(course.summary()))
                .param("audience", Json.write(course.audience()))
                .param("languages", course.languages())
                .param("hours", course.hours())
                .param("outcomes", Json.write(course.outcomes()))
                .param("state", course.state())
                .param("sortTitle", course.title().in(course.language()).toLowerCase(Locale.ROOT))
                .param("sealed", course.sealed())
                .param("release", course.releaseId(), Types.OTHER)
                .param("number", course.releaseNumber())
                .param("origin", Json.write(course.origin()))
                .param("open", course.enrolOpen())
                .param("approval", course.enrolApproval())
                .param("key", course.enrolKey())
                .param("until", course.enrolUntil(), Types.DATE)
                .param("dueDays", course.dueDays())
                .param("certificate", course.certificate())
                .param("changed", Timestamp.from(course.changedAt()))
                .param("binned", timestamp(course.binnedAt()), Types.TIMESTAMP);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
