package org.cybox.courses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.platform.text.Words;

/** A course as its authors work on it, whole: sections and activities in their order. */
public record Draft(Course course, List<Section> sections, List<Activity> activities) {

    public Draft {
        sections = List.copyOf(sections);
        activities = List.copyOf(activities);
    }

    /**
     * What keeps the draft from being published.
     *
     * @param about title of what it concerns; @param address where it can be mended
     */
    public record Problem(Words about, String key, List<String> arguments, String address) {}

    public List<Activity> in(Section section) {
        return activities.stream()
                .filter(activity -> activity.sectionId().equals(section.id()))
                .toList();
    }

    /** In the order in which learners meet them. */
    public List<Activity> inOrder() {
        return sections.stream().flatMap(section -> in(section).stream()).toList();
    }

    public Optional<Activity> activity(UUID id) {
        return activities.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    List<Problem> problems(Map<String, ActivityKind> kinds) {
        List<Problem> problems = new ArrayList<>();
        String here = "/courses/" + course.id();
        if (blank(course.title())) {
            problems.add(new Problem(course.title(), "courses.problem.noTitle", List.of(), here + "/settings"));
        }
        if (inOrder().isEmpty()) {
            problems.add(new Problem(course.title(), "courses.problem.noActivity", List.of(), here));
        }
        sections.stream()
                .filter(section -> blank(section.title()))
                .forEach(section -> problems.add(new Problem(
                        section.title(), "courses.problem.noTitle", List.of(), here + "/sections/" + section.id())));
        inOrder().forEach(activity -> add(problems, activity, kinds));
        circles()
                .forEach(activity -> problems.add(
                        new Problem(activity.title(), "courses.problem.circle", List.of(), settings(activity))));
        return problems;
    }

    private void add(List<Problem> problems, Activity activity, Map<String, ActivityKind> kinds) {
        ActivityKind kind = kinds.get(activity.kind());
        if (kind == null) {
            problems.add(new Problem(
                    activity.title(), "courses.problem.unknownKind", List.of(activity.kind()), settings(activity)));
            return;
        }
        if (blank(activity.title())) {
            problems.add(new Problem(activity.title(), "courses.problem.noTitle", List.of(), settings(activity)));
        }
        if (!kind.completions().contains(activity.completion())) {
            problems.add(new Problem(activity.title(), "courses.problem.completion", List.of(), settings(activity)));
        }
        kind.problems(activity.content())
                .forEach(one -> problems.add(new Problem(
                        activity.title(), one.key(), one.arguments(), kind.editAddress(course.id(), activity.id()))));
    }

    private String settings(Activity activity) {
        return "/courses/" + course.id() + "/activities/" + activity.id() + "/settings";
    }

    private boolean blank(Words title) {
        return title.exactly(course.language()).isBlank()
                && title.exactly(title.original()).isBlank();
    }

    /** Activities that would never open, since they wait for themselves. */
    List<Activity> circles() {
        Map<UUID, Activity> byId = activities.stream().collect(Collectors.toMap(Activity::id, Function.identity()));
        return activities.stream()
                .filter(activity -> waitsFor(activity, activity.id(), byId, new HashSet<>()))
                .toList();
    }

    private static boolean waitsFor(Activity from, UUID target, Map<UUID, Activity> byId, Set<UUID> seen) {
        for (UUID next : from.requires().list()) {
            Activity there = byId.get(next);
            if (next.equals(target) || (there != null && seen.add(next) && waitsFor(there, target, byId, seen))) {
                return true;
            }
        }
        return false;
    }

    /** @param version the block version to show for an activity; prerequisites that are gone are left out */
    Outline outline(Function<Activity, UUID> version) {
        Set<UUID> known = activities.stream().map(Activity::id).collect(Collectors.toSet());
        return new Outline(sections.stream()
                .map(section -> new Outline.Part(
                        section.id(),
                        section.kind(),
                        section.title(),
                        section.outcomes().list(),
                        section.trainerNotes(),
                        section.trainerFiles().list(),
                        in(section).stream()
                                .map(activity -> new Outline.Block(
                                        activity.id(),
                                        version.apply(activity),
                                        activity.kind(),
                                        activity.title(),
                                        activity.minutes(),
                                        activity.completion(),
                                        activity.requires().list().stream()
                                                .filter(known::contains)
                                                .toList()))
                                .toList()))
                .toList());
    }
}
