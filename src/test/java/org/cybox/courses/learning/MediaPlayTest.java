package org.cybox.courses.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cybox.courses.CourseFixture;
import org.cybox.courses.Material;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.Words;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

/** A film, its captions, and its light rendition, really played. */
class MediaPlayTest {

    private static final String MEDIA = "/seed/courses/open-source-intelligence/media/";
    private static final int LENGTH = 160;

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Film")
            .block("Watch", "media", "view", Json.write(new Material(Words.NONE, null, media(), Words.NONE)))
            .publish();

    private Material.Media media() {
        StoredFile slide = stored("slide-1.webp");
        StoredFile later = stored("slide-2.webp");
        return new Material.Media(
                clip("preserve.webm"),
                clip("preserve-audio.webm"),
                Map.of("en", stored("preserve.en.vtt").id()),
                Words.of("en", "<p>What is said.</p>"),
                List.of(
                        new Material.Slide(0, slide.id(), Words.of("en", "The title"), slide.bytes()),
                        new Material.Slide(23.8, later.id(), Words.of("en", "Four ticked lines"), later.bytes())));
    }

    private Material.Clip clip(String name) {
        StoredFile file = stored(name);
        return new Material.Clip(file.id(), file.mediaType(), file.bytes(), LENGTH);
    }

    private StoredFile stored(String name) {
        return cast.in(() -> {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(MEDIA + name))) {
                return cast.program()
                        .get(Files.class)
                        .store(in, name, Audience.MEMBERS, cast.ada().person());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aFilmLoadsWhenAskedPlaysWithCaptionsAndGoesOnWhereOneLeft() {
        course.enrol(cast.ben().person());
        try (Screen ben = Screen.of(cast.ben())) {
            List<Response> loaded = listen(ben);
            Page page = ben.go(course.learn("Watch"));
            assertThat(page.textContent("media-player .meta")).contains("885 kB");
            ben.bytes();
            assertThat(loaded).isEmpty();

            playFrom(page, "video", 30);
            assertThat(loaded).isNotEmpty().allMatch(answer -> answer.status() == 206 || answer.status() == 200);
            assertThat(loaded).anyMatch(answer -> answer.status() == 206);
            page.waitForFunction("() => document.querySelector('video').textTracks[0].activeCues?.length > 0");
            page.evaluate("() => document.querySelector('video').pause()");
            Eventually.isTrue("the place is kept", () -> place() >= 30);

            page.reload();
            assertThat(Integer.parseInt(page.getAttribute("media-player", "data-seconds")))
                    .isBetween(30, 60);
            page.evaluate(
                    "() => { document.querySelector('video').muted = true; document.querySelector('video').play(); }");
            page.waitForFunction("() => document.querySelector('video').currentTime >= 30");
            assertThat(page.isVisible("[data-resumed]")).isTrue();
            ben.quiet();
        }
    }

    @Test
    void theLightRenditionIsSoundWithTheSlideOfTheMoment() {
        course.enrol(cast.ben().person());
        try (Screen ben = Screen.of(cast.ben()).phone()) {
            List<Response> loaded = listen(ben);
            Page page = ben.go(course.learn("Watch"));
            page.click("a[href$='light=true']");
            assertThat(page.isVisible("audio")).isTrue();
            ben.bytes();
            assertThat(loaded).isEmpty();
            assertThat(page.isVisible("img[alt='The title']")).isTrue();
            playFrom(page, "audio", 24);
            page.waitForSelector("img[alt='Four ticked lines']");
            assertThat(page.isVisible("img[alt='The title']")).isFalse();
            ben.fits();
            ben.quiet();
        }
    }

    @Test
    void whoHasSeenItToItsEndHasDoneIt() {
        course.enrol(cast.ben().person());
        try (Screen ben = Screen.of(cast.ben())) {
            Page page = ben.go(course.learn("Watch"));
            playFrom(page, "video", LENGTH * 95 / 100);
            page.evaluate("() => document.querySelector('video').pause()");
            Eventually.isTrue(
                    "the film counts as seen",
                    () -> course.enrolment(cast.ben().person()).done() == 1);
        }
    }

    private int place() {
        return Integer.parseInt(
                cast.ben().get(course.learn("Watch")).ok().one("media-player").attr("data-seconds"));
    }

    private static List<Response> listen(Screen screen) {
        List<Response> loaded = new ArrayList<>();
        screen.page().onResponse(answer -> {
            if (answer.url().endsWith(".webm")) {
                loaded.add(answer);
            }
        });
        return loaded;
    }

    /** Muted, since a page may make no sound before somebody touches it. */
    private static void playFrom(Page page, String tag, int second) {
        page.evaluate("""
                ([tag, second]) => new Promise((done, failed) => {
                  const media = document.querySelector(tag);
                  media.muted = true;
                  media.addEventListener('error', () => failed(media.error?.message ?? 'cannot be played'));
                  media.play().then(() => { media.currentTime = second; done(); }, failed);
                })
                """, List.of(tag, second));
        page.waitForFunction(
                "([tag, second]) => document.querySelector(tag).currentTime > second", List.of(tag, second));
    }
}
