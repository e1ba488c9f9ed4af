package org.cybox.courses.enrolment;

import java.util.List;
import java.util.UUID;
import org.cybox.courses.Courses;
import org.cybox.courses.Title;
import org.cybox.courses.enrolment.LearnerStore.Row;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Something done with chosen learners: first what and with whom, then once more to say yes. */
@Controller
class SelectionController {

    private static final List<String> ACTS = List.of("remind", "extend", "withdraw", "move", "admit");

    private final Learners learners;
    private final Courses courses;

    SelectionController(Learners learners, Courses courses) {
        this.learners = learners;
        this.courses = courses;
    }

    /** @param act remind, extend, withdraw, move or admit; @param field that has the {@code problem}, or blank */
    public record SelectionPage(
            UUID course,
            Title title,
            String act,
            List<Person> people,
            String subject,
            String text,
            String day,
            String reason,
            String field,
            String problem)
            implements Page {

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    public record Person(UUID enrolment, String name) {}

    @PostMapping("/courses/{course}/learners/selection")
    @Allow(Who.TRAINER)
    Object ask(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") List<UUID> ids,
            @RequestParam String act,
            Visitor visitor,
            T t) {
        List<Row> chosen = learners.chosen(visitor, course, ids);
        if (chosen.isEmpty()) {
            return Redirect.to("/courses/" + course + "/learners").warning("enrolment.nobody");
        }
        Title title = Title.of(courses.get(course).title(), visitor.language());
        return page(
                course,
                visitor,
                known(act),
                chosen,
                t.of("enrolment.remind.subject", title.text()),
                t.of("enrolment.remind.text", title.text()),
                "",
                "",
                "",
                "");
    }

    @PostMapping("/courses/{course}/learners/selection/{act}")
    @Allow(Who.TRAINER)
    Object act(
            @PathVariable UUID course,
            @PathVariable String act,
            @RequestParam(defaultValue = "") List<UUID> ids,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            T t) {
        List<Row> chosen = learners.chosen(visitor, course, ids);
        try {
            int done = switch (known(act)) {
                case "remind" -> learners.remind(visitor, course, chosen, subject, text);
                case "extend" -> learners.extend(visitor, course, chosen, day, reason);
                case "withdraw" -> learners.withdraw(visitor, course, chosen, reason);
                case "move" -> learners.move(visitor, course, chosen);
                default -> learners.admit(visitor, course, chosen);
            };
            return Redirect.to("/courses/" + course + "/learners").saying("enrolment.did." + act, done);
        } catch (Refused refused) {
            return page(course, visitor, act, chosen, subject, text, day, reason, refused.field(), refused.text(t));
        }
    }

    private SelectionPage page(
            UUID course,
            Visitor visitor,
            String act,
            List<Row> chosen,
            String subject,
            String text,
            String day,
            String reason,
            String field,
            String problem) {
        return new SelectionPage(
                course,
                Title.of(courses.get(course).title(), visitor.language()),
                act,
                chosen.stream().map(row -> new Person(row.id(), row.name())).toList(),
                subject,
                text,
                day,
                reason,
                field,
                problem);
    }

    private static String known(String act) {
        if (!ACTS.contains(act)) {
            throw new NotFound();
        }
        return act;
    }
}
