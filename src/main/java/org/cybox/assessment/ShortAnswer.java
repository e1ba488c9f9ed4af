package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cybox.platform.text.Words;

/**
 * A word or a few, typed.
 *
 * @param accepted the variants by language; a variant of any language is right, whatever language one reads in
 */
record ShortAnswer(
        String id, String outcome, BigDecimal points, Words prompt, Words feedback, Map<String, List<String>> accepted)
        implements Question {

    ShortAnswer {
        outcome = outcome == null ? "" : outcome;
        points = Question.sane(points);
        prompt = Question.words(prompt);
        feedback = Question.words(feedback);
        accepted = accepted == null ? Map.of() : Map.copyOf(new TreeMap<>(accepted));
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "shortAnswer";
    }

    @Override
    @JsonIgnore
    public Given key() {
        return new Given(new TreeMap<>(accepted)
                .values().stream().flatMap(List::stream).distinct().toList());
    }

    @Override
    public Mark mark(Given given, Given key) {
        String typed = plain(given.first());
        return Mark.of(!typed.isEmpty()
                && key.values().stream().map(ShortAnswer::plain).anyMatch(typed::equals));
    }

    /**
     * What is left when the way of typing is taken away: case, spaces, compatibility forms, Arabic tatweel and vowel
     * signs, typographic apostrophes, quotation marks and hyphens.
     */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll(
                        "[\\u0640\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u00AD\\uFEFF]",
                        "")
                .replaceAll("[\\u2018\\u2019\\u201A\\u201B\\u02BC\\u02B9\\u2032\\u0060\\u00B4]", "'")
                .replaceAll("[\\u201C-\\u201F\\u00AB\\u00BB\\u2033]", "\"")
                .replaceAll("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]", "-")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .replaceAll("[.!?\\u061F]+$", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** The variants go to the language of the prompt's original; those of other languages that are still right stay there. */
    @Override
    public ShortAnswer withKey(Given key) {
        Map<String, List<String>> sorted = new TreeMap<>();
        List<String> left = new ArrayList<>(key.values());
        accepted.forEach((language, variants) -> {
            List<String> kept = variants.stream().filter(left::contains).toList();
            if (!kept.isEmpty()) {
                sorted.put(language, new ArrayList<>(kept));
                left.removeAll(kept);
            }
        });
        if (!left.isEmpty()) {
            sorted.computeIfAbsent(prompt.original(), language -> new ArrayList<>())
                    .addAll(left);
        }
        return new ShortAnswer(id, outcome, points, prompt, feedback, sorted);
    }

    @Override
    public ShortAnswer asking(Words other) {
        return new ShortAnswer(id, outcome, points, other, feedback, accepted);
    }

    @Override
    public ShortAnswer copy(String other) {
        return new ShortAnswer(other, outcome, points, prompt, feedback, accepted);
    }

    @Override
    public Given sensible(Given given) {
        return given.blank() ? Given.NOTHING : Given.of(given.first());
    }

    @Override
    @JsonIgnore
    public List<String> problems() {
        List<String> found = new ArrayList<>(Question.super.problems());
        if (key().blank()) {
            found.add("assessment.problem.noKey");
        }
        return found;
    }
}
