package org.cybox.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Title;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Results by learning outcome, beside those of the test before the course. */
@Component
class OutcomeResults {

    private final Contents contents;
    private final OutcomeTexts texts;

    OutcomeResults(Contents contents, OutcomeTexts texts) {
        this.contents = contents;
        this.texts = texts;
    }

    /** @param points hundredths; @param before per cent, null when that test did not ask for it; @param share per cent */
    record Line(Title outcome, int points, int max, int share, @Nullable Integer before) {

        public int gain() {
            return before == null ? 0 : share - before;
        }
    }

    List<Line> of(UUID course, TestContent content, Attempt attempt, Optional<Attempt> before, String language) {
        Map<String, int[]> now = sums(content, attempt);
        if (now.isEmpty()) {
            return List.of();
        }
        Map<String, int[]> then = before.map(one -> sums(contents.of(one.versionId()), one)).orElse(Map.of());
        Map<String, Words> words = texts.of(course);
        return now.entrySet().stream()
                .filter(one -> words.containsKey(one.getKey()))
                .map(one -> new Line(
                        Title.of(words.getOrDefault(one.getKey(), Words.NONE), language),
                        one.getValue()[0],
                        one.getValue()[1],
                        share(one.getValue()),
                        then.containsKey(one.getKey()) ? Integer.valueOf(share(then.get(one.getKey()))) : null))
                .toList();
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
