package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cybox.courses.ActivityKind.Problem;
import org.cybox.platform.data.Document;
import org.cybox.platform.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * A test as an author wrote it. Its JSON is the form described in {@code seed/README.md}, every text a {@code Words}.
 *
 * @param purpose pre, post or practice
 * @param pair block of the test on the same outcomes: a post-test shows the gain against its pre-test
 * @param timeLimitMinutes from the start of an attempt; null: none
 * @param attempts null: no limit
 * @param passMark per cent; null: none, then handing in is enough
 * @param questionsPerPage null: all on one page
 * @param feedback afterSubmit, afterPass or never: when right answers and explanations are shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TestContent(
        String purpose,
        @Nullable UUID pair,
        @Nullable Integer timeLimitMinutes,
        @Nullable Integer attempts,
        @Nullable Integer passMark,
        boolean shuffleQuestions,
        boolean shuffleAnswers,
        @Nullable Integer questionsPerPage,
        String feedback,
        List<Question> questions)
        implements Document {

    static final List<String> PURPOSES = List.of("practice", "pre", "post");
    static final List<String> FEEDBACK = List.of("afterSubmit", "afterPass", "never");

    TestContent {
        purpose = purpose == null || !PURPOSES.contains(purpose) ? "practice" : purpose;
        feedback = feedback == null || !FEEDBACK.contains(feedback) ? "afterSubmit" : feedback;
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    static final TestContent EMPTY =
            new TestContent("practice", null, null, null, null, true, true, 5, "afterSubmit", List.of());

    static TestContent read(String json) {
        return Json.read(json, TestContent.class);
    }

    String json() {
        return Json.write(this);
    }

    /** Hundredths of a point. */
    int worth() {
        return questions.stream().mapToInt(Question::worth).sum();
    }

    Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    /** @param points hundredths, of {@code max}: without a pass mark whoever hands in has passed */
    boolean passes(int points, int max) {
        return passMark == null || points * 100L >= (long) passMark * max;
    }

    int perPage() {
        return questionsPerPage == null || questionsPerPage < 1 ? Math.max(1, questions.size()) : questionsPerPage;
    }

    int pages() {
        return Math.max(1, (questions.size() + perPage() - 1) / perPage());
    }

    TestContent with(List<Question> others) {
        return new TestContent(
                purpose,
                pair,
                timeLimitMinutes,
                attempts,
                passMark,
                shuffleQuestions,
                shuffleAnswers,
                questionsPerPage,
                feedback,
                others);
    }

    TestContent changing(String id, UnaryOperator<Question> change) {
        return with(questions.stream()
                .map(question -> question.id().equals(id) ? change.apply(question) : question)
                .toList());
    }

    /** An identifier that no question has; given once, kept for life. */
    String freshId() {
        int highest = questions.stream()
                .mapToInt(question -> number(question.id()))
                .max()
                .orElse(0);
        return "q" + (Math.max(highest, questions.size()) + 1);
    }

    private static int number(String id) {
        return id.matches("q\\d{1,6}") ? Integer.parseInt(id.substring(1)) : 0;
    }

    List<Problem> problems() {
        List<Problem> found = new ArrayList<>();
        if (questions.isEmpty()) {
            found.add(new Problem("assessment.problem.noQuestions", List.of()));
        }
        if (passMark != null && (passMark < 1 || passMark > 100)) {
            found.add(new Problem("assessment.problem.passMark", List.of()));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String number = String.valueOf(i + 1);
            if (!ids.add(question.id())) {
                found.add(new Problem("assessment.problem.twice", List.of(number)));
            }
            question.problems().forEach(key -> found.add(new Problem(key, List.of(number))));
        }
        return found;
    }
}
