package org.cybox.courses;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers are a publication: every tenant reads them, only the one that made them changes them. */
@Component
class OfferStore {

    private static final String COLUMNS = """
            select id, tenant_id as tenant, course_id, release_id, release_number, release_hash, title, summary, languages,
                   hours, offered_at, withdrawn_at
            from courses.offer
            """;

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Not withdrawn, the newest release of each course. */
    List<Offer> current() {
        return jdbc.sql(COLUMNS + """
                                 o
                                 where withdrawn_at is null
                                   and not exists (select 1
                                                   from courses.offer newer
                                                   where newer.tenant_id = o.tenant_id
                                                     and newer.course_id = o.course_id
                                                     and newer.release_number > o.release_number
                                                     and newer.withdrawn_at is null)
                                 order by offered_at desc, id
                                 limit 500
                                """).query(Offer.class).list();
    }

    Optional<Offer> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Offer.class)
                .optional();
    }

    /** The newest one of a source course that is not withdrawn. */
    Optional<Offer> newest(UUID course) {
        return jdbc.sql(COLUMNS + """
                                 where course_id = :course and withdrawn_at is null
                                 order by release_number desc
                                 limit 1
                                """)
                .param("course", course)
                .query(Offer.class)
                .optional();
    }

    Optional<Offer> ofRelease(UUID release) {
        return jdbc.sql(COLUMNS + " where release_id = :release")
                .param("release", release)
                .query(Offer.class)
                .optional();
    }

    List<Offer> ofCourse(UUID course) {
        return jdbc.sql(COLUMNS + " where course_id = :course order by release_number desc")
                .param("course", course)
                .query(Offer.class)
                .list();
    }

    CoursePackage content(UUID id) {
        return Json.read(
                jdbc.sql("select package::text from courses.offer where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single(),
                CoursePackage.class);
    }

    void insert(UUID id, Course course, Release release, CoursePackage packed, Instant now) {
        jdbc.sql("""
                        insert into courses.offer (id, course_id, release_id, release_number, release_hash, title, summary,
                                                   languages, hours, package, offered_at)
                        values (:id, :course, :release, :number, :hash, :title::jsonb, :summary::jsonb, :languages, :hours,
                                :package::jsonb, :now)
                        """)
                .param("id", id)
                .param("course", course.id())
                .param("release", release.id())
                .param("number", release.number())
                .param("hash", release.hash())
                .param("title", Json.write(release.title()))
                .param("summary", Json.write(course.summary()))
                .param("languages", release.languages())
                .param("hours", release.hours())
                .param("package", Json.write(packed))
                .param("now", Timestamp.from(now))
                .update();
    }

    void withdraw(UUID id, Instant now) {
        jdbc.sql("update courses.offer set withdrawn_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void resume(UUID id) {
        jdbc.sql("update courses.offer set withdrawn_at = null where id = :id")
                .param("id", id)
                .update();
    }
}
