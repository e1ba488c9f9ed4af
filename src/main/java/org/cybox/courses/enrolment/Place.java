package org.cybox.courses.enrolment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The last row of the page before. @param figure that it was sorted by, 0 when by name */
record Place(UUID id, long figure, String name) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Before the first of all, by name or by any figure. */
    static final Place START = new Place(NOBODY, Long.MIN_VALUE, "");

    /** From an address; what is not understood is the start. */
    static Place of(String word) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .split(" ", 3);
            return parts.length == 3 && parts[0].length() == 36
                    ? new Place(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2])
                    : START;
        } catch (IllegalArgumentException e) {
            return START;
        }
    }

    boolean start() {
        return id.equals(NOBODY);
    }

    String word() {
        return start()
                ? ""
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((id + " " + figure + " " + name).getBytes(StandardCharsets.UTF_8));
    }
}
