package org.cybox.assessment;

import java.util.List;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.authoring.CourseHead;
import org.cybox.platform.files.Sheet;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the learners of a course have reached, by outcome and by question, for those who run it. */
@Controller
class OutcomesController {

    private final CourseOutcomes outcomes;
    private final Courses courses;

    OutcomesController(CourseOutcomes outcomes, Courses courses) {
        this.outcomes = outcomes;
        this.courses = courses;
    }

    /** @param all no limit of groups: the statistics of a test are open */
    public record OutcomesPage(
            CourseHead head, List<CourseOutcomes.Line> lines, List<CourseOutcomes.Test> tests, boolean all)
            implements Page {

        public String address() {
            return "/courses/" + head.id() + "/outcomes";
        }

        public boolean few() {
            return lines.stream()
                            .anyMatch(
                                    line -> line.before().few() || line.after().few())
                    || tests.stream().flatMap(test -> test.items().stream()).anyMatch(CourseOutcomes.Item::few);
        }
    }

    @GetMapping("/courses/{course}/outcomes")
    @Allow(Who.TRAINER)
    OutcomesPage show(@PathVariable UUID course, Visitor visitor, T t) {
        Course here = courses.runBy(visitor, course);
        CourseOutcomes.Report report = outcomes.of(here, visitor, t);
        return new OutcomesPage(CourseHead.of(here, visitor), report.lines(), report.tests(), !visitor.onlyOwnGroups());
    }

    /** @param part {@code questions} or the outcomes, for what holds one table only; a book has both */
    @GetMapping("/courses/{course}/outcomes/download")
    @Allow(Who.TRAINER)
    ResponseEntity<byte[]> download(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "outcomes") String part,
            Visitor visitor,
            T t) {
        CourseOutcomes.Report report = outcomes.of(courses.runBy(visitor, course), visitor, t);
        String kind = Sheet.kind(format);
        Sheet byOutcome = OutcomesSheet.outcomes(report, t);
        Sheet byQuestion = OutcomesSheet.questions(report, t);
        boolean questions = part.equals("questions");
        return kind.equals("csv")
                ? Sheet.download((questions ? byQuestion : byOutcome).csv(), questions ? "questions" : "outcomes", kind)
                : Sheet.download(Sheet.xlsx(List.of(byOutcome, byQuestion)), "outcomes", kind);
    }
}
