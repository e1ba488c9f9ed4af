package org.cybox.courses;

import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;

/** Words of an author as one reader gets them, with what the element around them must say. */
public record Title(String text, String language, String direction) {

    /** @param wanted BCP 47 tag of the reader */
    public static Title of(Words words, String wanted) {
        String language = words.languageFor(wanted);
        return new Title(words.in(wanted), language, Languages.direction(language));
    }
}
