package org.cybox.courses.authoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Changes;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Moves;
import org.cybox.courses.Offers;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The releases of a course, and who learns in which. */
@Controller
@RequestMapping("/courses/{course}/releases")
@Allow(Who.TRAINER)
class ReleaseController {

    private final Courses courses;
    private final Releases releases;
    private final Moves moves;
    private final Offers offers;

    ReleaseController(Courses courses, Releases releases, Moves moves, Offers offers) {
        this.courses = courses;
        this.releases = releases;
        this.moves = moves;
        this.offers = offers;
    }

    /** @param offering this space offers courses to institutions */
    public record ReleasesPage(CourseHead head, List<Line> lines, boolean offering, String language) implements Page {

        /** Releases that somebody learns in, and that are not the newest. */
        public List<Line> older() {
            return lines.stream()
                    .filter(line -> line.learners() > 0 && line.number() < head.release())
                    .toList();
        }
    }

    /** @param changes since the one before; @param learners who learn in it now; @param offered to institutions */
    public record Line(
            UUID id,
            int number,
            String note,
            String hash,
            Instant publishedAt,
            int activities,
            Changes changes,
            int learners,
            boolean offered) {}

    @GetMapping
    ReleasesPage list(@PathVariable UUID course, Visitor visitor, Space space) {
        Course found = courses.runBy(visitor, course);
        List<Release> all = releases.ofCourse(course);
        Map<UUID, Integer> learners = moves.learners(course);
        List<UUID> offered = space.programme() ? offers.offered(course) : List.of();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Release release = all.get(i);
            lines.add(new Line(
                    release.id(),
                    release.number(),
                    release.note(),
                    release.hash(),
                    release.publishedAt(),
                    (int) release.outline().blocks().count(),
                    i + 1 < all.size() ? courses.between(all.get(i + 1), release) : Changes.NONE,
                    learners.getOrDefault(release.id(), 0),
                    offered.contains(release.id())));
        }
        return new ReleasesPage(CourseHead.of(found, visitor), lines, space.programme(), visitor.language());
    }

    @PostMapping
    Redirect publish(@PathVariable UUID course, @RequestParam(defaultValue = "") String note, Visitor visitor) {
        try {
            Release release = courses.publish(visitor, course, note);
            return Redirect.to("/courses/" + course).saying("courses.published", release.number());
        } catch (Refused e) {
            return Redirect.to("/courses/" + course).warning("courses.publish.not");
        }
    }

    /** On purpose only: those who learn in one release go on in another. */
    @PostMapping("/{number}/moves")
    Redirect move(
            @PathVariable UUID course,
            @PathVariable int number,
            @RequestParam int to,
            @RequestParam(defaultValue = "keep") String changed,
            Visitor visitor) {
        int moved = moves.move(
                visitor, course, number, to, changed.equals("again") ? Moves.Changed.DONE_AGAIN : Moves.Changed.KEPT);
        return Redirect.to("/courses/" + course + "/releases").saying("courses.moved", moved, to);
    }

    @PostMapping("/{number}/offer")
    Redirect offer(@PathVariable UUID course, @PathVariable int number, Visitor visitor, Space space) {
        offers.offer(visitor, space, course, number);
        return Redirect.to("/courses/" + course + "/releases").saying("courses.offered", number);
    }

    @PostMapping("/{number}/offer/end")
    Redirect withdraw(@PathVariable UUID course, @PathVariable int number, Visitor visitor, Space space) {
        offers.withdraw(visitor, space, course, number);
        return Redirect.to("/courses/" + course + "/releases").saying("courses.withdrawn", number);
    }
}
