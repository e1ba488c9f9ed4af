package org.cybox.assessment;

import static org.cybox.platform.files.Sheet.figure;
import static org.cybox.platform.files.Sheet.text;

import java.util.ArrayList;
import java.util.List;
import org.cybox.courses.Title;
import org.cybox.platform.files.Sheet;
import org.cybox.platform.files.Sheet.Value;
import org.cybox.platform.text.T;
import org.jspecify.annotations.Nullable;

/** Results by outcome and by question as tables to take along. */
final class OutcomesSheet {

    private OutcomesSheet() {}

    static Sheet outcomes(CourseOutcomes.Report report, T t) {
        List<List<Value>> lines = new ArrayList<>();
        lines.add(head(
                t,
                "assessment.outcome",
                "assessment.outcomes.before",
                "assessment.outcomes.learnersBefore",
                "assessment.outcomes.after",
                "assessment.outcomes.learnersAfter",
                "assessment.outcomes.gain",
                "assessment.outcomes.compared"));
        report.lines()
                .forEach(line -> lines.add(List.of(
                        text(line.outcome().text()),
                        maybe(line.before().share()),
                        figure(line.before().learners()),
                        maybe(line.after().share()),
                        figure(line.after().learners()),
                        maybe(line.gain()),
                        figure(line.compared()))));
        return new Sheet(t.of("assessment.byOutcome"), lines);
    }

    static Sheet questions(CourseOutcomes.Report report, T t) {
        List<List<Value>> lines = new ArrayList<>();
        lines.add(head(
                t,
                "assessment.kind",
                "assessment.outcomes.number",
                "assessment.outcomes.question",
                "assessment.outcome",
                "assessment.outcomes.learners",
                "assessment.outcomes.answered",
                "assessment.outcomes.right",
                "assessment.outcomes.partly",
                "assessment.outcomes.average",
                "assessment.outcomes.of",
                "assessment.outcomes.wrong",
                "assessment.outcomes.wrongly"));
        for (CourseOutcomes.Test test : report.tests()) {
            test.items().forEach(item -> lines.add(line(test, item)));
        }
        return new Sheet(t.of("assessment.outcomes.byQuestion"), lines);
    }

    private static List<Value> line(CourseOutcomes.Test test, CourseOutcomes.Item item) {
        return List.of(
                text(test.title().text()),
                figure(item.number()),
                text(item.prompt().text()),
                text(item.outcome().map(Title::text).orElse("")),
                figure(item.learners()),
                figure(item.answered()),
                figure(item.right()),
                figure(item.partly()),
                figure(item.average() / 100.0),
                figure(item.worth() / 100.0),
                text(item.wrong() == null ? "" : item.wrong().text()),
                item.wrong() == null ? text("") : figure(item.wrongly()));
    }

    private static List<Value> head(T t, String... keys) {
        List<Value> head = new ArrayList<>();
        for (String key : keys) {
            head.add(text(t.of(key)));
        }
        return head;
    }

    private static Value maybe(@Nullable Integer number) {
        return number == null ? text("") : figure(number);
    }
}
