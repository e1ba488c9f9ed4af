package org.cybox.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.cybox.platform.mail.Outbox;
import org.cybox.platform.text.Texts;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.cybox.testing.Statements;
import org.cybox.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoticeTest {

    /** The digest's own words serve as those of a module: one number. */
    private static final String KEY = "notifications.digest";

    private final Cast cast = Cast.open();
    private final Notifications notifications = Program.bean(Notifications.class);

    @Test
    void aNoticeIsSeenOnThePageCountedAndMailed() {
        tell(cast.ben(), "certificate", "7");

        Answer page = cast.ben().get("/notices").ok().has("7 notices for you");
        assertThat(page.one(".bell, a[href='/notices'] .count, .count").text()).startsWith("1");
        Outbox.Message mail = mail("ben", 1).getFirst();
        assertThat(mail.subject()).isEqualTo("7 notices for you");
        assertThat(mail.text())
                .contains(cast.space().address() + "/brand.css")
                .contains(cast.space().address() + "/notices/settings");
    }

    @Test
    void openingLeadsThereAndMarksItRead() {
        tell(cast.ben(), "certificate", "7");
        String link = cast.ben().get("/notices").one(".messages a").attr("href");
        assertThat(cast.ben().get(link).is(303).location()).isEqualTo("/brand.css");
        assertThat(cast.ben().get("/notices").all(".messages .unread, .count")).isEmpty();
        cast.ben().get(link).is(303);
    }

    @Test
    void noticesAreMarkedAsReadOneByOneOrAllTogether() {
        tell(cast.ben(), "due", "1");
        tell(cast.ben(), "due", "2");
        tell(cast.ben(), "due", "3");
        Answer page = cast.ben().get("/notices");
        page.form("/read").submit();
        page.form(".messages form").submit().is(303);
        assertThat(cast.ben().get("/notices").all(".messages .unread")).isEmpty();
        tell(cast.ben(), "due", "4");
        assertThat(cast.ben().get("/notices").one(".messages li").text())
                .as("unread first")
                .contains("4 notices");
    }

    @Test
    void anEmptyPageSaysWhatItIsFor() {
        cast.ben().get("/notices").ok().has("No notices yet");
    }

    @Test
    void nobodyElseSeesOrTouchesIt() {
        tell(cast.ben(), "test", "7");
        String link = cast.ben().get("/notices").one(".messages a").attr("href");
        for (Browser other : List.of(cast.ada(), cast.chi(), cast.mallory())) {
            other.get("/notices").ok().hasNot("7 notices for you");
            other.get(link).is(404);
            other.post(link + "/read").is(404);
        }
        cast.stranger().get("/notices").is(303);
        assertThat(cast.ben().get("/notices").all(".messages .unread")).hasSize(1);
    }

    @Test
    void eachReadsInTheirOwnLanguage() {
        Browser amal = cast.also("Amal Reader", Role.LEARNER);
        cast.run(() -> Program.bean(JdbcClient.class)
                .sql("update people.person set language = 'ar' where id = :id")
                .param("id", amal.person())
                .update());
        cast.run(() -> notifications.tellAll(
                List.of(amal.person(), cast.ben().person()), new Notice("due", KEY, List.of("5"), "")));
        assertThat(mail("amal", 1).getFirst().language()).isEqualTo("ar");
        assertThat(mail("amal", 1).getFirst().subject()).isEqualTo("5 إشعارات لك");
        assertThat(mail("ben", 1).getFirst().subject()).isEqualTo("5 notices for you");
        amal.reading("ar").get("/notices").ok().has("5 إشعارات لك");
    }

    @Test
    void argumentsAreSaidInTheReadersLanguage() {
        Words title = Words.of("en", "Evidence").with("fr", "Preuves");
        NoticeStore.Row row = new NoticeStore.Row(
                new UUID(1, 1),
                cast.ben().person(),
                "due",
                "test",
                Json.write(List.of(Notice.said(title), "2026-11-30", "3")),
                "",
                true,
                Instant.EPOCH);
        Texts texts = Program.bean(Texts.class);
        assertThat(Told.arguments(texts.in("fr"), row)).containsExactly("Preuves", "30 novembre 2026", 3);
        assertThat(Told.arguments(texts.in("en"), row)).containsExactly("Evidence", "30 November 2026", 3);
    }

    @Test
    void mailIsTurnedDownToADigestOrOff() {
        cast.ben()
                .get("/notices/settings")
                .ok()
                .form("/notices/settings")
                .set("due", "digest")
                .set("test", "off")
                .submit()
                .follow()
                .has("Saved");
        assertThat(cast.ben().get("/notices/settings").form("/notices/settings").value("due"))
                .isEqualTo("digest");
        tell(cast.ben(), "due", "11");
        tell(cast.ben(), "test", "12");
        tell(cast.ben(), "due", "13");
        tell(cast.ben(), "certificate", "14");
        assertThat(mail("ben", 1))
                .singleElement()
                .extracting(Outbox.Message::subject)
                .isEqualTo("14 notices for you");

        toMorning();
        Program.bean(Digests.class).order(cast.space().id());
        Program.bean(Digests.class).order(cast.space().id());

        List<Outbox.Message> both = mail("ben", 2);
        assertThat(both.getFirst().subject()).isEqualTo("2 notices for you");
        assertThat(both.getFirst().text())
                .contains("11 notices for you", "13 notices for you")
                .doesNotContain("12 notices", "14 notices");

        TestClock.pass(cast.space().id(), Duration.ofDays(1));
        Program.bean(Digests.class).order(cast.space().id());
        tell(cast.ben(), "certificate", "15");
        assertThat(mail("ben", 3)).as("no empty digest").hasSize(3);
    }

    @Test
    void aWishThatDoesNotExistIsRefused() {
        cast.ben().post("/notices/settings", "due", "never").is(422);
    }

    @Test
    void aThousandPeopleCostAFewStatements() {
        List<UUID> persons =
                List.of(cast.ben().person(), cast.ada().person(), cast.chi().person());
        cast.run(() -> notifications.tellAll(persons, new Notice("announcement", KEY, List.of("8"), "/")));
        for (String name : List.of("ben", "ada", "chi")) {
            assertThat(mail(name, 1)).hasSize(1);
        }
        assertThat(Statements.least(() -> cast.ben().get("/notices"))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aLongListGoesOn() {
        for (int n = 0; n < 35; n++) {
            tell(cast.chi(), "due", String.valueOf(100 + n));
        }
        Answer first = cast.chi().get("/notices").ok();
        assertThat(first.all(".messages li")).hasSize(30);
        assertThat(first.one(".messages li").text()).contains("134 notices");
        assertThat(first.click("Older").all(".messages li")).hasSize(5);
    }

    private void tell(Browser person, String kind, String number) {
        cast.run(() -> notifications.tell(person.person(), new Notice(kind, KEY, List.of(number), "/brand.css")));
    }

    /** Tomorrow at eight, in the time of this tenant. */
    private void toMorning() {
        OffsetDateTime now = cast.in(() -> Program.bean(Clock.class).instant()).atOffset(ZoneOffset.UTC);
        OffsetDateTime morning =
                now.toLocalDate().plusDays(1).atTime(LocalTime.of(8, 0)).atOffset(ZoneOffset.UTC);
        TestClock.pass(cast.space().id(), Duration.between(now, morning));
    }

    private List<Outbox.Message> mail(String name, int count) {
        String to = name + "@" + cast.space().slug() + ".example";
        Eventually.isTrue(count + " mails to " + to, () -> all(to).size() >= count);
        return all(to);
    }

    private static List<Outbox.Message> all(String to) {
        return Program.bean(Outbox.class).list("", 500).stream()
                .filter(message -> message.to().equals(to))
                .toList();
    }
}
