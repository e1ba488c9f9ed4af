package org.cybox.courses.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the table of learners can say of each beside the name, in the order in which it stands there. */
enum Column {
    STATE("enrolment.state", false),
    PROGRESS("learning.progress", false),
    SCORE("enrolment.score", true),
    DUE("enrolment.due", false),
    SEEN("enrolment.seen", false),
    ENROLLED("enrolment.enrolledAt", false),
    COMPLETED("enrolment.completedAt", false);

    /** What is shown to who has chosen nothing. */
    static final List<Column> USUAL = List.of(STATE, PROGRESS, SCORE, DUE, SEEN);

    final String text;
    final boolean figures;

    Column(String text, boolean figures) {
        this.text = text;
        this.figures = figures;
    }

    /** As it stands in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> named(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word))
                .findFirst();
    }
}
