package org.cybox.courses.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The courses of a space, for those who write and run them. */
@Controller
@RequestMapping("/courses")
@Allow(Who.TRAINER)
class CourseListController {

    private static final int PAGE = 40;
    private static final List<String> STATES = List.of("open", "draft", "archived", "binned");
    private static final UUID FIRST = new UUID(0, 0);

    private final Courses courses;

    CourseListController(Courses courses) {
        this.courses = courses;
    }

    /**
     * @param q what titles begin with; @param state one of draft, open, archived, binned
     * @param next address of the rest, or blank
     * @param offers the programme offers courses here
     */
    public record CourseListPage(
            String state, List<String> states, String q, List<Line> lines, String next, boolean offers)
            implements Page {}

    public record Line(CourseHead head, int hours, String languages, Instant changedAt) {}

    @GetMapping
    CourseListPage list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String id,
            Visitor visitor,
            Space space) {
        String known = STATES.contains(state) ? state : "open";
        String prefix = q.strip().toLowerCase(Locale.ROOT);
        UUID from = id.matches("[0-9a-f-]{36}") ? UUID.fromString(id) : FIRST;
        List<Course> found = courses.list(visitor, known, prefix, after, from, PAGE + 1);
        List<Course> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new CourseListPage(
                known,
                STATES,
                q.strip(),
                shown.stream().map(course -> line(course, visitor)).toList(),
                found.size() > PAGE ? next(known, q.strip(), shown.getLast()) : "",
                !space.programme());
    }

    private static Line line(Course course, Visitor visitor) {
        return new Line(CourseHead.of(course, visitor), course.hours(), course.languages(), course.changedAt());
    }

    private static String next(String state, String q, Course last) {
        return org.springframework.web.util.UriComponentsBuilder.fromPath("/courses")
                .queryParam("state", state)
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .queryParam("id", last.id())
                .build(q, last.title().in(last.language()).toLowerCase(Locale.ROOT))
                .toString();
    }

    /** @param problem beside the field named, or blank */
    public record NewCoursePage(
            String title, String languages, String hours, String field, String problem, boolean offers)
            implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/new")
    NewCoursePage blank(Space space) {
        return new NewCoursePage("", String.join(", ", space.languages()), "", "", "", !space.programme());
    }

    @PostMapping
    Object make(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String languages,
            @RequestParam(defaultValue = "") String hours,
            Visitor visitor,
            Space space,
            T t) {
        try {
            Course course = courses.make(visitor, title, languages, hours);
            return Redirect.to("/courses/" + course.id()).saying("courses.made");
        } catch (Refused e) {
            return new NewCoursePage(title, languages, hours, e.field(), e.text(t), !space.programme());
        }
    }
}
