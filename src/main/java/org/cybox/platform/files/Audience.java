package org.cybox.platform.files;

import java.util.Locale;

/** Who may open a file by its address. */
public enum Audience {
    PUBLIC,
    MEMBERS,
    TRAINERS,
    PERSON;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
