package org.cybox.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Form;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

class MaterialTest {

    private static final String TABLE = "<table><caption>Data</caption><tbody><tr><td>Log</td></tr></tbody></table>";

    private final Cast cast = Cast.open();
    private final Author ada = Author.begins(cast.ada(), "Evidence on phones");
    private final String section = ada.section("Session one");

    @Test
    void scriptIsTakenOutAndTablesStay() {
        String editor = ada.activity(section, "page", "A page");
        Answer saved = cast.ada()
                .get(editor)
                .form(editor)
                .set(
                        "text.en",
                        "<h2>Head</h2><script>alert(1)</script><p onclick='x()'>Text <a href='javascript:alert(2)'>there</a></p>"
                                + TABLE)
                .submit()
                .is(303)
                .follow()
                .ok();
        String text = saved.form(editor).value("text.en");
        assertThat(text).contains("<h2>Head</h2>", "<caption>Data</caption>", "Text", "there");
        assertThat(text).doesNotContain("script", "onclick");
    }

    @Test
    void aLinkLeadsByHttpsOnlyAndNothingTypedIsLost() {
        String editor = ada.activity(section, "link", "A link");
        for (String bad :
                new String[] {"javascript:alert(1)", "http://plain.example", "data:text/html,x", "https://"}) {
            Answer refused = cast.ada()
                    .get(editor)
                    .form(editor)
                    .set("url.en", bad)
                    .set("text.en", "<p>Typed with care.</p>")
                    .submit()
                    .is(422)
                    .has("must begin with https://");
            assertThat(refused.form(editor).value("url.en")).isEqualTo(bad);
            assertThat(refused.form(editor).value("text.en")).contains("Typed with care.");
        }
        cast.ada()
                .get(editor)
                .form(editor)
                .set("url.en", "https://www.coe.int/cybercrime")
                .submit()
                .is(303);
    }

    @Test
    void theSecondOfTwoAuthorsIsShownBothAndLosesNothing() {
        Browser dora = cast.also("Dora Trainer", Role.TRAINER);
        String editor = ada.page(section, "A page", "<p>Before.</p>");
        Form adas = cast.ada().get(editor).form(editor);
        Form doras = dora.get(editor).form(editor);
        doras.set("text.en", "<p>What Dora wrote.</p>").submit().is(303);

        Answer both = adas.set("text.en", "<p>What Ada wrote.</p>").submit().is(409);
        both.has("Dora Trainer saved this while you were writing");
        assertThat(both.form(editor).value("text.en")).isEqualTo("<p>What Ada wrote.</p>");
        assertThat(both.one("#text-en-theirs").wholeText()).contains("What Dora wrote.");

        both.form(editor)
                .set("text.en", "<p>What Ada wrote.</p><p>What Dora wrote.</p>")
                .submit()
                .is(303);
        cast.ada()
                .get(editor.replace("/page", "/history"))
                .ok()
                .has("Before.")
                .has("What Dora wrote.")
                .has("Dora Trainer");
    }

    @Test
    void earlierWordsComeBackAsAChange() {
        String editor = ada.page(section, "A page", "<p>First words.</p>");
        cast.ada()
                .get(editor)
                .form(editor)
                .set("text.en", "<p>Other words.</p>")
                .submit()
                .is(303);
        String history = editor.replace("/page", "/history");
        cast.ada().get(history).form("/return").submit().is(303);
        assertThat(cast.ada().get(editor).form(editor).value("text.en")).isEqualTo("<p>First words.</p>");
        cast.ada().get(history).has("Other words.");
    }

    @Test
    void aTranslationStandsBesideTheOriginalAndIsMarkedWhenThatChanges() {
        String editor = ada.page(section, "A page", "<p>Evidence.</p>");
        cast.ada()
                .get(editor + "?to=fr")
                .form(editor)
                .set("title.fr", "Une page")
                .set("text.fr", "<p>Preuve.</p>")
                .submit()
                .is(303)
                .follow()
                .hasNot("The original has changed");
        cast.ada()
                .get(editor)
                .form(editor)
                .set("text.en", "<p>Electronic evidence.</p>")
                .submit()
                .is(303);

        Answer marked = cast.ada().get(editor + "?to=fr").has("The original has changed");
        assertThat(marked.form(editor).value("text.fr")).isEqualTo("<p>Preuve.</p>");
        cast.ada().get(ada.course() + "/translations").ok().has("one out of date");

        marked.form(editor).submit().is(303).follow().has("The original has changed");
        marked = cast.ada().get(editor + "?to=fr");
        marked.form(editor)
                .tick("text.fr.checked", "true")
                .submit()
                .is(303)
                .follow()
                .hasNot("The original has changed");
    }

    @Test
    void aFileSaysItsNameAndSize() {
        String editor = ada.activity(section, "file", "A form");
        cast.ada()
                .get(editor)
                .form(editor)
                .upload(
                        "file",
                        "../../etc/log sheet.txt",
                        "text/plain",
                        "x".repeat(5_000).getBytes(StandardCharsets.UTF_8))
                .submit()
                .is(303)
                .follow()
                .ok()
                .has("log sheet.txt")
                .has("5 kB");
    }

    @Test
    void aMediumIsWhatItsBytesSayAndHasCaptions() {
        String editor = ada.activity(section, "media", "A film");
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        cast.ada()
                .get(editor)
                .form(editor)
                .upload("video", "film.webm", "video/webm", html)
                .submit()
                .is(422)
                .has("neither video nor sound");
        cast.ada()
                .get(editor)
                .form(editor)
                .upload("captions.en", "film.vtt", "text/vtt", "no captions".getBytes(StandardCharsets.UTF_8))
                .submit()
                .is(422)
                .has("begins with WEBVTT");
        cast.ada()
                .get(editor)
                .form(editor)
                .upload("captions.en", "film.vtt", "text/vtt", "WEBVTT\n\n".getBytes(StandardCharsets.UTF_8))
                .set("transcript.en", "<p>What is said.</p>")
                .submit()
                .is(303)
                .follow()
                .has("These captions are there");
        ada.outline().has("There is no video and no audio yet");
    }

    @Test
    void tryingOutSavesNothing() {
        String editor = ada.page(section, "A page", "<p>Stored.</p>");
        cast.ada()
                .get(editor)
                .form(editor)
                .set("text.en", "<p>Only tried.</p>")
                .submit("Try out")
                .ok()
                .has("As learners will see it")
                .has("Only tried.");
        assertThat(cast.ada().get(editor).form(editor).value("text.en")).isEqualTo("<p>Stored.</p>");
    }

    @Test
    void theEditorKeepsWhatItDoesNotKnow() {
        String whole = "<h2>Head</h2><p>Some <strong>bold</strong> words.</p>" + TABLE
                + "<aside class=\"key\"><p>Remember.</p></aside><ul><li>One</li><li>Two</li></ul>"
                + "<details class=\"check\"><summary>Ask</summary><p>Answer</p></details>";
        String editor = ada.page(section, "A page", whole);
        try (Screen screen = Screen.of(cast.ada())) {
            screen.go(editor);
            screen.page().locator(".ql-editor").waitFor();
            Axe.check(screen.page());
        }
        try (Screen screen = Screen.of(cast.ada())) {
            screen.go(editor);
            screen.page().locator(".ql-editor p").first().click();
            screen.page().keyboard().press("End");
            screen.page().keyboard().type(" More.");
            screen.page()
                    .waitForNavigation(
                            () -> screen.page().locator("button.primary").last().click());
            screen.quiet();
        }
        String text = cast.ada().get(editor).form(editor).value("text.en");
        assertThat(text.replaceAll("\\s+", " "))
                .contains(
                        "More.",
                        "<h2>Head</h2>",
                        "<strong>bold</strong>",
                        "<caption>Data</caption>",
                        "<aside class=\"key\"><p>Remember.</p></aside>",
                        "<li>One</li><li>Two</li>",
                        "<summary>Ask</summary>");
    }
}
