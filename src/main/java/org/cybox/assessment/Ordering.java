package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cybox.platform.text.Words;

/** Things to be put in order. Every neighbour that rightly follows its neighbour counts. */
record Ordering(String id, String outcome, BigDecimal points, Words prompt, Words feedback, List<Item> items)
        implements Question {

    Ordering {
        outcome = outcome == null ? "" : outcome;
        points = Question.sane(points);
        prompt = Question.words(prompt);
        feedback = Question.words(feedback);
        items = items == null ? List.of() : List.copyOf(items);
    }

    record Item(String id, Words text) {
        Item {
            text = Question.words(text);
        }
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "ordering";
    }

    @Override
    @JsonIgnore
    public Given key() {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            places.add(items.get(i).id() + ":" + (i + 1));
        }
        return new Given(places);
    }

    @Override
    public Mark mark(Given given, Given key) {
        List<String> right = order(key);
        Map<String, Integer> place = places(given);
        Map<Integer, String> at = new HashMap<>();
        place.forEach((item, where) -> at.merge(where, item, (one, other) -> ""));
        int hits = 0;
        for (int i = 0; i + 1 < right.size(); i++) {
            int here = place.getOrDefault(right.get(i), -1);
            if (right.get(i).equals(at.get(here)) && right.get(i + 1).equals(at.get(here + 1))) {
                hits++;
            }
        }
        return new Mark(hits, Math.max(1, right.size() - 1));
    }

    /** Item → place; what has no number is left out. */
    static Map<String, Integer> places(Given given) {
        Map<String, Integer> places = new HashMap<>();
        given.pairs().forEach((item, place) -> {
            if (place.matches("\\d{1,3}")) {
                places.put(item, Integer.parseInt(place));
            }
        });
        return places;
    }

    /** Items by their place. */
    static List<String> order(Given given) {
        Map<String, Integer> places = places(given);
        return places.keySet().stream()
                .sorted(Comparator.<String>comparingInt(places::get).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    @Override
    public Ordering withKey(Given key) {
        Map<String, Integer> places = places(key);
        return new Ordering(
                id,
                outcome,
                points,
                prompt,
                feedback,
                items.stream()
                        .sorted(Comparator.comparingInt(item -> places.getOrDefault(item.id(), Integer.MAX_VALUE)))
                        .toList());
    }

    @Override
    public Ordering asking(Words other) {
        return new Ordering(id, outcome, points, other, feedback, items);
    }

    @Override
    public Ordering copy(String other) {
        return new Ordering(other, outcome, points, prompt, feedback, items);
    }

    /** Every item has a place of its own. */
    @Override
    public boolean complete(Given given) {
        return places(given).values().stream().distinct().count() >= items.size();
    }

    @Override
    public Given sensible(Given given) {
        return new Given(places(given).entrySet().stream()
                .filter(one -> item(one.getKey()).isPresent() && one.getValue() >= 1 && one.getValue() <= items.size())
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(one -> one.getKey() + ":" + one.getValue())
                .toList());
    }

    @Override
    @JsonIgnore
    public List<String> problems() {
        List<String> found = new ArrayList<>(Question.super.problems());
        if (items.size() < 2) {
            found.add("assessment.problem.fewItems");
        }
        if (items.stream().anyMatch(item -> item.text().isBlank())) {
            found.add("assessment.problem.blankItem");
        }
        if (items.stream().map(Item::id).distinct().count() < items.size()) {
            found.add("assessment.problem.sameChoice");
        }
        return found;
    }
}
