package org.cybox.courses;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes courses out of packages. */
@Component
class Importing {

    private final Packages packages;
    private final CourseStore store;
    private final DraftStore drafts;
    private final Publishing publishing;
    private final Courses courses;

    Importing(Packages packages, CourseStore store, DraftStore drafts, Publishing publishing, Courses courses) {
        this.packages = packages;
        this.store = store;
        this.drafts = drafts;
        this.publishing = publishing;
        this.courses = courses;
    }

    /** A course of its own, not published. @param author person, or null for the program itself */
    Draft create(
            CoursePackage packed,
            Map<UUID, UUID> replaced,
            Packages.Identity identity,
            @Nullable UUID author,
            Course.Origin origin) {
        Draft draft = packages.unpack(packed, replaced, identity, author);
        Course course = draft.course()
                .from(origin, identity == Packages.Identity.KEPT ? Course.Sealing.SEALED : Course.Sealing.EDITABLE);
        store.insert(course, author);
        drafts.insertSections(draft.sections());
        drafts.insertActivities(draft.activities());
        return courses.draft(courses.get(course.id()));
    }

    /** A sealed course takes another release of its source: what learners have stays, new ones get it. */
    Draft replace(Course course, CoursePackage packed, Map<UUID, UUID> replaced, Course.Origin origin) {
        Draft fresh = packages.unpack(packed, replaced, Packages.Identity.KEPT, null);
        drafts.clear(course.id());
        drafts.insertSections(fresh.sections().stream()
                .map(section -> section.of(course.id()))
                .toList());
        drafts.insertActivities(fresh.activities().stream()
                .map(activity -> activity.of(course.id()))
                .toList());
        Course source = fresh.course();
        courses.change(course.about(source.title(), source.summary(), source.audience(), source.outcomes())
                .lasting(source.languages(), source.hours(), source.certificate())
                .from(origin, Course.Sealing.SEALED));
        return courses.draft(courses.get(course.id()));
    }

    Release publish(Draft draft, String note) {
        return courses.release(publishing.plan(draft), note, null);
    }
}
