package org.cybox.courses;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Ids;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The outline of a draft: its sections and activities, their order, and what was thrown away. */
@Component
public class Drafts {

    public static final List<String> SECTION_KINDS = List.of("section", "day", "session");
    private static final int LONGEST_TITLE = 300;

    private final DraftStore store;
    private final Courses courses;
    private final Kinds kinds;
    private final Clock clock;

    Drafts(DraftStore store, Courses courses, Kinds kinds, Clock clock) {
        this.store = store;
        this.courses = courses;
        this.kinds = kinds;
        this.clock = clock;
    }

    public Section section(Visitor visitor, UUID course, UUID section) {
        courses.editableBy(visitor, course);
        return store.section(course, section).orElseThrow(NotFound::new);
    }

    /** At the end of the outline. Refused in field {@code title} when it has none. */
    public Section addSection(Visitor visitor, UUID id, String kind, String title) {
        Course course = courses.editableBy(visitor, id);
        if (!SECTION_KINDS.contains(kind)) {
            throw new NotFound();
        }
        Words none = Words.NONE.originalIn(course.language());
        Section section = new Section(
                Ids.next(),
                id,
                store.sections(id).size() + 1,
                kind,
                Words.of(course.language(), title(title)),
                new Section.Lines(List.of()),
                none,
                new Section.FileIds(List.of()),
                1);
        store.insertSections(List.of(section));
        return section;
    }

    /** Throws {@link SavedMeanwhile} when somebody else saved the section since it was opened. */
    public void saveSection(Visitor visitor, Section section) {
        courses.editableBy(visitor, section.courseId());
        if (!store.update(section)) {
            throw new SavedMeanwhile();
        }
    }

    /** At the end of a section. @param kind one of {@link Kinds#all} */
    public Activity addActivity(Visitor visitor, UUID id, UUID section, String kind, String title) {
        Course course = courses.editableBy(visitor, id);
        require(id, section);
        ActivityKind known = kinds.get(kind);
        Activity activity = new Activity(
                Ids.next(),
                id,
                section,
                in(id, section).size() + 1,
                kind,
                Words.of(course.language(), title(title)),
                0,
                known.completions().getFirst(),
                Activity.Blocks.NONE,
                known.emptyContent(course.language()),
                1,
                Activity.From.NOWHERE,
                visitor.person().equals(Visitor.NOBODY) ? null : visitor.person(),
                clock.instant());
        store.insertActivities(List.of(activity));
        return activity;
    }

    private void require(UUID course, UUID section) {
        if (store.section(course, section).isEmpty()) {
            throw new NotFound();
        }
    }

    static String title(String title) {
        String plain = title.strip();
        if (plain.isEmpty()) {
            throw new Refused("title", "courses.title.missing");
        }
        if (plain.length() > LONGEST_TITLE) {
            throw new Refused("title", "courses.title.long");
        }
        return plain;
    }

    /** @param order identifiers of sections; those not named keep their order behind them */
    public void orderSections(Visitor visitor, UUID course, List<UUID> order) {
        courses.editableBy(visitor, course);
        List<UUID> there = store.sections(course).stream().map(Section::id).toList();
        store.orderSections(course, merged(order, there));
    }

    /** One place up or down. */
    public void moveSection(Visitor visitor, UUID course, UUID section, Way way) {
        courses.editableBy(visitor, course);
        List<UUID> there = store.sections(course).stream().map(Section::id).toList();
        store.orderSections(course, moved(there, section, way));
    }

    public enum Way {
        UP,
        DOWN
    }

    /** @param order identifiers of activities of that section, or of others, which then come into it */
    public void orderActivities(Visitor visitor, UUID course, UUID section, List<UUID> order) {
        courses.editableBy(visitor, course);
        require(course, section);
        Set<UUID> all = store.activities(course).stream().map(Activity::id).collect(Collectors.toSet());
        List<UUID> known = order.stream().filter(all::contains).toList();
        store.orderActivities(course, section, merged(known, in(course, section)));
    }

    /** One place up or down; from the end of a section into the next one. */
    public void moveActivity(Visitor visitor, UUID course, UUID id, Way way) {
        Activity activity = courses.activity(visitor, course, id);
        List<UUID> here = in(course, activity.sectionId());
        boolean atEdge = id.equals(way == Way.UP ? here.getFirst() : here.getLast());
        if (!atEdge) {
            store.orderActivities(course, activity.sectionId(), moved(here, id, way));
            return;
        }
        List<UUID> sections = store.sections(course).stream().map(Section::id).toList();
        int next = sections.indexOf(activity.sectionId()) + (way == Way.UP ? -1 : 1);
        if (next >= 0 && next < sections.size()) {
            List<UUID> there = new ArrayList<>(in(course, sections.get(next)));
            there.add(way == Way.UP ? there.size() : 0, id);
            store.orderActivities(course, sections.get(next), there);
        }
    }

    /** To the end of another section. */
    public void moveInto(Visitor visitor, UUID course, UUID id, UUID section) {
        courses.activity(visitor, course, id);
        require(course, section);
        List<UUID> there = new ArrayList<>(in(course, section));
        there.remove(id);
        there.add(id);
        store.orderActivities(course, section, there);
    }

    private List<UUID> in(UUID course, UUID section) {
        return store.activities(course).stream()
                .filter(activity -> activity.sectionId().equals(section))
                .map(Activity::id)
                .toList();
    }

    private static List<UUID> merged(List<UUID> order, List<UUID> there) {
        Set<UUID> all = new LinkedHashSet<>(order);
        all.addAll(there);
        return List.copyOf(all);
    }

    private static List<UUID> moved(List<UUID> there, UUID id, Way way) {
        List<UUID> order = new ArrayList<>(there);
        int here = order.indexOf(id);
        int target = here + (way == Way.UP ? -1 : 1);
        if (here < 0) {
            throw new NotFound();
        }
        if (target >= 0 && target < order.size()) {
            Collections.swap(order, here, target);
        }
        return order;
    }

    /** Into the bin of the draft; releases keep it. */
    public void binActivity(Visitor visitor, UUID course, UUID activity) {
        courses.activity(visitor, course, activity);
        store.binActivity(course, activity, clock.instant());
    }

    public void binSection(Visitor visitor, UUID course, UUID section) {
        section(visitor, course, section);
        store.binSection(course, section, clock.instant());
    }

    /** An activity or a section, back where it was. */
    public void restore(Visitor visitor, UUID course, UUID id) {
        courses.editableBy(visitor, course);
        if (store.restoreActivity(course, id) + store.restoreSection(course, id) == 0) {
            throw new NotFound();
        }
    }

    /** What the bin of a draft holds. */
    public record Bin(List<Section> sections, List<Activity> activities) {

        public boolean isEmpty() {
            return sections.isEmpty() && activities.isEmpty();
        }
    }

    public Bin bin(Course course) {
        return new Bin(store.binnedSections(course.id()), store.binnedActivities(course.id()));
    }

    /** An activity as it was saved before. @param changedBy person who had saved it, if anybody */
    public record Earlier(
            UUID id,
            int revision,
            Words title,
            String content,
            @Nullable UUID changedBy,
            java.time.Instant changedAt) {}

    /** The last hundred, newest first. */
    public List<Earlier> history(Activity activity) {
        return store.history(activity.id());
    }

    /** Brings earlier words back as a new change, so that nothing is lost by it either. */
    public Activity restore(Visitor visitor, Activity activity, UUID earlier) {
        Earlier then = store.history(activity.id()).stream()
                .filter(one -> one.id().equals(earlier))
                .findFirst()
                .orElseThrow(NotFound::new);
        return courses.saveContent(visitor, activity.saying(then.title(), then.content()));
    }
}
