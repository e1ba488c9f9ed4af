package org.cybox.courses.enrolment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.CourseCompleted;
import org.cybox.courses.Courses;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Learning;
import org.cybox.notifications.Notice;
import org.cybox.notifications.Notifications;
import org.cybox.platform.text.Words;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What concerns a learner, or those who decide about one, told to them. */
@Component
class EnrolmentNotices {

    private final Notifications notifications;
    private final Courses courses;
    private final JdbcClient jdbc;

    EnrolmentNotices(Notifications notifications, Courses courses, JdbcClient jdbc) {
        this.notifications = notifications;
        this.courses = courses;
        this.jdbc = jdbc;
    }

    /** To those who may decide about everybody here. */
    void requested(Enrolment wish, Words course, String name) {
        List<UUID> deciders = jdbc.sql("""
                        select id
                        from people.person
                        where role in ('trainer', 'manager')
                          and state = 'active'
                          and not only_own_groups
                        limit 200
                        """).query(UUID.class).list();
        String link = "/courses/" + wish.courseId() + "/learners?state=requested";
        notifications.tellAll(deciders, notice("enrolment", "requested", link, name, Notice.said(course)));
    }

    void admitted(Course course, Collection<UUID> people) {
        notifications.tellAll(people, notice("enrolment", "admitted", learn(course), Notice.said(course.title())));
    }

    void left(Course course, UUID person, String reason, boolean wasRequest) {
        notifications.tell(
                person,
                notice(
                        "enrolment",
                        wasRequest ? "refused" : "left",
                        "/catalogue/" + course.id(),
                        Notice.said(course.title()),
                        reason));
    }

    void dueChanged(Course course, Collection<UUID> people, LocalDate due) {
        notifications.tellAll(
                people, notice("due", "dueChanged", learn(course), Notice.said(course.title()), due.toString()));
    }

    void moved(Course course, List<UUID> people) {
        notifications.tellAll(people, notice("enrolment", "moved", learn(course), Notice.said(course.title())));
    }

    /** In the trainer's own words. */
    void reminder(UUID course, List<UUID> people, String title, String text) {
        notifications.tellAll(people, notice("due", "words", "/learn/" + course, title, text));
    }

    void announcement(UUID course, Collection<UUID> people, String title, String text) {
        notifications.tellAll(
                people, notice("announcement", "words", "/learn/" + course + "/announcements", title, text));
    }

    void set(Enrolment enrolment, Words block, Learning.Outcome outcome, String reason, String by) {
        notifications.tell(
                enrolment.personId(),
                notice(
                        "enrolment",
                        outcome == Learning.Outcome.DONE ? "setDone" : "setNotDone",
                        "/learn/" + enrolment.courseId(),
                        Notice.said(block),
                        reason,
                        by));
    }

    /** @param when week, day or overdue */
    void reminded(UUID course, Words title, Collection<UUID> people, LocalDate due, String when) {
        String key = when.equals("overdue") ? "overdue" : "dueSoon";
        notifications.tellAll(people, notice("due", key, "/learn/" + course, Notice.said(title), due.toString()));
    }

    void tableReady(Course course, UUID person, String file) {
        notifications.tell(person, notice("enrolment", "tableReady", file, Notice.said(course.title())));
    }

    @EventListener
    void completed(CourseCompleted event) {
        Course course = courses.get(event.course());
        notifications.tell(
                event.person(), notice("enrolment", "completed", learn(course), Notice.said(course.title())));
    }

    private static String learn(Course course) {
        return "/learn/" + course.id();
    }

    private static Notice notice(String kind, String key, String link, String... arguments) {
        return new Notice(kind, "enrolment.notice." + key, List.of(arguments), link);
    }
}
