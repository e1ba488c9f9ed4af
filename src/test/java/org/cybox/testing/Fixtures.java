package org.cybox.testing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Section;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things that many tests need to be there, made quickly in a cast's own tenant. */
public final class Fixtures {

    private Fixtures() {}

    /** A published course of two pages: the first is done by being seen, the second by a button. */
    public static UUID publishedCourse(Cast cast) {
        UUID course = Ids.next();
        cast.run(() -> {
            insertCourse(cast, course);
            UUID section = insertSection(cast, course);
            insertPage(cast, course, section, 0, "First lesson", "view");
            insertPage(cast, course, section, 1, "Second lesson", "button");
            cast.program().get(Courses.class).publish(visitor(cast.ada(), Role.TRAINER), course, "First release");
        });
        return course;
    }

    /** The visitor that a browser's person is, for calling a door directly. */
    public static Visitor visitor(Browser browser, Role role) {
        return new Visitor(
                browser.account(), browser.person(), Visitor.NOBODY, "", Optional.of(role), false, false, "en", false);
    }

    private static void insertCourse(Cast cast, UUID id) {
        Words title = Words.of("en", "Cybercrime for magistrates").with("fr", "La cybercriminalité pour magistrats");
        Course.Outcomes outcomes =
                new Course.Outcomes(List.of(new Course.Outcome("o1", Words.of("en", "Name the powers of Article 16"))));
        jdbc(cast)
                .sql("""
                        insert into courses.course (id, title, summary, audience, languages, hours, outcomes, state, sort_title,
                                                    created_at, changed_at)
                        values (:id, :title::jsonb, :title::jsonb, :title::jsonb, 'en,fr', 12, :outcomes::jsonb, 'draft',
                                'cybercrime for magistrates', :now, :now)
                        """)
                .param("id", id)
                .param("title", Json.write(title))
                .param("outcomes", Json.write(outcomes))
                .param("now", Timestamp.from(Instant.now()))
                .update();
    }

    private static UUID insertSection(Cast cast, UUID course) {
        UUID id = Ids.next();
        jdbc(cast)
                .sql("""
                        insert into courses.section (id, course_id, position, kind, title, outcomes, trainer_notes)
                        values (:id, :course, 0, 'session', :title::jsonb, :outcomes::jsonb, :notes::jsonb)
                        """)
                .param("id", id)
                .param("course", course)
                .param("title", Json.write(Words.of("en", "The first day")))
                .param("outcomes", Json.write(new Section.Lines(List.of())))
                .param("notes", Json.write(Words.of("en", "<p>Notes for trainers</p>")))
                .update();
        return id;
    }

    private static void insertPage(
            Cast cast, UUID course, UUID section, int position, String title, String completion) {
        jdbc(cast)
                .sql("""
                        insert into courses.activity (id, course_id, section_id, position, kind, title, minutes, completion,
                                                      content, changed_at)
                        values (:id, :course, :section, :position, 'page', :title::jsonb, 10, :completion, :content::jsonb, :now)
                        """)
                .param("id", Ids.next())
                .param("course", course)
                .param("section", section)
                .param("position", position)
                .param("title", Json.write(Words.of("en", title)))
                .param("completion", completion)
                .param("content", Json.write(Map.of("text", Words.of("en", "<p>" + title + " text</p>"))))
                .param("now", Timestamp.from(Instant.now()))
                .update();
    }

    private static JdbcClient jdbc(Cast cast) {
        return cast.program().get(JdbcClient.class);
    }
}
