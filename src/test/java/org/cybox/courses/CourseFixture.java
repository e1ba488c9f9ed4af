package org.cybox.courses;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.catalogue.Catalogue;
import org.cybox.catalogue.Offer;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.cybox.testing.Cast;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A published course, put together block by block, for tests of learning: no authoring takes part.
 *
 * @param blocks identifiers by name, in order
 */
public record CourseFixture(Cast cast, UUID id, Map<String, UUID> blocks) {

    public static Builder in(Cast cast, String title) {
        return new Builder(cast, title);
    }

    public UUID block(String name) {
        return java.util.Objects.requireNonNull(blocks.get(name), name);
    }

    public String learn() {
        return "/learn/" + id;
    }

    public String learn(String block) {
        return "/learn/" + id + "/" + block(block);
    }

    public String catalogue() {
        return "/catalogue/" + id;
    }

    public String learners() {
        return "/courses/" + id + "/learners";
    }

    public Enrolment enrol(UUID person) {
        return cast.in(() -> cast.program().get(Enrolments.class).enrol(id, person, "manager"));
    }

    public Enrolment enrolment(UUID person) {
        return cast.in(() -> cast.program().get(Enrolments.class).of(id, person).orElseThrow());
    }

    /** The learner does a block, by the door. */
    public void does(UUID person, String block) {
        cast.run(() -> {
            Learning learning = cast.program().get(Learning.class);
            learning.complete(learning.lesson(enrolment(person), block(block)));
        });
    }

    public void change(String column, Object value) {
        cast.run(() -> cast.program()
                .get(JdbcClient.class)
                .sql("update courses.course set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", id)
                .update());
    }

    public static final class Builder {

        private final Cast cast;
        private final UUID id = Ids.next();
        private final Words title;
        private final Map<String, UUID> blocks = new LinkedHashMap<>();
        private final List<Outline.Block> outline = new ArrayList<>();
        private final Map<UUID, String> contents = new LinkedHashMap<>();
        private boolean open = true;
        private boolean approval;
        private String key = "";
        private @Nullable LocalDate until;
        private int dueDays;
        private String openTo = "anyone";

        Builder(Cast cast, String title) {
            this.cast = cast;
            this.title = Words.of("en", title);
        }

        public Builder page(String name, String completion, String html, String... requires) {
            return material(name, "page", completion, Words.of("en", html), requires);
        }

        public Builder material(String name, String kind, String completion, Words text, String... requires) {
            return block(name, kind, completion, Json.write(new Material(text, null, null, Words.NONE)), requires);
        }

        public Builder block(String name, String kind, String completion, String content, String... requires) {
            UUID block = Ids.next();
            UUID version = Ids.next();
            List<UUID> needs =
                    java.util.Arrays.stream(requires).map(blocks::get).toList();
            blocks.put(name, block);
            outline.add(new Outline.Block(block, version, kind, Words.of("en", name), 10, completion, needs));
            contents.put(version, content);
            return this;
        }

        public Builder byKey(String wanted) {
            key = wanted;
            return this;
        }

        public Builder byApproval() {
            approval = true;
            return this;
        }

        public Builder byManager() {
            open = false;
            openTo = "members";
            return this;
        }

        public Builder until(LocalDate day) {
            until = day;
            return this;
        }

        public Builder dueAfter(int days) {
            dueDays = days;
            return this;
        }

        public Builder forMembers() {
            openTo = "members";
            return this;
        }

        public CourseFixture publish() {
            cast.run(() -> {
                JdbcClient jdbc = cast.program().get(JdbcClient.class);
                UUID release = Ids.next();
                insertCourse(jdbc, release);
                insertRelease(jdbc, release);
                contents.forEach((version, content) -> insertVersion(jdbc, version, content));
                list();
            });
            return new CourseFixture(cast, id, Map.copyOf(blocks));
        }

        private void insertCourse(JdbcClient jdbc, UUID release) {
            jdbc.sql("""
                            insert into courses.course (id, title, summary, audience, languages, hours, outcomes, state,
                                                        sort_title, release_id, release_number, enrol_open, enrol_approval,
                                                        enrol_key, enrol_until, due_days, created_at, changed_at)
                            values (:id, :title::jsonb, :title::jsonb, '{}', 'en', 6, '{}', 'open', :sort, :release, 1,
                                    :open, :approval, :key, :until::date, :due, now(), now())
                            """)
                    .param("id", id)
                    .param("title", Json.write(title))
                    .param("sort", title.in("en").toLowerCase(java.util.Locale.ROOT))
                    .param("release", release)
                    .param("open", open)
                    .param("approval", approval)
                    .param("key", key)
                    .param("until", until == null ? null : until.toString())
                    .param("due", dueDays)
                    .update();
        }

        private void insertRelease(JdbcClient jdbc, UUID release) {
            Outline.Part part = new Outline.Part(
                    Ids.next(), "section", Words.of("en", "Part one"), List.of(), Words.NONE, List.of(), outline);
            jdbc.sql("""
                            insert into courses.release (id, course_id, number, hash, title, hours, languages, outline, note,
                                                         published_at)
                            values (:id, :course, 1, :hash, :title::jsonb, 6, 'en', :outline::jsonb, '', :at)
                            """)
                    .param("id", release)
                    .param("course", id)
                    .param("hash", release.toString())
                    .param("title", Json.write(title))
                    .param("outline", Json.write(new Outline(List.of(part))))
                    .param("at", Timestamp.from(Instant.now()))
                    .update();
        }

        private void insertVersion(JdbcClient jdbc, UUID version, String content) {
            Outline.Block block = outline.stream()
                    .filter(one -> one.version().equals(version))
                    .findFirst()
                    .orElseThrow();
            jdbc.sql("""
                            insert into courses.block_version (id, block_id, course_id, kind, hash, title, content, created_at)
                            values (:id, :block, :course, :kind, :hash, :title::jsonb, :content::jsonb, now())
                            """)
                    .param("id", version)
                    .param("block", block.id())
                    .param("course", id)
                    .param("kind", block.kind())
                    .param("hash", version.toString())
                    .param("title", Json.write(block.title()))
                    .param("content", content)
                    .update();
        }

        private void list() {
            String joining = !key.isBlank() ? "key" : approval ? "approval" : open ? "open" : "closed";
            cast.program()
                    .get(Catalogue.class)
                    .list(new Offer(
                            id, "course", title, title, "en", 6, "/catalogue/" + id, openTo, joining, Instant.now()));
        }
    }
}
