package org.cybox.notifications;

import java.util.Arrays;
import java.util.Locale;
import org.cybox.platform.web.Refused;

/** How a person wants the mail of a kind. In the page everything is always told. */
enum MailWish {
    IMMEDIATE,
    DIGEST,
    OFF;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailWish of(String word) {
        return Arrays.stream(values())
                .filter(wish -> wish.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused("", "notifications.settings.unknown"));
    }
}
