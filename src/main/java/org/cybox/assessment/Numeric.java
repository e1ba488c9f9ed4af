package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Optional;
import org.cybox.platform.text.Words;

/**
 * A number.
 *
 * @param tolerance how far off an answer may be and still be right
 * @param unit said beside the field; nobody has to type it
 */
record Numeric(
        String id,
        String outcome,
        BigDecimal points,
        Words prompt,
        Words feedback,
        BigDecimal value,
        BigDecimal tolerance,
        Words unit)
        implements Question {

    Numeric {
        outcome = outcome == null ? "" : outcome;
        points = Question.sane(points);
        prompt = Question.words(prompt);
        feedback = Question.words(feedback);
        value = value == null ? BigDecimal.ZERO : value;
        tolerance = tolerance == null ? BigDecimal.ZERO : tolerance.abs();
        unit = Question.words(unit);
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "numeric";
    }

    @Override
    @JsonIgnore
    public Given key() {
        return Given.of(value.toPlainString(), tolerance.toPlainString());
    }

    @Override
    public Mark mark(Given given, Given key) {
        Optional<BigDecimal> typed = number(given.first());
        Optional<BigDecimal> right = number(key.first());
        BigDecimal off =
                number(key.values().size() > 1 ? key.values().get(1) : "0").orElse(BigDecimal.ZERO);
        return Mark.of(typed.isPresent()
                && right.isPresent()
                && typed.get().subtract(right.get()).abs().compareTo(off) <= 0);
    }

    /**
     * A number as people type it: point or comma, Arabic-Indic or Persian digits, spaces between thousands, a sign, a
     * unit behind it. A single comma or point before exactly three digits is a decimal sign all the same.
     */
    static Optional<BigDecimal> number(String typed) {
        StringBuilder plain = new StringBuilder();
        ShortAnswer.plain(typed)
                .codePoints()
                .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        String text = plain.toString()
                .replace('\u066B', '.')
                .replaceAll("[\\s'\\u066C]", "")
                .replaceAll("[^0-9.,+-]+$", "");
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            text = comma > point ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
        } else if (text.chars().filter(c -> c == ',').count() > 1) {
            text = text.replace(",", "");
        } else if (text.chars().filter(c -> c == '.').count() > 1) {
            text = text.replace(".", "");
        } else {
            text = text.replace(',', '.');
        }
        return text.matches("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    @Override
    public Numeric withKey(Given key) {
        return new Numeric(
                id,
                outcome,
                points,
                prompt,
                feedback,
                number(key.first()).orElse(value),
                key.values().size() > 1 ? number(key.values().get(1)).orElse(tolerance) : tolerance,
                unit);
    }

    @Override
    public Numeric asking(Words other) {
        return new Numeric(id, outcome, points, other, feedback, value, tolerance, unit);
    }

    @Override
    public Numeric copy(String other) {
        return new Numeric(other, outcome, points, prompt, feedback, value, tolerance, unit);
    }

    @Override
    public Given sensible(Given given) {
        return given.blank() ? Given.NOTHING : Given.of(given.first());
    }
}
