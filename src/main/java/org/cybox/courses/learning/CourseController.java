package org.cybox.courses.learning;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Kinds;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.courses.OutlineView;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A course as the learner has it before them: the outline, and where to go on. */
@Controller
class CourseController {

    private final Learning learning;
    private final Enrolments enrolments;
    private final Kinds kinds;
    private final Tenants tenants;

    CourseController(Learning learning, Enrolments enrolments, Kinds kinds, Tenants tenants) {
        this.learning = learning;
        this.enrolments = enrolments;
        this.kinds = kinds;
        this.tenants = tenants;
    }

    /**
     * @param next the line to go on with; @param points best points by block, as "16 of 20" is said
     * @param kinds text key of each kind's name
     */
    public record CoursePage(
            OutlineView outline,
            OutlineView.Line next,
            int hours,
            boolean begun,
            boolean completed,
            Optional<LocalDate> dueOn,
            boolean overdue,
            Map<UUID, Points> points,
            Map<String, String> kinds)
            implements Page {}

    /** Hundredths. */
    public record Points(int score, int max) {}

    @GetMapping("/learn/{course}")
    @Allow(Who.LEARNER)
    Object course(@PathVariable UUID course, Visitor visitor) {
        Optional<Lesson> place = enrolments
                .of(course, visitor.person())
                .filter(Enrolment::learning)
                .flatMap(learning::next);
        return place.<Object>map(lesson -> page(lesson, visitor)).orElseGet(() -> Redirect.to("/catalogue/" + course));
    }

    private CoursePage page(Lesson lesson, Visitor visitor) {
        Enrolment enrolment = lesson.enrolment();
        LocalDate today = tenants.today();
        boolean completed = enrolment.state().equals("completed");
        Map<UUID, Points> points = lesson.progress().values().stream()
                .filter(one -> one.score() != null && one.scoreMax() != null)
                .collect(
                        Collectors.toMap(one -> one.blockId(), one -> new Points(or(one.score()), or(one.scoreMax()))));
        return new CoursePage(
                OutlineView.of(lesson, visitor.language()),
                OutlineView.line(lesson, lesson.block(), visitor.language()),
                lesson.release().hours(),
                !lesson.progress().isEmpty(),
                completed,
                Optional.ofNullable(enrolment.dueOn()),
                !completed && enrolment.dueOn() != null && enrolment.dueOn().isBefore(today),
                points,
                kinds.nameKeys());
    }

    private static int or(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
