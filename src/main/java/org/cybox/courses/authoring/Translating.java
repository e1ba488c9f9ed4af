package org.cybox.courses.authoring;

import java.util.List;
import org.cybox.courses.Course;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;

/**
 * The languages an author has before them: the original, and perhaps another beside it.
 *
 * @param languages of the course, the original first
 * @param to the language translated into, or blank
 */
public record Translating(List<String> languages, String to) {

    public static Translating of(Course course, String wanted) {
        boolean known = course.languageList().contains(wanted) && !wanted.equals(course.language());
        return new Translating(course.languageList(), known ? wanted : "");
    }

    public String original() {
        return languages.isEmpty() ? "en" : languages.getFirst();
    }

    /** The language a text was written in: that of the course, unless it is older than the course's choice. */
    public String from(Words words) {
        return words.isBlank() ? original() : words.original();
    }

    /** Whether that text has a second column now. */
    public boolean beside(Words words) {
        return !to.isBlank() && !to.equals(from(words));
    }

    public List<String> others() {
        return languages.stream().skip(1).toList();
    }

    public String direction(String tag) {
        return Languages.direction(tag);
    }

    /** To be put behind an address, so that the languages stay as they are. */
    public String query() {
        return to.isBlank() ? "" : "?to=" + to;
    }
}
