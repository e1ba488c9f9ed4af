package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cybox.platform.text.Words;

/** One of the choices. */
record SingleChoice(String id, String outcome, BigDecimal points, Words prompt, Words feedback, List<Choice> choices)
        implements ChoiceQuestion {

    SingleChoice {
        outcome = outcome == null ? "" : outcome;
        points = Question.sane(points);
        prompt = Question.words(prompt);
        feedback = Question.words(feedback);
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "single";
    }

    /** Any of the right ones will do, should a correction have left two. */
    @Override
    public Mark mark(Given given, Given key) {
        return Mark.of(given.values().size() == 1 && key.has(given.first()));
    }

    @Override
    public SingleChoice withKey(Given key) {
        return new SingleChoice(id, outcome, points, prompt, feedback, ChoiceQuestion.marked(choices, key));
    }

    @Override
    public SingleChoice asking(Words other) {
        return new SingleChoice(id, outcome, points, other, feedback, choices);
    }

    @Override
    public SingleChoice copy(String other) {
        return new SingleChoice(other, outcome, points, prompt, feedback, choices);
    }

    @Override
    @JsonIgnore
    public List<String> problems() {
        List<String> found = new ArrayList<>(ChoiceQuestion.super.problems());
        if (key().values().size() > 1) {
            found.add("assessment.problem.manyKeys");
        }
        return found;
    }
}
