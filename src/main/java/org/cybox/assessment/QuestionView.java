package org.cybox.assessment;

import java.util.List;
import org.cybox.courses.Title;

/**
 * A question as a page draws it. Before the attempt is settled it holds nothing that tells the right answer.
 *
 * @param number in this learner's order, from 1 on
 * @param prompt cleaned HTML
 * @param options choices, in this learner's order; the right sides of a matching question; the items of an ordering one
 * @param lefts left sides of a matching question
 * @param value what was typed
 * @param was what the page shows as given: an answer that was not touched is not sent again
 * @param told what it was worth and why; null while nothing may be told
 */
record QuestionView(
        String id,
        int number,
        int total,
        String kind,
        int worth,
        Title prompt,
        List<Option> options,
        List<Left> lefts,
        String value,
        Title unit,
        String was,
        boolean complete,
        @org.jspecify.annotations.Nullable Told told) {

    /** Name of its fields in forms. */
    public String name() {
        return "a." + id;
    }

    public String anchor() {
        return "question-" + number;
    }

    /**
     * @param chosen the learner's; @param place the learner's number in an ordering question, or blank
     * @param verdict right or wrong where that may be told, else blank
     */
    record Option(String token, Title text, boolean chosen, String place, String verdict, Title feedback) {}

    /** @param chosen token of the right side that the learner chose, or blank */
    record Left(String token, Title text, String chosen, Title given, Title right, boolean isRight) {}

    /**
     * @param verdict right, partial, wrong or none
     * @param points hundredths
     * @param right the right answer in words, line by line; empty where the options show it
     * @param gift everyone got the points
     */
    record Told(String verdict, int points, List<Title> right, Title feedback, boolean gift) {}

    public boolean is(String... kinds) {
        return List.of(kinds).contains(kind);
    }
}
