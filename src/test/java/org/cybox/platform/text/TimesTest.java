package org.cybox.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people in different places read them. */
class TimesTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T22:30:00Z");

    private final Texts texts = new Texts();

    @Test
    void aMomentIsSaidByTheClocksOfThePlaceAndNamesThem() {
        assertThat(in("en", "UTC").moment(EVENING)).isEqualTo("22 Nov 2026, 22:30 UTC");
        assertThat(in("en", "Europe/Paris").moment(EVENING)).isEqualTo("22 Nov 2026, 23:30 GMT+1");
        assertThat(in("en", "Europe/Paris").moment(Instant.parse("2026-07-01T12:00:00Z")))
                .as("in summer")
                .isEqualTo("1 Jul 2026, 14:00 GMT+2");
        assertThat(in("en", "Asia/Kathmandu").moment(EVENING)).isEqualTo("23 Nov 2026, 04:15 GMT+5:45");
        assertThat(in("fr", "Africa/Abidjan").moment(EVENING)).contains("22 nov. 2026", "22:30");
        assertThat(in("ar", "Asia/Beirut").moment(EVENING)).contains("2026", "12:30");
    }

    @Test
    void theDateOfAMomentIsTheDateThere() {
        assertThat(in("en", "UTC").date(EVENING)).isEqualTo("22 November 2026");
        assertThat(in("en", "Asia/Beirut").date(EVENING)).isEqualTo("23 November 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Santiago", "Asia/Beirut"})
    void aDayIsTheSameDayEverywhere(String zone) {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            assertThat(in("en", zone).date(day))
                    .startsWith(day.getDayOfMonth() + " ")
                    .endsWith(" 2026");
        }
    }

    @Test
    void placesAreCalledByCountryAndCity() {
        List<Zones.Zone> english = Zones.all("en");
        assertThat(english.getFirst()).isEqualTo(new Zones.Zone("UTC", "UTC"));
        assertThat(english).contains(new Zones.Zone("Africa/Abidjan", "Côte d’Ivoire – Abidjan"));
        assertThat(Zones.all("ar")).contains(new Zones.Zone("Asia/Beirut", "لبنان – بيروت"));
        for (String language : Languages.INTERFACE) {
            assertThat(Zones.all(language))
                    .extracting(Zones.Zone::id)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            english.stream().map(Zones.Zone::id).toList())
                    .allMatch(Zones::valid);
        }
        assertThat(Zones.valid("Mars/Olympus")).isFalse();
        assertThat(Zones.valid("+01:00")).isFalse();
    }

    @Test
    void languagesAreCalledAsTheReaderCallsThem() {
        assertThat(texts.in("en").languages("en,fr,ar")).isEqualTo("English, French and Arabic");
        assertThat(texts.in("fr").languages("en,sr-Latn")).startsWith("anglais et serbe");
        assertThat(texts.in("ar").languages("fr")).isEqualTo("الفرنسية");
    }

    private T in(String language, String zone) {
        return texts.in(language).at(zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone));
    }
}
