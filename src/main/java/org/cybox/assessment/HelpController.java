package org.cybox.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.courses.Courses;
import org.cybox.courses.Lesson;
import org.cybox.courses.Title;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.audit.AuditEntry;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One learner in one test, as a trainer sees them and can help. */
@Controller
@RequestMapping("/courses/{course}/tests/{block}/learners/{enrolment}")
@Allow(Who.TRAINER)
class HelpController {

    private final Helping helping;
    private final Attempts attempts;
    private final QuestionViews views;
    private final Courses courses;
    private final People people;
    private final Audit audit;

    HelpController(
            Helping helping, Attempts attempts, QuestionViews views, Courses courses, People people, Audit audit) {
        this.helping = helping;
        this.attempts = attempts;
        this.views = views;
        this.courses = courses;
        this.people = people;
        this.audit = audit;
    }

    /** @param problem what was refused, said beside {@code field} */
    public record Form(
            String which, String minutes, String more, String points, String reason, String field, String problem) {
        static final Form EMPTY = new Form("", "", "", "", "", "", "");

        public String error(String form, String of) {
            return which.equals(form) && (field.equals(of) || (field.isBlank() && of.equals("reason"))) ? problem : "";
        }
    }

    public record Line(Attempt attempt, String address) {}

    public record HelpPage(
            String here,
            UUID course,
            Title courseTitle,
            Title test,
            String learner,
            @Nullable Integer minutes,
            @Nullable Integer left,
            List<Line> attempts,
            List<Done> done,
            Form form)
            implements Page {

        @Override
        public int status() {
            return form.problem().isBlank() ? 200 : 422;
        }
    }

    /** What was done for this learner here before. */
    public record Done(Instant at, String action, String by, String reason) {}

    @GetMapping
    HelpPage show(@PathVariable UUID course, @PathVariable UUID block, @PathVariable UUID enrolment, Visitor visitor) {
        return page(helping.standing(visitor, course, block, enrolment), visitor, Form.EMPTY);
    }

    @PostMapping("/allowances")
    Object allow(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @PathVariable UUID enrolment,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String more,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            T t) {
        Attempts.Standing standing = helping.standing(visitor, course, block, enrolment);
        try {
            helping.allow(visitor, standing, number(minutes), number(more), reason);
        } catch (Refused e) {
            return page(standing, visitor, new Form("allow", minutes, more, "", reason, e.field(), e.text(t)));
        }
        return Redirect.to(here(standing)).saying("assessment.help.done");
    }

    @PostMapping("/attempts/{id}/reopening")
    Object reopen(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @PathVariable UUID enrolment,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            T t) {
        Attempts.Standing standing = helping.standing(visitor, course, block, enrolment);
        try {
            helping.reopen(visitor, standing, id, number(minutes), reason);
        } catch (Refused e) {
            return page(standing, visitor, new Form("reopen " + id, minutes, "", "", reason, e.field(), e.text(t)));
        }
        return Redirect.to(here(standing)).saying("assessment.help.done");
    }

    @PostMapping("/attempts/{id}/points")
    Object points(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @PathVariable UUID enrolment,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            T t) {
        Attempts.Standing standing = helping.standing(visitor, course, block, enrolment);
        try {
            int hundredths = Numeric.number(points)
                    .map(value -> value.movePointRight(2).intValue())
                    .orElse(-1);
            helping.setPoints(visitor, standing, id, hundredths, reason);
        } catch (Refused e) {
            return page(standing, visitor, new Form("points " + id, "", "", points, reason, e.field(), e.text(t)));
        }
        return Redirect.to(here(standing)).saying("assessment.help.done");
    }

    /** @param answers with what they are worth and when they came */
    public record SeenPage(String back, Title test, String learner, Attempt attempt, List<Seen> answers)
            implements Page {}

    public record Seen(QuestionView question, @Nullable Instant at, boolean late) {}

    @GetMapping("/attempts/{id}")
    SeenPage attempt(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @PathVariable UUID enrolment,
            @PathVariable UUID id,
            Visitor visitor,
            T t) {
        Attempts.Standing standing = helping.standing(visitor, course, block, enrolment);
        Attempt attempt = helping.attempt(standing, id);
        Paper paper = attempts.paper(attempt);
        Map<String, Answer> answers = attempts.answers(attempt);
        Corrections.Marking marking = attempts.marking(attempt);
        return new SeenPage(
                here(standing),
                Title.of(standing.lesson().block().title(), visitor.language()),
                people.get(attempt.personId()).name(),
                attempt,
                paper.questions().stream()
                        .map(question -> seen(paper, question, answers, marking, visitor, t))
                        .toList());
    }

    private Seen seen(
            Paper paper,
            Question question,
            Map<String, Answer> answers,
            Corrections.Marking marking,
            Visitor visitor,
            T t) {
        Given given = AttemptController.given(answers, question);
        Answer answer = answers.get(question.id());
        return new Seen(
                views.tell(paper, question, given, marking.points(question, given), marking, t, visitor.language()),
                answer == null ? null : answer.at(),
                answer != null && answer.late());
    }

    private HelpPage page(Attempts.Standing standing, Visitor visitor, Form form) {
        Lesson lesson = standing.lesson();
        String here = here(standing);
        List<AuditEntry> entries = audit.of(lesson.enrolment().id());
        Map<UUID, Person> known = people.all(Stream.concat(
                        Stream.of(lesson.enrolment().personId()),
                        entries.stream().map(AuditEntry::personId))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new HelpPage(
                here,
                lesson.course(),
                Title.of(courses.get(lesson.course()).title(), visitor.language()),
                Title.of(lesson.block().title(), visitor.language()),
                Objects.requireNonNull(known.get(lesson.enrolment().personId())).name(),
                standing.minutes(),
                standing.left(),
                standing.attempts().stream()
                        .map(there -> new Line(there, here + "/attempts/" + there.id()))
                        .toList(),
                done(entries, known),
                form);
    }

    private static List<Done> done(List<AuditEntry> entries, Map<UUID, Person> by) {
        return entries.stream()
                .filter(entry -> entry.action().startsWith("assessment."))
                .map(entry -> new Done(
                        entry.at(),
                        entry.action(),
                        entry.personId() != null && by.containsKey(entry.personId())
                                ? by.get(entry.personId()).name()
                                : "",
                        entry.reason()))
                .toList();
    }

    private static String here(Attempts.Standing standing) {
        Lesson lesson = standing.lesson();
        return "/courses/" + lesson.course() + "/tests/" + lesson.block().id() + "/learners/"
                + lesson.enrolment().id();
    }

    /** −1 for what is no whole number. */
    private static int number(String typed) {
        return typed.isBlank()
                ? 0
                : Numeric.number(typed)
                        .filter(value -> value.stripTrailingZeros().scale() <= 0)
                        .map(BigDecimal::intValue)
                        .orElse(-1);
    }
}
