package org.cybox.courses;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sections and activities of drafts. Lists are written in one statement, from JSON. */
@Component
class DraftStore {

    private static final String SECTION = """
            select id, course_id, position, kind, title, outcomes, trainer_notes, trainer_files, revision
            from courses.section
            """;

    private static final String ACTIVITY = """
            select id, course_id, section_id, position, kind, title, minutes, completion, requires,
                   content::text as content, revision, origin, changed_by, changed_at
            from courses.activity
            """;

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Section> sections(UUID course) {
        return jdbc.sql(SECTION + " where course_id = :course and binned_at is null order by position, id")
                .param("course", course)
                .query(Section.class)
                .list();
    }

    List<Activity> activities(UUID course) {
        return jdbc.sql(ACTIVITY + " where course_id = :course and binned_at is null order by position, id")
                .param("course", course)
                .query(Activity.class)
                .list();
    }

    List<Section> binnedSections(UUID course) {
        return jdbc.sql(SECTION + " where course_id = :course and binned_at is not null order by binned_at desc, id")
                .param("course", course)
                .query(Section.class)
                .list();
    }

    /** Thrown away by themselves; those that went with their section come back with it. */
    List<Activity> binnedActivities(UUID course) {
        return jdbc.sql(ACTIVITY + """
                                 where course_id = :course
                                   and binned_at is not null
                                   and section_id in (select s.id
                                                      from courses.section s
                                                      where s.course_id = :course and s.binned_at is null)
                                 order by binned_at desc, id
                                """)
                .param("course", course)
                .query(Activity.class)
                .list();
    }

    Optional<Section> section(UUID course, UUID id) {
        return jdbc.sql(SECTION + " where id = :id and course_id = :course and binned_at is null")
                .param("id", id)
                .param("course", course)
                .query(Section.class)
                .optional();
    }

    Optional<Activity> activity(UUID course, UUID id) {
        return jdbc.sql(ACTIVITY + " where id = :id and course_id = :course and binned_at is null")
                .param("id", id)
                .param("course", course)
                .query(Activity.class)
                .optional();
    }

    void insertSections(List<Section> sections) {
        jdbc.sql("""
                        insert into courses.section (id, course_id, position, kind, title, outcomes, trainer_notes,
                                                     trainer_files)
                        select r."id", r."courseId", r."position", r."kind", r."title", r."outcomes", r."trainerNotes",
                               r."trainerFiles"
                        from jsonb_to_recordset(:rows::jsonb)
                             as r("id" uuid, "courseId" uuid, "position" int, "kind" text, "title" jsonb,
                                  "outcomes" jsonb, "trainerNotes" jsonb, "trainerFiles" jsonb)
                        """).param("rows", Json.write(sections)).update();
    }

    /** Content travels as text inside of the rows, hence the cast. */
    void insertActivities(List<Activity> activities) {
        jdbc.sql("""
                        insert into courses.activity (id, course_id, section_id, position, kind, title, minutes,
                                                      completion, requires, content, origin, changed_by, changed_at)
                        select r."id", r."courseId", r."sectionId", r."position", r."kind", r."title", r."minutes",
                               r."completion", r."requires", r."content"::jsonb, r."origin", r."changedBy", r."changedAt"
                        from jsonb_to_recordset(:rows::jsonb)
                             as r("id" uuid, "courseId" uuid, "sectionId" uuid, "position" int, "kind" text,
                                  "title" jsonb, "minutes" int, "completion" text, "requires" jsonb, "content" text,
                                  "origin" jsonb, "changedBy" uuid, "changedAt" timestamptz)
                        """).param("rows", Json.write(activities)).update();
    }

    boolean update(Section section) {
        return jdbc.sql("""
                                update courses.section
                                set kind = :kind, title = :title::jsonb, outcomes = :outcomes::jsonb,
                                    trainer_notes = :notes::jsonb, trainer_files = :files::jsonb,
                                    revision = revision + 1
                                where id = :id
                                  and revision = :revision
                                """)
                        .param("kind", section.kind())
                        .param("title", Json.write(section.title()))
                        .param("outcomes", Json.write(section.outcomes()))
                        .param("notes", Json.write(section.trainerNotes()))
                        .param("files", Json.write(section.trainerFiles()))
                        .param("id", section.id())
                        .param("revision", section.revision())
                        .update()
                == 1;
    }

    /** What is stored now goes into the history first. @return false when somebody else saved since it was read */
    boolean update(Activity activity, UUID history, @Nullable UUID author, Instant now) {
        jdbc.sql("""
                        insert into courses.activity_history (id, activity_id, course_id, revision, title, content,
                                                              changed_by, changed_at)
                        select :history, a.id, a.course_id, a.revision, a.title, a.content, a.changed_by, a.changed_at
                        from courses.activity a
                        where a.id = :id and a.revision = :revision
                        """)
                .param("history", history)
                .param("id", activity.id())
                .param("revision", activity.revision())
                .update();
        return jdbc.sql("""
                                update courses.activity
                                set title = :title::jsonb, minutes = :minutes, completion = :completion,
                                    requires = :requires::jsonb, content = :content::jsonb, changed_by = :author,
                                    changed_at = :now, revision = revision + 1
                                where id = :id
                                  and revision = :revision
                                """)
                        .param("title", Json.write(activity.title()))
                        .param("minutes", activity.minutes())
                        .param("completion", activity.completion())
                        .param("requires", Json.write(activity.requires()))
                        .param("content", activity.content())
                        .param("author", author, Types.OTHER)
                        .param("now", Timestamp.from(now))
                        .param("id", activity.id())
                        .param("revision", activity.revision())
                        .update()
                == 1;
    }

    /** Puts sections in the order given; others keep their places after them. */
    void orderSections(UUID course, List<UUID> order) {
        jdbc.sql("""
                        update courses.section s
                        set position = o.place
                        from unnest(:ids::uuid[]) with ordinality as o(id, place)
                        where s.id = o.id and s.course_id = :course
                        """)
                .param("ids", order.toArray(UUID[]::new))
                .param("course", course)
                .update();
    }

    /** Puts activities into a section, in the order given. */
    void orderActivities(UUID course, UUID section, List<UUID> order) {
        jdbc.sql("""
                        update courses.activity a
                        set position = o.place, section_id = :section
                        from unnest(:ids::uuid[]) with ordinality as o(id, place)
                        where a.id = o.id and a.course_id = :course
                        """)
                .param("ids", order.toArray(UUID[]::new))
                .param("section", section)
                .param("course", course)
                .update();
    }

    void binActivity(UUID course, UUID id, Instant now) {
        jdbc.sql("""
                        update courses.activity
                        set binned_at = :now
                        where id = :id and course_id = :course and binned_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("course", course)
                .update();
    }

    /** With what is in it. */
    void binSection(UUID course, UUID id, Instant now) {
        jdbc.sql("update courses.section set binned_at = :now where id = :id and course_id = :course")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("course", course)
                .update();
        jdbc.sql("""
                        update courses.activity
                        set binned_at = :now
                        where section_id = :id and course_id = :course and binned_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("course", course)
                .update();
    }

    /** @return how many came back: none when its section is in the bin itself */
    int restoreActivity(UUID course, UUID id) {
        return jdbc.sql("""
                        update courses.activity a
                        set binned_at = null
                        where a.id = :id and a.course_id = :course
                          and exists (select 1 from courses.section s where s.id = a.section_id and s.binned_at is null)
                        """).param("id", id).param("course", course).update();
    }

    /** With the activities that went with it. */
    int restoreSection(UUID course, UUID id) {
        jdbc.sql("""
                        update courses.activity a
                        set binned_at = null
                        from courses.section s
                        where s.id = :id and s.course_id = :course and a.section_id = s.id
                          and a.binned_at = s.binned_at
                        """).param("id", id).param("course", course).update();
        return jdbc.sql("update courses.section set binned_at = null where id = :id and course_id = :course")
                .param("id", id)
                .param("course", course)
                .update();
    }

    List<Drafts.Earlier> history(UUID activity) {
        return jdbc.sql("""
                        select id, revision, title, content::text as content, changed_by, changed_at
                        from courses.activity_history
                        where activity_id = :activity
                        order by revision desc
                        limit 100
                        """)
                .param("activity", activity)
                .query(Drafts.Earlier.class)
                .list();
    }

    /** Empties a draft: a sealed course that takes a newer release. */
    void clear(UUID course) {
        jdbc.sql("delete from courses.section where course_id = :course")
                .param("course", course)
                .update();
    }
}
