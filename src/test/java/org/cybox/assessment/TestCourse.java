package org.cybox.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Outline;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A published course with tests in it, made straight in the database so that a test says what it needs and no more. */
final class TestCourse {

    final UUID id = Ids.next();
    private final Cast cast;
    private final List<UUID> blocks = new ArrayList<>();
    private final List<TestContent> contents = new ArrayList<>();
    private final List<String> completions = new ArrayList<>();
    private UUID release = Ids.next();
    private int number;

    private TestCourse(Cast cast) {
        this.cast = cast;
    }

    static TestCourse in(Cast cast) {
        return new TestCourse(cast);
    }

    /** @return the block */
    UUID test(TestContent content, String completion) {
        UUID block = Ids.next();
        blocks.add(block);
        contents.add(content);
        completions.add(completion);
        return block;
    }

    /** Another wording of a test, for the next release. */
    void change(UUID block, TestContent content) {
        contents.set(blocks.indexOf(block), content);
    }

    TestCourse publish() {
        cast.run(() -> {
            if (number == 0) {
                insertCourse();
            }
            number++;
            release = Ids.next();
            List<Outline.Block> outline = new ArrayList<>();
            for (int i = 0; i < blocks.size(); i++) {
                outline.add(block(i));
            }
            insertRelease(outline);
        });
        return this;
    }

    TestCourse enrol(Browser person) {
        cast.run(() -> Program.bean(Enrolments.class).enrol(id, person.person(), "manager"));
        return this;
    }

    UUID enrolment(Browser person) {
        return cast.in(() -> Program.bean(Enrolments.class)
                .of(id, person.person())
                .orElseThrow()
                .id());
    }

    String path(UUID block) {
        return "/learn/" + id + "/tests/" + block;
    }

    private Outline.Block block(int i) {
        UUID version = Ids.next();
        jdbc().sql("""
                        insert into courses.block_version (id, block_id, course_id, kind, hash, title, content, created_at)
                        values (:id, :block, :course, 'test', :hash, :title::jsonb, :content::jsonb, now())
                        """)
                .param("id", version)
                .param("block", blocks.get(i))
                .param("course", id)
                .param("hash", version.toString())
                .param("title", Json.write(Words.of("en", "Test " + (i + 1))))
                .param("content", contents.get(i).json())
                .update();
        return new Outline.Block(
                blocks.get(i), version, "test", Words.of("en", "Test " + (i + 1)), 10, completions.get(i), List.of());
    }

    private void insertCourse() {
        jdbc().sql("""
                        insert into courses.course (id, title, summary, audience, languages, outcomes, state, sort_title,
                                                    created_at, changed_at)
                        values (:id, :title::jsonb, '{}', '{}', 'en', :outcomes::jsonb, 'open', 'evidence', :now, :now)
                        """)
                .param("id", id)
                .param("title", Json.write(Words.of("en", "Evidence")))
                .param(
                        "outcomes",
                        Json.write(new Course.Outcomes(List.of(
                                new Course.Outcome("o1", Words.of("en", "Name the powers")),
                                new Course.Outcome("o2", Words.of("en", "Secure the scene"))))))
                .param("now", Timestamp.from(Instant.now()))
                .update();
    }

    private void insertRelease(List<Outline.Block> outline) {
        Outline.Part part = new Outline.Part(
                Ids.next(), "section", Words.of("en", "Part"), List.of(), Words.NONE, List.of(), outline);
        jdbc().sql("""
                        insert into courses.release (id, course_id, number, hash, title, hours, languages, outline, note,
                                                     published_at)
                        values (:id, :course, :number, :hash, :title::jsonb, 1, 'en', :outline::jsonb, '', now())
                        """)
                .param("id", release)
                .param("course", id)
                .param("number", number)
                .param("hash", release.toString())
                .param("title", Json.write(Words.of("en", "Evidence")))
                .param("outline", Json.write(new Outline(List.of(part))))
                .update();
        jdbc().sql("update courses.course set release_id = :release, release_number = :number where id = :id")
                .param("release", release)
                .param("number", number)
                .param("id", id)
                .update();
    }

    private static JdbcClient jdbc() {
        return Program.bean(JdbcClient.class);
    }

    /** Progress of a person in a block: state, score, passed. */
    Map<String, Object> progress(Browser person, UUID block) {
        return cast.in(() -> jdbc().sql("""
                        select p.state, p.score, p.score_max, p.passed
                        from courses.progress p
                        join courses.enrolment e on e.id = p.enrolment_id
                        where e.person_id = :person and p.block_id = :block
                        """)
                .param("person", person.person())
                .param("block", block)
                .query()
                .singleRow());
    }
}
