package org.cybox.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.assessment.ChoiceQuestion.Choice;
import org.cybox.courses.authoring.Translating;
import org.cybox.courses.authoring.Typed;
import org.cybox.platform.text.Words;

/** Reads the form of a question. Parts are named by their identifiers, which stay for life. */
final class QuestionForm {

    private static final int MOST_PARTS = 30;

    private final Typed typed;
    private final Translating languages;

    QuestionForm(Typed typed, Translating languages) {
        this.typed = typed;
        this.languages = languages;
    }

    /** An empty one. @param kind one of {@link Question#KINDS} */
    static Question fresh(String kind, String id) {
        BigDecimal one = BigDecimal.ONE;
        Words none = Words.NONE;
        return switch (kind) {
            case "multiple" -> new MultipleChoice(id, "", one, none, none, choices());
            case "trueFalse" -> new TrueFalse(id, "", one, none, none, true);
            case "shortAnswer" -> new ShortAnswer(id, "", one, none, none, Map.of());
            case "numeric" -> new Numeric(id, "", one, none, none, BigDecimal.ZERO, BigDecimal.ZERO, none);
            case "matching" ->
                new Matching(
                        id,
                        "",
                        one,
                        none,
                        none,
                        List.of(new Matching.Pair("p1", none, none), new Matching.Pair("p2", none, none)));
            case "ordering" ->
                new Ordering(
                        id,
                        "",
                        one,
                        none,
                        none,
                        List.of(
                                new Ordering.Item("i1", none),
                                new Ordering.Item("i2", none),
                                new Ordering.Item("i3", none)));
            default -> new SingleChoice(id, "", one, none, none, choices());
        };
    }

    private static List<Choice> choices() {
        Words none = Words.NONE;
        return List.of(
                new Choice("c1", none, false, none),
                new Choice("c2", none, false, none),
                new Choice("c3", none, false, none));
    }

    Question read(Question before) {
        String id = before.id();
        String outcome = typed.get("outcome");
        BigDecimal points = Numeric.number(typed.get("points")).orElse(BigDecimal.ZERO);
        Words prompt = typed.html("prompt", before.prompt());
        Words feedback = typed.text("feedback", before.feedback());
        return switch (before) {
            case SingleChoice one -> new SingleChoice(id, outcome, points, prompt, feedback, choices(one.choices()));
            case MultipleChoice some ->
                new MultipleChoice(id, outcome, points, prompt, feedback, choices(some.choices()));
            case TrueFalse one ->
                new TrueFalse(
                        id, outcome, points, prompt, feedback, !typed.get("key").equals("false"));
            case ShortAnswer one -> new ShortAnswer(id, outcome, points, prompt, feedback, accepted(one.accepted()));
            case Numeric one ->
                new Numeric(
                        id,
                        outcome,
                        points,
                        prompt,
                        feedback,
                        Numeric.number(typed.get("value")).orElse(one.value()),
                        Numeric.number(typed.get("tolerance")).orElse(one.tolerance()),
                        typed.line("unit", one.unit()));
            case Matching one -> new Matching(id, outcome, points, prompt, feedback, pairs(one.pairs()));
            case Ordering one -> new Ordering(id, outcome, points, prompt, feedback, items(one.items()));
        };
    }

    private List<Choice> choices(List<Choice> before) {
        List<String> right = typed.all("key");
        List<Choice> read = new ArrayList<>(before.stream()
                .filter(choice -> !removed(choice.id()))
                .map(choice -> new Choice(
                        choice.id(),
                        typed.line("part-" + choice.id(), choice.text()),
                        right.contains(choice.id()),
                        typed.line("told-" + choice.id(), choice.feedback())))
                .toList());
        if (adding(read)) {
            read.add(new Choice(fresh("c", before.stream().map(Choice::id).toList()), Words.NONE, false, Words.NONE));
        }
        return read;
    }

    private List<Matching.Pair> pairs(List<Matching.Pair> before) {
        List<Matching.Pair> read = new ArrayList<>(before.stream()
                .filter(pair -> !removed(pair.id()))
                .map(pair -> new Matching.Pair(
                        pair.id(),
                        typed.line("part-" + pair.id(), pair.left()),
                        typed.line("right-" + pair.id(), pair.right())))
                .toList());
        if (adding(read)) {
            read.add(new Matching.Pair(
                    fresh("p", before.stream().map(Matching.Pair::id).toList()), Words.NONE, Words.NONE));
        }
        return read;
    }

    private List<Ordering.Item> items(List<Ordering.Item> before) {
        Map<String, Integer> places = new HashMap<>();
        before.forEach(item -> places.put(item.id(), typed.number("place-" + item.id(), 1000)));
        List<Ordering.Item> read = new ArrayList<>(before.stream()
                .filter(item -> !removed(item.id()))
                .sorted(Comparator.comparingInt(item -> places.getOrDefault(item.id(), 0)))
                .map(item -> new Ordering.Item(item.id(), typed.line("part-" + item.id(), item.text())))
                .toList());
        if (adding(read)) {
            read.add(new Ordering.Item(
                    fresh("i", before.stream().map(Ordering.Item::id).toList()), Words.NONE));
        }
        return read;
    }

    private Map<String, List<String>> accepted(Map<String, List<String>> before) {
        Map<String, List<String>> read = new LinkedHashMap<>(before);
        for (String language : List.of(languages.original(), languages.to())) {
            if (typed.has("accepted." + language)) {
                List<String> variants = typed.get("accepted." + language)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && line.length() <= 200)
                        .distinct()
                        .limit(MOST_PARTS)
                        .toList();
                read.remove(language);
                if (!variants.isEmpty()) {
                    read.put(language, variants);
                }
            }
        }
        return read;
    }

    private boolean removed(String part) {
        return typed.get("act").equals("remove " + part);
    }

    private boolean adding(List<?> parts) {
        return typed.get("act").equals("add") && parts.size() < MOST_PARTS;
    }

    /** For life: one that was taken away does not come back under the same name in this form. */
    private static String fresh(String letter, List<String> taken) {
        int highest = taken.stream()
                .filter(id -> id.matches(letter + "\\d{1,6}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1)))
                .max()
                .orElse(taken.size());
        return letter + (highest + 1);
    }

    /** The settings of the whole test. */
    TestContent settings(TestContent before, List<UUID> pairs) {
        UUID pair =
                typed.ids("pair").stream().filter(pairs::contains).findFirst().orElse(null);
        return new TestContent(
                typed.get("purpose"),
                pair,
                positive("timeLimitMinutes", 10_000),
                positive("attempts", 100),
                positive("passMark", 100),
                typed.has("shuffleQuestions"),
                typed.has("shuffleAnswers"),
                positive("questionsPerPage", 100),
                typed.get("feedback"),
                before.questions());
    }

    /** Blank or 0: none. */
    private @org.jspecify.annotations.Nullable Integer positive(String name, int most) {
        int value = typed.number(name, most);
        return value == 0 ? null : value;
    }
}
