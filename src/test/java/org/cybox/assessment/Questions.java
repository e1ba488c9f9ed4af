package org.cybox.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cybox.platform.text.Words;

/** Questions for tests. */
final class Questions {

    private Questions() {}

    static Words en(String text) {
        return Words.of("en", text);
    }

    private static ChoiceQuestion.Choice choice(String id, boolean correct) {
        return new ChoiceQuestion.Choice(id, en("Choice " + id), correct, en("Because of " + id));
    }

    static SingleChoice single(String id) {
        return new SingleChoice(
                id,
                "o1",
                BigDecimal.ONE,
                en("<p>Which one?</p>"),
                en("Explained"),
                List.of(choice("a", true), choice("b", false), choice("c", false)));
    }

    static MultipleChoice multiple(String id) {
        return new MultipleChoice(
                id,
                "o1",
                BigDecimal.TWO,
                en("<p>Which ones?</p>"),
                en("Explained"),
                List.of(
                        choice("a", true),
                        choice("b", true),
                        choice("c", true),
                        choice("d", false),
                        choice("e", false)));
    }

    static TrueFalse trueFalse(String id) {
        return new TrueFalse(id, "o2", BigDecimal.ONE, en("<p>Is it so?</p>"), en("Explained"), true);
    }

    static ShortAnswer shortAnswer(String id) {
        return new ShortAnswer(
                id,
                "o2",
                BigDecimal.ONE,
                en("<p>What blocks writing?</p>"),
                en("Explained"),
                Map.of(
                        "en",
                        List.of("write blocker", "write-blocker"),
                        "fr",
                        List.of("bloqueur d’écriture"),
                        "ar",
                        List.of("سلسلة الحيازة")));
    }

    static Numeric numeric(String id) {
        return new Numeric(
                id,
                "o2",
                BigDecimal.ONE,
                en("<p>How many days?</p>"),
                en("Explained"),
                new BigDecimal("90"),
                new BigDecimal("0.5"),
                en("days"));
    }

    static Matching matching(String id) {
        return new Matching(
                id,
                "o1",
                new BigDecimal("3"),
                en("<p>What belongs together?</p>"),
                en("Explained"),
                List.of(
                        new Matching.Pair("p1", en("Left 1"), en("Right 1")),
                        new Matching.Pair("p2", en("Left 2"), en("Right 2")),
                        new Matching.Pair("p3", en("Left 3"), en("Right 3"))));
    }

    static Ordering ordering(String id) {
        return new Ordering(
                id,
                "o2",
                new BigDecimal("3"),
                en("<p>In which order?</p>"),
                en("Explained"),
                List.of(
                        new Ordering.Item("i1", en("Item 1")),
                        new Ordering.Item("i2", en("Item 2")),
                        new Ordering.Item("i3", en("Item 3")),
                        new Ordering.Item("i4", en("Item 4"))));
    }

    static TestContent of(Question... questions) {
        return new TestContent("practice", null, null, null, null, true, true, 5, "afterSubmit", List.of(questions));
    }

    /** 30 minutes, two attempts, 50 per cent, all kinds: 12 points. */
    static TestContent all() {
        return new TestContent(
                "post",
                null,
                30,
                2,
                50,
                true,
                true,
                4,
                "afterSubmit",
                List.of(
                        single("q1"),
                        multiple("q2"),
                        trueFalse("q3"),
                        shortAnswer("q4"),
                        numeric("q5"),
                        matching("q6"),
                        ordering("q7")));
    }
}
