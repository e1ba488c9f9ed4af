package org.cybox.notifications;

import java.util.Arrays;
import java.util.Locale;

/** What a person can turn down, apart from the rest. */
enum Kind {
    INVITATION,
    ENROLMENT,
    DUE,
    CERTIFICATE,
    ANNOUNCEMENT,
    TEST;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean known(String word) {
        return Arrays.stream(values()).anyMatch(kind -> kind.word().equals(word));
    }
}
