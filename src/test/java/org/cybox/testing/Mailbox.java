package org.cybox.testing;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cybox.platform.mail.Outbox;

/** The letters that somebody gets. */
public final class Mailbox {

    private Mailbox() {}

    /** Waits for the latest letter to that address that has a link with that in it. @return the whole link */
    public static String link(Program program, String to, String part) {
        return Eventually.find("a mail to " + to + " with " + part, () -> latest(program, to, part));
    }

    public static List<Outbox.Message> letters(Program program, String to) {
        return program.get(Outbox.class).list("", 500).stream()
                .filter(message -> message.to().equals(to))
                .toList();
    }

    /** What stands behind {@code code=} in such a link. */
    public static String code(String link) {
        return URI.create(link).getQuery().replaceFirst("code=", "");
    }

    private static Optional<String> latest(Program program, String to, String part) {
        Pattern wanted = Pattern.compile("https?://\\S*" + Pattern.quote(part) + "\\S*");
        return letters(program, to).stream()
                .map(message -> wanted.matcher(message.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
