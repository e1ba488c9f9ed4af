package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import org.cybox.platform.text.Words;

/** A statement that is true or false. */
record TrueFalse(String id, String outcome, BigDecimal points, Words prompt, Words feedback, boolean answer)
        implements Question {

    TrueFalse {
        outcome = outcome == null ? "" : outcome;
        points = Question.sane(points);
        prompt = Question.words(prompt);
        feedback = Question.words(feedback);
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "trueFalse";
    }

    @Override
    @JsonIgnore
    public Given key() {
        return Given.of(String.valueOf(answer));
    }

    @Override
    public Mark mark(Given given, Given key) {
        return Mark.of(given.values().size() == 1 && given.first().equals(key.first()));
    }

    @Override
    public TrueFalse withKey(Given key) {
        return new TrueFalse(id, outcome, points, prompt, feedback, Boolean.parseBoolean(key.first()));
    }

    @Override
    public TrueFalse asking(Words other) {
        return new TrueFalse(id, outcome, points, other, feedback, answer);
    }

    @Override
    public TrueFalse copy(String other) {
        return new TrueFalse(other, outcome, points, prompt, feedback, answer);
    }

    @Override
    public Given sensible(Given given) {
        return given.first().equals("true") || given.first().equals("false") ? Given.of(given.first()) : Given.NOTHING;
    }
}
