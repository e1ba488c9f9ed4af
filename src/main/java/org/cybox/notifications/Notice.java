package org.cybox.notifications;

import java.util.List;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;

/**
 * Something to be told. The words are the owner's: {@code <key>.subject} and {@code <key>.text}, said in the language of
 * each person.
 *
 * @param kind invitation, enrolment, due, certificate, announcement or test: what a person can turn down
 * @param key of the owner's texts
 * @param arguments of both texts. Whole numbers take part in plurals; an ISO date or instant is written as a date of
 *     that language; {@link #said} words of an author are said in that language
 * @param link path in this space that it leads to, or blank; opening it must do nothing
 */
public record Notice(String kind, String key, List<String> arguments, String link) {

    public Notice {
        if (!Kind.known(kind)) {
            throw new IllegalArgumentException("no kind of notice: " + kind);
        }
        if (!link.isEmpty() && (!link.startsWith("/") || link.startsWith("//"))) {
            throw new IllegalArgumentException("a notice leads to a path in this space: " + link);
        }
        arguments = List.copyOf(arguments);
    }

    /** An argument that is said in the language of the reader, such as the title of a course. */
    public static String said(Words words) {
        return Json.write(words);
    }
}
