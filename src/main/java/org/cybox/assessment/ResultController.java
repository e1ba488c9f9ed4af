package org.cybox.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.assessment.Corrections.Marking;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.courses.Title;
import org.cybox.platform.text.T;
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

/** What came of an attempt. */
@Controller
class ResultController {

    private final Attempts attempts;
    private final QuestionViews views;
    private final OutcomeResults outcomes;
    private final Learning learning;

    ResultController(Attempts attempts, QuestionViews views, OutcomeResults outcomes, Learning learning) {
        this.attempts = attempts;
        this.views = views;
        this.outcomes = outcomes;
        this.learning = learning;
    }

    /**
     * @param points hundredths
     * @param waiting time is up and answers may still come from the device: nothing is told that would help them
     * @param untilLate until when they are taken
     * @param withheld why no answers are told: never, afterPass, or blank
     * @param questions each with its verdict; empty while they may not be told
     */
    public record ResultPage(
            Lesson lesson,
            Title title,
            String here,
            String test,
            UUID attempt,
            int number,
            Instant ended,
            int points,
            int max,
            @Nullable Integer passMark,
            boolean passed,
            boolean byHand,
            boolean again,
            boolean waiting,
            @Nullable Instant untilLate,
            int late,
            String withheld,
            List<OutcomeResults.Line> outcomes,
            boolean compared,
            List<QuestionView> questions,
            boolean keep)
            implements Page {}

    @GetMapping("/learn/{course}/tests/{block}/attempts/{id}/result")
    @Allow(Who.LEARNER)
    @Writes
    Object show(@PathVariable UUID course, @PathVariable UUID block, @PathVariable UUID id, Visitor visitor, T t) {
        Attempts.Standing before = attempts.standing(learning.lesson(visitor, course, block));
        Attempt attempt = attempts.current(before.attempt(id));
        if (attempt.open()) {
            return Redirect.to(AttemptController.here(attempt));
        }
        boolean ended = attempt != before.attempt(id);
        Attempts.Standing standing = ended ? attempts.standing(learning.lesson(visitor, course, block)) : before;
        return page(standing, attempt, visitor, t);
    }

    private ResultPage page(Attempts.Standing standing, Attempt attempt, Visitor visitor, T t) {
        Lesson lesson = standing.lesson();
        Map<String, Answer> answers = attempts.answers(attempt);
        Paper paper = attempts.paper(attempt);
        Optional<Attempt> before =
                paper.content().purpose().equals("post") ? attempts.before(attempt) : Optional.empty();
        String withheld = withheld(attempt, paper.content());
        return new ResultPage(
                lesson,
                Title.of(lesson.block().title(), visitor.language()),
                AttemptController.here(attempt),
                "/learn/" + attempt.courseId() + "/tests/" + attempt.blockId(),
                attempt.id(),
                attempt.number(),
                attempt.submittedAt() == null ? attempt.startedAt() : attempt.submittedAt(),
                attempt.points(),
                attempt.max(),
                paper.content().passMark(),
                attempt.success(),
                attempt.adjusted() != null,
                standing.mayStart() && !attempt.success(),
                !attempt.submitted(),
                attempt.deadline() == null ? null : attempt.deadline().plus(Attempt.LATE),
                (int) answers.values().stream().filter(Answer::late).count(),
                withheld,
                outcomes.of(attempt.courseId(), paper.content(), attempt, before, visitor.language()),
                before.isPresent(),
                withheld.isEmpty() ? told(attempt, paper, answers, visitor, t) : List.of(),
                !visitor.sharedComputer());
    }

    private static String withheld(Attempt attempt, TestContent content) {
        if (!attempt.submitted()) {
            return "waiting";
        }
        return switch (content.feedback()) {
            case "never" -> "never";
            case "afterPass" -> attempt.success() ? "" : "afterPass";
            default -> "";
        };
    }

    private List<QuestionView> told(Attempt attempt, Paper paper, Map<String, Answer> answers, Visitor visitor, T t) {
        Marking marking = attempts.marking(attempt);
        Map<String, QuestionView> told = new LinkedHashMap<>();
        for (Question question : paper.questions()) {
            Given given = AttemptController.given(answers, question);
            int points = attempt.marks().of(question.id());
            told.put(question.id(), views.tell(paper, question, given, points, marking, t, visitor.language()));
        }
        return List.copyOf(told.values());
    }
}
