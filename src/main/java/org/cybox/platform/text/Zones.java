package org.cybox.platform.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The places whose clocks a space may follow, by the names of the IANA database. */
public final class Zones {

    public static final String UTC = "UTC";

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static final Map<String, List<Zone>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Zones() {}

    /** @param name country and city in the reader's language */
    public record Zone(String id, String name) {}

    /** A name of the IANA database, or UTC. */
    public static boolean valid(String id) {
        return id.equals(UTC) || id.contains("/") && KNOWN.contains(id);
    }

    /** UTC, then all places of the world, by country as it is called in that language. */
    public static List<Zone> all(String language) {
        return BY_LANGUAGE.computeIfAbsent(Languages.ofInterface(language), Zones::named);
    }

    private static List<Zone> named(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        TimeZoneNames names = TimeZoneNames.getInstance(locale);
        Comparator<Object> order = Collator.getInstance(locale)::compare;
        Stream<Zone> places = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream()
                .filter(Zones::valid)
                .map(id -> new Zone(id, country(id, locale) + " – " + names.getExemplarLocationName(id)))
                .sorted(Comparator.comparing(Zone::name, order));
        return Stream.concat(Stream.of(new Zone(UTC, UTC)), places).toList();
    }

    private static String country(String id, ULocale locale) {
        return ULocale.getDisplayCountry("und_" + TimeZone.getRegion(id), locale);
    }
}
