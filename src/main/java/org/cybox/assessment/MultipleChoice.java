package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.cybox.platform.text.Words;

/** All choices that apply. Each right one counts, each wrong one takes one away; never below nothing. */
record MultipleChoice(String id, String outcome, BigDecimal points, Words prompt, Words feedback, List<Choice> choices)
        implements ChoiceQuestion {

    MultipleChoice {
        outcome = outcome == null ? "" : outcome;
        points = Question.sane(points);
        prompt = Question.words(prompt);
        feedback = Question.words(feedback);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "multiple";
    }

    @Override
    public Mark mark(Given given, Given key) {
        int right = (int) given.values().stream().distinct().filter(key::has).count();
        int wrong = (int) given.values().stream().distinct().count() - right;
        return new Mark(Math.max(0, right - wrong), Math.max(1, key.values().size()));
    }

    @Override
    public MultipleChoice withKey(Given key) {
        return new MultipleChoice(id, outcome, points, prompt, feedback, ChoiceQuestion.marked(choices, key));
    }

    @Override
    public MultipleChoice asking(Words other) {
        return new MultipleChoice(id, outcome, points, other, feedback, choices);
    }

    @Override
    public MultipleChoice copy(String other) {
        return new MultipleChoice(other, outcome, points, prompt, feedback, choices);
    }
}
