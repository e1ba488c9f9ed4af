package org.cybox.courses;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.catalogue.Catalogue;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
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

    /** In the order of their titles, after the one named. @param state one of draft, open, archived, binned */
    public List<Course> list(Visitor visitor, String state, String prefix, String afterTitle, UUID afterId, int limit) {
        if (!visitor.trainer()) {
            throw new Forbidden();
        }
        return store.list(state, prefix, afterTitle, afterId, limit);
    }

    /** Courses here that run an offered release as it is. */
    List<Course> sealed() {
        return store.sealed();
    }

    /** A new one. Refused in field {@code title}, {@code languages} or {@code hours}. */
    public Course make(Visitor visitor, String title, String languages, String hours) {
        if (!visitor.trainer()) {
            throw new Forbidden();
        }
        String tags = languages(languages);
        String original = Languages.list(tags).getFirst();
        Words words = Words.of(original, Drafts.title(title));
        Course course = Course.fresh(Ids.next(), words, tags, hours(hours), clock.instant());
        store.insert(course, known(visitor.person()));
        return course;
    }

    /** Comma-separated tags as they were typed, made orderly; refused when there is none or one is malformed. */
    public static String languages(String typed) {
        List<String> words = List.of(typed.strip().split("[,;\\s]+"));
        List<String> tags = Languages.list(typed.replace(';', ','));
        if (tags.isEmpty() || words.size() > 30 || !words.stream().allMatch(Languages::valid)) {
            throw new Refused("languages", "courses.languages.malformed");
        }
        return String.join(",", tags);
    }

    public static int hours(String typed) {
        String plain = typed.strip();
        if (plain.isEmpty()) {
            return 0;
        }
        if (!plain.matches("[0-9]{1,4}") || Integer.parseInt(plain) > 2_000) {
            throw new Refused("hours", "courses.hours.malformed");
        }
        return Integer.parseInt(plain);
    }

    /** What has changed since the release that learners get; nothing when there is none. */
    public Changes changes(Draft draft) {
        UUID current = draft.course().releaseId();
        return current == null ? Changes.NONE : publishing.since(releases.get(current), publishing.plan(draft));
    }

    /** What a later release has changed. */
    public Changes between(Release before, Release after) {
        return publishing.between(before, after);
    }

    /** What keeps a draft from being published. */
    public List<Draft.Problem> problems(Draft draft) {
        return draft.problems(kinds.byName());
    }

    /** Stores what the course says of itself and how one comes in; throws {@link SavedMeanwhile} when it was too late. */
    public void save(Visitor visitor, Course changed) {
        Course before = runBy(visitor, changed.id());
        boolean same = before.title().equals(changed.title())
                && before.outcomes().equals(changed.outcomes())
                && before.languages().equals(changed.languages())
                && before.hours() == changed.hours();
        if (before.sealed() && !same) {
            throw new Forbidden();
        }
        if (!store.update(changed.changed(clock.instant()))) {
            throw new SavedMeanwhile();
        }
        list(get(changed.id()));
        audit.record(visitor, "courses.changed", "course", changed.id(), "", Map.of());
    }

    /** Nobody enrols any more; who learns goes on. */
    public void archive(Visitor visitor, UUID id) {
        move(visitor, runBy(visitor, id).archived(), "courses.archived");
    }

    /** Back from the archive. */
    public void reopen(Visitor visitor, UUID id) {
        move(visitor, runBy(visitor, id).back(), "courses.reopened");
    }

    /** Into the bin, for 30 days at least. Refused when people learn in it: then it is archived. */
    public void bin(Visitor visitor, UUID id) {
        Course course = runBy(visitor, id);
        if (store.learnt(id)) {
            throw new Refused("", "courses.bin.learners");
        }
        move(visitor, course.binned(clock.instant()), "courses.binned");
    }

    public void restore(Visitor visitor, UUID id) {
        Course course = get(id);
        if (!visitor.trainer() || !course.state().equals("binned")) {
            throw new NotFound();
        }
        move(visitor, course.back(), "courses.restored");
    }

    private void move(Visitor visitor, Course course, String action) {
        change(course);
        list(course);
        audit.record(visitor, action, "course", course.id(), "", Map.of());
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
        catalogue.list(new org.cybox.catalogue.Offer(
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
