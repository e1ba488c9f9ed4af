package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cybox.platform.text.Words;

/** Choices, of which one or several are right. */
sealed interface ChoiceQuestion extends Question permits SingleChoice, MultipleChoice {

    List<Choice> choices();

    /** @param feedback plain text, shown to who chose it */
    record Choice(String id, Words text, boolean correct, Words feedback) {
        public Choice {
            text = Question.words(text);
            feedback = Question.words(feedback);
        }
    }

    @Override
    @JsonIgnore
    default Given key() {
        return new Given(
                choices().stream().filter(Choice::correct).map(Choice::id).toList());
    }

    static List<Choice> marked(List<Choice> choices, Given key) {
        return choices.stream()
                .map(choice -> new Choice(choice.id(), choice.text(), key.has(choice.id()), choice.feedback()))
                .toList();
    }

    @Override
    default Given sensible(Given given) {
        return new Given(given.values().stream()
                .filter(value ->
                        choices().stream().anyMatch(choice -> choice.id().equals(value)))
                .distinct()
                .toList());
    }

    @Override
    @JsonIgnore
    default List<String> problems() {
        List<String> found = new ArrayList<>(Question.super.problems());
        if (choices().size() < 2) {
            found.add("assessment.problem.fewChoices");
        }
        if (choices().stream().noneMatch(Choice::correct)) {
            found.add("assessment.problem.noKey");
        }
        if (choices().stream().anyMatch(choice -> choice.text().isBlank())) {
            found.add("assessment.problem.blankChoice");
        }
        if (choices().stream()
                        .map(Choice::id)
                        .collect(java.util.stream.Collectors.toCollection(HashSet::new))
                        .size()
                < choices().size()) {
            found.add("assessment.problem.sameChoice");
        }
        return found;
    }
}
