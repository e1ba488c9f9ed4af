package org.cybox.assessment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;

/** A question of a test. It knows its right answer and how many points another one is worth. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SingleChoice.class, name = "single"),
    @JsonSubTypes.Type(value = MultipleChoice.class, name = "multiple"),
    @JsonSubTypes.Type(value = TrueFalse.class, name = "trueFalse"),
    @JsonSubTypes.Type(value = ShortAnswer.class, name = "shortAnswer"),
    @JsonSubTypes.Type(value = Numeric.class, name = "numeric"),
    @JsonSubTypes.Type(value = Matching.class, name = "matching"),
    @JsonSubTypes.Type(value = Ordering.class, name = "ordering")
})
sealed interface Question permits ChoiceQuestion, TrueFalse, ShortAnswer, Numeric, Matching, Ordering {

    List<String> KINDS = List.of("single", "multiple", "trueFalse", "shortAnswer", "numeric", "matching", "ordering");

    /** Unique in the test, for life. */
    String id();

    @JsonIgnore
    String kind();

    /** Id of an outcome of the course, or blank. */
    String outcome();

    /** Whole points, or with two decimals. */
    BigDecimal points();

    /** HTML. */
    Words prompt();

    /** Plain text that explains the answer to everyone, right or wrong. */
    Words feedback();

    /** The right answer. */
    @JsonIgnore
    Given key();

    /** @return how much of the question is right, 0 to 1, measured by that key */
    Mark mark(Given given, Given key);

    /** The same question with another right answer. */
    Question withKey(Given key);

    /** The same question under another identifier. */
    Question copy(String id);

    /** The same question asked in other words. */
    Question asking(Words prompt);

    /** Hundredths of a point. */
    @JsonIgnore
    default int worth() {
        return points().movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    }

    /** Everything that a full answer needs is there. */
    default boolean complete(Given given) {
        return !given.blank();
    }

    /** Only what can be an answer to this question; anything else that was sent is dropped. */
    Given sensible(Given given);

    /** Text keys of what keeps it from being asked. */
    @JsonIgnore
    default List<String> problems() {
        List<String> found = new ArrayList<>();
        if (prompt().isBlank()) {
            found.add("assessment.problem.prompt");
        }
        if (worth() <= 0) {
            found.add("assessment.problem.points");
        }
        return found;
    }

    /** A digest of all of it: a correction of the key notes to which wording it belongs. */
    default String digest() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Json.write(this).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code right} parts of {@code of} are right. */
    record Mark(int right, int of) {
        static final Mark FULL = new Mark(1, 1);
        static final Mark NONE = new Mark(0, 1);

        static Mark of(boolean right) {
            return right ? FULL : NONE;
        }

        /** @param worth hundredths; rounded half up */
        int points(int worth) {
            return of <= 0 ? 0 : (int) ((2L * worth * Math.clamp(right, 0, of) + of) / (2L * of));
        }
    }

    static BigDecimal sane(BigDecimal points) {
        return points == null ? BigDecimal.ONE : points.max(BigDecimal.ZERO).min(BigDecimal.valueOf(1000));
    }

    static Words words(Words words) {
        return words == null ? Words.NONE : words;
    }
}
