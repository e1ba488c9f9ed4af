package org.cybox.certification;

import java.util.Locale;
import java.util.Optional;

/** What is certified. */
enum Kind {
    ATTENDANCE,
    COMPLETION,
    TRAINER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
