package org.cybox.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.assessment.Attempts.Standing;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.courses.OutlineView;
import org.cybox.courses.Title;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.cybox.platform.web.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A test before it begins: what awaits, and the button. */
@Controller
@RequestMapping("/learn/{course}/tests/{block}")
class TestController {

    private final Learning learning;
    private final Enrolments enrolments;
    private final Attempts attempts;
    private final Clock clock;

    TestController(Learning learning, Enrolments enrolments, Attempts attempts, Clock clock) {
        this.learning = learning;
        this.enrolments = enrolments;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * @param worth hundredths; @param minutes null: no limit; @param left attempts, null: no limit
     * @param passMark per cent, null: none
     * @param open address of the attempt to go on with, or blank
     */
    public record TestPage(
            Lesson lesson,
            Title title,
            String here,
            String purpose,
            int questions,
            int worth,
            @Nullable Integer minutes,
            @Nullable Integer left,
            @Nullable Integer passMark,
            String feedback,
            String open,
            boolean mayStart,
            boolean shared,
            List<Past> past,
            List<OutlineView.Line> missing)
            implements Page {}

    /** @param points hundredths */
    public record Past(
            int number, Instant started, String address, int points, int max, boolean passed, boolean judged) {}

    @GetMapping
    @Allow(Who.LEARNER)
    @Writes
    Object show(@PathVariable UUID course, @PathVariable UUID block, Visitor visitor) {
        Optional<Enrolment> enrolment = enrolments.of(course, visitor.person()).filter(Enrolment::learning);
        if (enrolment.isEmpty()) {
            return Redirect.to("/catalogue/" + course);
        }
        Lesson lesson = learning.lesson(enrolment.get(), block);
        Standing standing = attempts.standing(lesson);
        if (!lesson.locked()) {
            learning.open(lesson);
        }
        return page(standing, visitor);
    }

    private TestPage page(Standing standing, Visitor visitor) {
        Lesson lesson = standing.lesson();
        TestContent content = standing.content();
        String here = "/learn/" + lesson.course() + "/tests/" + lesson.block().id();
        Instant now = clock.instant();
        return new TestPage(
                lesson,
                Title.of(lesson.block().title(), visitor.language()),
                here,
                content.purpose(),
                content.questions().size(),
                content.worth(),
                standing.minutes(),
                standing.left(),
                content.passMark(),
                content.feedback(),
                standing.open()
                        .filter(open -> !open.over(now))
                        .map(open -> here + "/attempts/" + open.id())
                        .orElse(""),
                standing.mayStart()
                        || (!lesson.locked()
                                && standing.open()
                                        .filter(open -> open.over(now))
                                        .isPresent()
                                && !Integer.valueOf(0).equals(standing.left())),
                visitor.sharedComputer(),
                standing.attempts().stream()
                        .filter(there -> !there.open() || there.over(now))
                        .map(there -> past(there, content, here))
                        .toList(),
                lesson.locked()
                        ? lesson.missing().stream()
                                .map(one -> OutlineView.line(lesson, one, visitor.language()))
                                .toList()
                        : List.of());
    }

    private static Past past(Attempt attempt, TestContent content, String here) {
        return new Past(
                attempt.number(),
                attempt.startedAt(),
                here + "/attempts/" + attempt.id() + "/result",
                attempt.points(),
                attempt.max(),
                attempt.success(),
                content.passMark() != null && !attempt.open());
    }

    @PostMapping("/attempts")
    @Allow(Who.LEARNER)
    Redirect start(@PathVariable UUID course, @PathVariable UUID block, Visitor visitor) {
        UUID attempt = attempts.start(learning.lesson(visitor, course, block));
        return Redirect.to("/learn/" + course + "/tests/" + block + "/attempts/" + attempt);
    }
}
