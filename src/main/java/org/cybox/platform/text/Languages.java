package org.cybox.platform.text;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Languages of people and of content, by BCP 47 tag. The interface speaks three of them. */
public final class Languages {

    public static final List<String> INTERFACE = List.of("en", "fr", "ar");

    private Languages() {}

    /** "en, fr,ar" as a list, in that order, malformed tags left out. */
    public static List<String> list(String commaSeparated) {
        return Arrays.stream(commaSeparated.split("[,\\s]+"))
                .map(String::strip)
                .filter(Languages::valid)
                .distinct()
                .toList();
    }

    public static boolean valid(String tag) {
        return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }

    /** The language of the interface for a person who reads {@code tag}. */
    public static String ofInterface(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return INTERFACE.contains(primary) ? primary : INTERFACE.getFirst();
    }

    public static String direction(String tag) {
        return ULocale.forLanguageTag(tag).isRightToLeft() ? "rtl" : "ltr";
    }

    /** Its own name for itself: English, français, العربية. */
    public static String name(String tag) {
        ULocale locale = ULocale.forLanguageTag(tag);
        return locale.getDisplayNameWithDialect(locale);
    }

    /** Its name in another language: English, anglais, الإنجليزية. */
    public static String name(String tag, String in) {
        return ULocale.forLanguageTag(tag).getDisplayNameWithDialect(ULocale.forLanguageTag(in));
    }
}
