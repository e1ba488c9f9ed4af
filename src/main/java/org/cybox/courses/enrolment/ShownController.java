package org.cybox.courses.enrolment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Releases;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The columns and activities that one wants to see. They stand in the address then, and are remembered. */
@Controller
class ShownController {

    private final Courses courses;
    private final Releases releases;
    private final LearnerStore store;
    private final Clock clock;

    ShownController(Courses courses, Releases releases, LearnerStore store, Clock clock) {
        this.courses = courses;
        this.releases = releases;
        this.store = store;
        this.clock = clock;
    }

    /** @param act {@code usual} takes the choice back */
    @PostMapping("/courses/{course}/learners/columns")
    @Allow(Who.TRAINER)
    Redirect choose(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") List<String> show,
            @RequestParam(defaultValue = "") List<String> activity,
            @RequestParam(defaultValue = "") String act,
            @RequestParam Map<String, String> asked,
            Visitor visitor) {
        Course here = courses.runBy(visitor, course);
        Shown shown = act.equals("usual") ? Shown.USUAL : Shown.of(show, known(here, activity));
        store.remember(course, visitor.person(), shown, clock.instant());
        return Redirect.to(
                LearnerFilter.of(asked).fromStart().showing(shown).address("/courses/" + course + "/learners"));
    }

    /** The ends of those there are. All of them, or none, is no choice. */
    private List<String> known(Course course, List<String> asked) {
        if (course.releaseId() == null) {
            return List.of();
        }
        List<String> all = releases.get(course.releaseId())
                .outline()
                .blocks()
                .map(block -> Shown.end(block.id()))
                .toList();
        List<String> chosen = all.stream().filter(asked::contains).toList();
        return chosen.size() == all.size() ? List.of() : chosen;
    }
}
