package org.cybox.courses.authoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.courses.Activity;
import org.cybox.courses.ActivityKind;
import org.cybox.courses.Changes;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Draft;
import org.cybox.courses.Drafts;
import org.cybox.courses.Kinds;
import org.cybox.courses.Offer;
import org.cybox.courses.Offers;
import org.cybox.courses.Section;
import org.cybox.courses.Title;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The outline of a course as its authors see it. */
@Controller
@RequestMapping("/courses/{course}")
@Allow(Who.TRAINER)
class OutlineController {

    private final Courses courses;
    private final Drafts drafts;
    private final Kinds kinds;
    private final Offers offers;

    OutlineController(Courses courses, Drafts drafts, Kinds kinds, Offers offers) {
        this.courses = courses;
        this.drafts = drafts;
        this.kinds = kinds;
        this.offers = offers;
    }

    /**
     * @param changes since the release that learners get; all of it counts as new when there is none
     * @param kinds what can be added
     * @param thrown title of what was just thrown away
     * @param institution where it was taken from, or blank; @param origin the release it was taken from
     * @param newer number of a newer offered release, or 0
     */
    public record OutlinePage(
            CourseHead head,
            List<Part> parts,
            List<Problem> problems,
            Changes changes,
            List<Kind> kinds,
            List<Thrown> bin,
            Optional<Thrown> thrown,
            String institution,
            int origin,
            int newer,
            String language)
            implements Page {

        public boolean editable() {
            return !head.sealed();
        }
    }

    public record Part(UUID id, String kind, Title title, int outcomes, boolean notes, int files, List<Line> lines) {}

    public record Line(
            UUID id,
            String kind,
            String kindKey,
            Title title,
            int minutes,
            String completion,
            List<Title> requires,
            String edit,
            boolean changed) {}

    public record Kind(String kind, String key) {}

    public record Problem(Title about, String key, List<String> arguments, String address) {}

    /** @param kind of the activity, or {@code list} for a section */
    public record Thrown(UUID id, Title title, String kind) {}

    @GetMapping
    OutlinePage outline(@PathVariable UUID course, @RequestParam(defaultValue = "") String thrown, Visitor visitor) {
        Course found = courses.runBy(visitor, course);
        Draft draft = courses.draft(found);
        Changes changes = courses.changes(draft);
        String language = visitor.language();
        List<Thrown> bin = bin(drafts.bin(found), language);
        return new OutlinePage(
                CourseHead.of(found, visitor),
                draft.sections().stream()
                        .map(section -> part(section, draft, changes, language))
                        .toList(),
                courses.problems(draft).stream()
                        .map(one ->
                                new Problem(Title.of(one.about(), language), one.key(), one.arguments(), one.address()))
                        .toList(),
                changes,
                kinds.all().stream()
                        .map(kind -> new Kind(kind.kind(), kind.nameKey()))
                        .toList(),
                bin,
                bin.stream().filter(one -> one.id().toString().equals(thrown)).findFirst(),
                Optional.ofNullable(found.origin().institution()).orElse(""),
                found.origin().releaseNumber(),
                offers.newer(found).map(Offer::releaseNumber).orElse(0),
                language);
    }

    private Part part(Section section, Draft draft, Changes changes, String language) {
        Map<UUID, Activity> byId =
                draft.activities().stream().collect(Collectors.toMap(Activity::id, Function.identity()));
        return new Part(
                section.id(),
                section.kind(),
                Title.of(section.title(), language),
                section.outcomes().list().size(),
                !section.trainerNotes().isBlank(),
                section.trainerFiles().list().size(),
                draft.in(section).stream()
                        .map(activity -> line(activity, byId, changes, language))
                        .toList());
    }

    private Line line(Activity activity, Map<UUID, Activity> byId, Changes changes, String language) {
        Optional<ActivityKind> kind = kinds.find(activity.kind());
        return new Line(
                activity.id(),
                activity.kind(),
                kind.map(ActivityKind::nameKey).orElse(""),
                Title.of(activity.title(), language),
                activity.minutes(),
                activity.completion(),
                activity.requires().list().stream()
                        .map(byId::get)
                        .filter(java.util.Objects::nonNull)
                        .map(one -> Title.of(one.title(), language))
                        .toList(),
                kind.map(one -> one.editAddress(activity.courseId(), activity.id()))
                        .orElse("/courses/" + activity.courseId() + "/activities/" + activity.id() + "/settings"),
                changes.list().stream().anyMatch(change -> change.id().equals(activity.id())));
    }

    private static List<Thrown> bin(Drafts.Bin bin, String language) {
        return java.util.stream.Stream.concat(
                        bin.sections().stream()
                                .map(one -> new Thrown(one.id(), Title.of(one.title(), language), "list")),
                        bin.activities().stream()
                                .map(one -> new Thrown(one.id(), Title.of(one.title(), language), one.kind())))
                .toList();
    }

    /** What was thrown away comes back. */
    @org.springframework.web.bind.annotation.PostMapping("/bin/{id}/return")
    Redirect restore(@PathVariable UUID course, @PathVariable UUID id, Visitor visitor) {
        drafts.restore(visitor, course, id);
        return Redirect.to("/courses/" + course + "#a-" + id).saying("courses.back");
    }
}
