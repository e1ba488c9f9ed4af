package org.cybox.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.cybox.platform.mail.Outbox;
import org.cybox.tenancy.Tenants;
import org.cybox.testing.Cast;
import org.cybox.testing.Mailbox;
import org.cybox.testing.Program;
import org.cybox.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The daily digest goes out in the morning of the place where a space lives. */
class DigestsTest {

    @ParameterizedTest
    @CsvSource({
        // Paris before and after the clocks change, on the two days themselves too
        "Europe/Paris, 2027-01-15T05:59:59Z, ",
        "Europe/Paris, 2027-01-15T06:00:00Z, 2027-01-15",
        "Europe/Paris, 2027-03-28T04:59:59Z, ",
        "Europe/Paris, 2027-03-28T05:00:00Z, 2027-03-28",
        "Europe/Paris, 2027-10-31T05:59:59Z, ",
        "Europe/Paris, 2027-10-31T06:00:00Z, 2027-10-31",
        // its morning is the evening before in UTC, or the other way round
        "Pacific/Auckland, 2027-01-15T17:59:59Z, ",
        "Pacific/Auckland, 2027-01-15T18:00:00Z, 2027-01-16",
        "Pacific/Honolulu, 2027-01-15T17:00:00Z, 2027-01-15",
        "Asia/Kathmandu, 2027-01-15T01:14:59Z, ",
        "Asia/Kathmandu, 2027-01-15T01:15:00Z, 2027-01-15",
        "UTC, 2027-01-15T07:00:00Z, 2027-01-15",
        // not at night, when the program was down all day
        "UTC, 2027-01-15T20:00:01Z, ",
    })
    void itIsDueFromSevenInTheMorningThere(ZoneId zone, Instant now, LocalDate day) {
        assertThat(Digests.due(zone, now).orElse(null)).isEqualTo(day);
    }

    @Test
    void aSpaceInAucklandHasItsDigestInItsOwnMorningOnceADay() {
        Cast cast = Cast.open();
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        Tenants tenants = Program.bean(Tenants.class);
        cast.run(() -> tenants.change(tenants.current(cast.space().id()).living(auckland.getId())));
        cast.ben()
                .get("/notices/settings")
                .form("/notices/settings")
                .set("due", "digest")
                .submit()
                .is(303);
        String ben = "ben@" + cast.space().slug() + ".example";

        tell(cast, "21");
        pass(cast, auckland, LocalTime.of(6, 30));
        Program.bean(Digests.class).order(cast.space().id());
        assertThat(begun(cast)).as("too early there").isEmpty();

        pass(cast, auckland, LocalTime.of(7, 10));
        Program.bean(Digests.class).order(cast.space().id());
        Program.bean(Digests.class).order(cast.space().id());
        LocalDate there = cast.in(tenants::today);
        assertThat(begun(cast)).containsExactly(there);
        org.cybox.testing.Eventually.isTrue(
                "the digest", () -> !Mailbox.letters(cast.program(), ben).isEmpty());
        assertThat(Mailbox.letters(cast.program(), ben))
                .extracting(Outbox.Message::subject)
                .containsExactly("One notice for you");
    }

    private static void tell(Cast cast, String number) {
        cast.run(() -> Program.bean(Notifications.class)
                .tell(cast.ben().person(), new Notice("due", "notifications.digest", List.of(number), "")));
    }

    private static List<LocalDate> begun(Cast cast) {
        return cast.in(() -> Program.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select day from notifications.digest order by day")
                .query(LocalDate.class)
                .list());
    }

    /** To the next time that the clocks there show that. */
    private static void pass(Cast cast, ZoneId zone, LocalTime time) {
        Instant now = cast.in(() -> Program.bean(Clock.class).instant());
        ZonedDateTime there = now.atZone(zone);
        ZonedDateTime next = there.with(time);
        TestClock.pass(cast.space().id(), Duration.between(there, next.isBefore(there) ? next.plusDays(1) : next));
    }
}
