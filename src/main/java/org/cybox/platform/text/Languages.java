package org.cybox.platform.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Languages of people and of content, by BCP 47 tag. The interface speaks three of them. */
public final class Languages {

    public static final List<String> INTERFACE = List.of("en", "fr", "ar");

    /** Asked for every title of every page, and dear to find out. */
    private static final Cache<String, String> DIRECTIONS =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private static final Cache<String, String> NAMES =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private static final Cache<String, List<String>> LISTS =
            Caffeine.newBuilder().maximumSize(1_000).build();

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private Languages() {}

    /** "en, fr,ar" as a list, in that order, malformed tags left out. */
    public static List<String> list(String commaSeparated) {
        return LISTS.get(
                commaSeparated,
                list -> Arrays.stream(list.split("[,\\s]+"))
                        .map(String::strip)
                        .filter(Languages::valid)
                        .distinct()
                        .toList());
    }

    public static boolean valid(String tag) {
        return TAG.matcher(tag).matches()
                && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }

    /** The language of the interface for a person who reads {@code tag}. */
    public static String ofInterface(String tag) {
        String primary = primary(tag);
        return INTERFACE.contains(primary) ? primary : INTERFACE.getFirst();
    }

    /** {@code sr} of {@code sr-Latn}. */
    public static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }

    public static String direction(String tag) {
        return DIRECTIONS.get(tag, t -> ULocale.forLanguageTag(t).isRightToLeft() ? "rtl" : "ltr");
    }

    /** Its own name for itself: English, français, العربية. */
    public static String name(String tag) {
        return name(tag, tag);
    }

    /** Its name in another language: English, anglais, الإنجليزية. */
    public static String name(String tag, String in) {
        return NAMES.get(
                tag + " " + in,
                pair -> ULocale.forLanguageTag(tag).getDisplayNameWithDialect(ULocale.forLanguageTag(in)));
    }
}
