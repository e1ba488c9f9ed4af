package org.cybox.assessment;

import org.cybox.courses.Title;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;

/** Which of the values that were given to a question are wrong, and how one says them. */
record WrongAnswers(Question question, Given key, String language, T t) {

    /** What one person alone has typed is nothing to tell of. Places in an order are wrong or right only together. */
    boolean is(String value, int learners) {
        return switch (question) {
            case ChoiceQuestion choice -> !key.has(value) && choice(choice, value);
            case TrueFalse ignored -> !key.has(value);
            case Matching matching -> wrongPair(matching, value);
            case ShortAnswer ignored -> learners > 1 && wrong(value);
            case Numeric ignored -> learners > 1 && wrong(value);
            case Ordering ignored -> false;
        };
    }

    private boolean wrong(String value) {
        return question.mark(Given.of(value), key).right() == 0;
    }

    private static boolean choice(ChoiceQuestion question, String id) {
        return question.choices().stream().anyMatch(choice -> choice.id().equals(id));
    }

    private boolean wrongPair(Matching matching, String value) {
        return Given.of(value).pairs().entrySet().stream()
                .anyMatch(pair -> matching.pair(pair.getKey()).isPresent()
                        && matching.pair(pair.getValue()).isPresent()
                        && !matching.same(pair.getValue(), key.pairs().getOrDefault(pair.getKey(), "-")));
    }

    Title said(String value) {
        return switch (question) {
            case ChoiceQuestion choice ->
                choice.choices().stream()
                        .filter(one -> one.id().equals(value))
                        .findFirst()
                        .map(one -> Title.of(one.text(), language))
                        .orElseGet(() -> own(value));
            case TrueFalse ignored -> own(t.of(value.equals("true") ? "assessment.true" : "assessment.false"));
            case Matching matching -> pair(matching, value);
            case ShortAnswer ignored -> own(value);
            case Numeric ignored -> own(value);
            case Ordering ignored -> own(value);
        };
    }

    private Title pair(Matching matching, String value) {
        String left = value.substring(0, value.indexOf(':'));
        String right = value.substring(value.indexOf(':') + 1);
        Title first =
                matching.pair(left).map(pair -> Title.of(pair.left(), language)).orElseGet(() -> own(left));
        Title second = matching.pair(right)
                .map(pair -> Title.of(pair.right(), language))
                .orElseGet(() -> own(right));
        return new Title(
                first.text() + (first.direction().equals("rtl") ? " ← " : " → ") + second.text(),
                first.language(),
                first.direction());
    }

    private Title own(String text) {
        return new Title(text, t.language(), Languages.direction(t.language()));
    }
}
