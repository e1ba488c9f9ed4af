package org.cybox.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Title;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Results by learning outcome, beside those of the test before the course. */
@Component
class OutcomeResults {

    private final Contents contents;
    private final Courses courses;

    OutcomeResults(Contents contents, Courses courses) {
        this.contents = contents;
        this.courses = courses;
    }

    /** @param points hundredths; @param before per cent, null when that test did not ask for it; @param share per cent */
    record Line(
            Title outcome,
            int points,
            int max,
            int share,
            @Nullable Integer before) {

        public int gain() {
            return before == null ? 0 : share - before;
        }
    }

    List<Line> of(UUID course, TestContent content, Attempt attempt, Optional<Attempt> before, String language) {
        Map<String, int[]> now = sums(content, attempt);
        if (now.isEmpty()) {
            return List.of();
        }
        Map<String, int[]> then =
                before.map(one -> sums(contents.of(one.versionId()), one)).orElse(Map.of());
        return courses.get(course).outcomes().list().stream()
                .filter(outcome -> now.containsKey(outcome.id()))
                .map(outcome -> line(outcome, now, then, language))
                .toList();
    }

    private static Line line(Course.Outcome outcome, Map<String, int[]> now, Map<String, int[]> then, String language) {
        int[] sum = now.getOrDefault(outcome.id(), new int[2]);
        return new Line(
                Title.of(outcome.text(), language),
                sum[0],
                sum[1],
                share(sum),
                then.containsKey(outcome.id()) ? Integer.valueOf(share(then.get(outcome.id()))) : null);
    }

    private static int share(int @Nullable [] sum) {
        return sum == null || sum[1] == 0 ? 0 : (sum[0] * 100 + sum[1] / 2) / sum[1];
    }

    /** Points and their maximum by outcome. */
    private static Map<String, int[]> sums(TestContent content, Attempt attempt) {
        Map<String, int[]> sums = new LinkedHashMap<>();
        for (Question question : content.questions()) {
            if (!question.outcome().isBlank()) {
                int[] sum = sums.computeIfAbsent(question.outcome(), key -> new int[2]);
                sum[0] += attempt.marks().of(question.id());
                sum[1] += question.worth();
            }
        }
        return sums;
    }
}
