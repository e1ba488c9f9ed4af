package org.cybox.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cybox.platform.data.Document;

/**
 * What a learner answered, or what the right answer is, in one form for all kinds: choices by id, {@code true} or
 * {@code false}, a text, a number as it was typed, {@code left:right} pairs, {@code item:place} pairs.
 */
record Given(List<String> values) implements Document {

    static final Given NOTHING = new Given(List.of());

    private static final int LONGEST = 500;
    private static final int MOST = 100;

    Given {
        values = values == null
                ? List.of()
                : values.stream()
                        .filter(value -> !value.isBlank())
                        .map(String::strip)
                        .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                        .limit(MOST)
                        .toList();
    }

    static Given of(String... values) {
        return new Given(List.of(values));
    }

    boolean blank() {
        return values.isEmpty();
    }

    String first() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    boolean has(String value) {
        return values.contains(value);
    }

    /** {@code p1:p2} as p1 → p2; what has no colon is passed over. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String value : values) {
            int colon = value.indexOf(':');
            if (colon > 0) {
                pairs.put(value.substring(0, colon), value.substring(colon + 1));
            }
        }
        return pairs;
    }
}
