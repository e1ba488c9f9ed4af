package org.cybox.courses;

import java.util.List;
import org.cybox.notifications.Notice;
import org.cybox.notifications.Notifications;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells learners that they go on in another release. */
@Component
class MovedNotices {

    private final Notifications notifications;
    private final Courses courses;

    MovedNotices(Notifications notifications, Courses courses) {
        this.notifications = notifications;
        this.courses = courses;
    }

    @EventListener
    void moved(LearnersMoved event) {
        Course course = courses.get(event.course());
        notifications.tellAll(
                event.persons(),
                new Notice(
                        "enrolment",
                        "courses.moved.notice",
                        List.of(Notice.said(course.title())),
                        "/learn/" + course.id()));
    }
}
