package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cybox.platform.text.Words;

/** Things on the left and what belongs to each on the right; every right pair counts. */
record Matching(String id, String outcome, BigDecimal points, Words prompt, Words feedback, List<Pair> pairs)
        implements Question {

    Matching {
        outcome = outcome == null ? "" : outcome;
        points = Question.sane(points);
        prompt = Question.words(prompt);
        feedback = Question.words(feedback);
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    record Pair(String id, Words left, Words right) {
        Pair {
            left = Question.words(left);
            right = Question.words(right);
        }
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "matching";
    }

    @Override
    @JsonIgnore
    public Given key() {
        return new Given(pairs.stream().map(pair -> pair.id() + ":" + pair.id()).toList());
    }

    @Override
    public Mark mark(Given given, Given key) {
        Map<String, String> chosen = given.pairs();
        Map<String, String> right = key.pairs();
        int hits = (int) pairs.stream()
                .filter(pair -> same(chosen.getOrDefault(pair.id(), ""), right.getOrDefault(pair.id(), "-")))
                .count();
        return new Mark(hits, Math.max(1, pairs.size()));
    }

    /** Two right sides with the same words are as good as one another. */
    boolean same(String chosen, String right) {
        return chosen.equals(right)
                || (!chosen.isEmpty()
                        && pair(chosen).isPresent()
                        && pair(chosen)
                                .map(pair -> pair.right().text())
                                .equals(pair(right).map(pair -> pair.right().text())));
    }

    Optional<Pair> pair(String pairId) {
        return pairs.stream().filter(pair -> pair.id().equals(pairId)).findFirst();
    }

    @Override
    public Matching withKey(Given key) {
        Map<String, String> right = key.pairs();
        return new Matching(
                id,
                outcome,
                points,
                prompt,
                feedback,
                pairs.stream()
                        .map(pair -> new Pair(
                                pair.id(),
                                pair.left(),
                                pair(right.getOrDefault(pair.id(), pair.id()))
                                        .orElse(pair)
                                        .right()))
                        .toList());
    }

    @Override
    public Matching asking(Words other) {
        return new Matching(id, outcome, points, other, feedback, pairs);
    }

    @Override
    public Matching copy(String other) {
        return new Matching(other, outcome, points, prompt, feedback, pairs);
    }

    @Override
    public boolean complete(Given given) {
        return given.pairs().size() >= pairs.size();
    }

    @Override
    public Given sensible(Given given) {
        return new Given(given.pairs().entrySet().stream()
                .filter(one ->
                        pair(one.getKey()).isPresent() && pair(one.getValue()).isPresent())
                .map(one -> one.getKey() + ":" + one.getValue())
                .toList());
    }

    @Override
    @JsonIgnore
    public List<String> problems() {
        List<String> found = new ArrayList<>(Question.super.problems());
        if (pairs.size() < 2) {
            found.add("assessment.problem.fewPairs");
        }
        if (pairs.stream()
                .anyMatch(pair -> pair.left().isBlank() || pair.right().isBlank())) {
            found.add("assessment.problem.blankPair");
        }
        if (pairs.stream().map(Pair::id).distinct().count() < pairs.size()) {
            found.add("assessment.problem.sameChoice");
        }
        return found;
    }
}
