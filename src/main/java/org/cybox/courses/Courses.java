package org.cybox.courses;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.catalogue.Catalogue;
import org.cybox.catalogue.Offer;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.Forbidden;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Courses as their authors work on them. Looking one up is the authorisation. */
@Component
public class Courses {

    private final CourseStore store;
    private final DraftStore drafts;
    private final Publishing publishing;
    private final Releases releases;
    private final Kinds kinds;
    private final Catalogue catalogue;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Courses(
            CourseStore store,
            DraftStore drafts,
            Publishing publishing,
            Releases releases,
            Kinds kinds,
            Catalogue catalogue,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.publishing = publishing;
        this.releases = releases;
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** In whatever state; throws {@link NotFound} for an unknown course. */
    public Course get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    public Optional<Course> find(UUID id) {
        return store.find(id);
    }

    /** A course that the visitor runs: its settings, its learners. Not found when it lies in the bin. */
    public Course runBy(Visitor visitor, UUID id) {
        if (!visitor.trainer()) {
            throw new Forbidden();
        }
        return store.find(id).filter(course -> !course.state().equals("binned")).orElseThrow(NotFound::new);
    }

    /** A course whose content the visitor may change; one that is run as it was offered nobody may. */
    public Course editableBy(Visitor visitor, UUID id) {
        Course course = runBy(visitor, id);
        if (course.sealed()) {
            throw new Forbidden();
        }
        return course;
    }

    public Draft draft(Course course) {
        return new Draft(course, drafts.sections(course.id()), drafts.activities(course.id()));
    }

    /** An activity whose content the visitor may change. */
    public Activity activity(Visitor visitor, UUID course, UUID activity) {
        editableBy(visitor, course);
        return drafts.activity(course, activity).orElseThrow(NotFound::new);
    }

    /**
     * Stores title, content and rules. What was stored before goes into the activity's history.
     *
     * @param changed with the revision that the author had opened; throws {@link ChangedMeanwhile} when somebody else
     *     has saved since
     * @return as it is stored now
     */
    public Activity saveContent(Visitor visitor, Activity changed) {
        editableBy(visitor, changed.courseId());
        if (!drafts.update(changed, Ids.next(), known(visitor.person()), clock.instant())) {
            throw new ChangedMeanwhile(
                    drafts.activity(changed.courseId(), changed.id()).orElseThrow(NotFound::new));
        }
        return drafts.activity(changed.courseId(), changed.id()).orElseThrow(NotFound::new);
    }

    /** Makes the draft a release that new learners get. Refused when something keeps it from being published. */
    public Release publish(Visitor visitor, UUID id, String note) {
        editableBy(visitor, id);
        Course course = store.locked(id).orElseThrow(NotFound::new);
        Draft draft = draft(course);
        int problems = draft.problems(kinds.byName()).size();
        if (problems > 0) {
            throw new Refused("", "courses.publish.problems", problems);
        }
        Publishing.Plan plan = publishing.plan(draft);
        UUID current = course.releaseId();
        if (current != null && releases.get(current).hash().equals(plan.hash())) {
            throw new Refused("", "courses.publish.unchanged", course.releaseNumber());
        }
        Release release = release(plan, note, known(visitor.person()));
        audit.record(
                visitor,
                "courses.published",
                "course",
                id,
                release.note(),
                Map.of("release", release.number(), "hash", release.hash()));
        return release;
    }

    /** Without asking whether it is fit: for content that comes from our own imports. */
    Release release(Publishing.Plan plan, String note, @Nullable UUID by) {
        Course course = plan.draft().course();
        Release release = publishing.release(plan, note, by);
        Course released = course.released(release);
        change(released);
        list(released);
        events.publishEvent(new CoursePublished(
                Scope.tenant(), course.id(), release.id(), release.number(), release.publishedAt()));
        return release;
    }

    /** Stores a changed course; refused when somebody else changed it since it was read. */
    void change(Course course) {
        if (!store.update(course.changed(clock.instant()))) {
            throw new Refused("", "courses.changed.meanwhile");
        }
    }

    /** The notice in the catalogue is what the course says of itself now; one that nobody can enrol in has none. */
    void list(Course course) {
        if (!course.state().equals("open")) {
            catalogue.remove(course.id());
            return;
        }
        String joining = course.enrolKey().isBlank()
                ? course.enrolApproval() ? "approval" : course.enrolOpen() ? "open" : "closed"
                : "key";
        catalogue.list(new Offer(
                course.id(),
                "course",
                course.title(),
                course.summary(),
                course.languages(),
                course.hours(),
                "/catalogue/" + course.id(),
                joining.equals("closed") ? "members" : "anyone",
                joining,
                clock.instant()));
    }

    private static @Nullable UUID known(UUID person) {
        return person.equals(Visitor.NOBODY) ? null : person;
    }
}
