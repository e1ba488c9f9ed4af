package org.cybox.identity;

import java.security.SecureRandom;
import java.util.Locale;

/** What is printed for an officer without e-mail: twelve letters and digits that cannot be mistaken for each other. */
final class StartCode {

    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private StartCode() {}

    /** Such as {@code K7PM-XQ4R-9TDH}, about 59 bits. */
    static String make() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is hashed: however it was typed. */
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
