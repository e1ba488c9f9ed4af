package org.cybox.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Form;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

/** Two authors on one page: the second is shown both versions and loses nothing. */
class MeanwhileTest {

    private final Cast cast = Cast.open();
    private final Author ada = Author.begins(cast.ada(), "Evidence on phones");
    private final Browser dora = cast.also("Dora Trainer", Role.TRAINER);

    @Test
    void theSettingsOfACourseShowWhatTheOtherSavedBesideEachFieldThatDiffers() {
        String settings = ada.course() + "/settings";
        Form adas = cast.ada().get(settings).form(settings);
        dora.get(settings)
                .form(settings)
                .set("title.en", "Evidence on tablets")
                .set("hours", 9)
                .set("outcome-o1.en", "Seize a tablet")
                .set("joining", "approval")
                .set("dueDays", 30)
                .submit()
                .is(303);

        Answer both = adas.set("title.en", "Evidence on watches")
                .set("summary.en", "What a watch knows.")
                .set("hours", 12)
                .set("outcome-o1.en", "Seize a watch")
                .submit()
                .is(409)
                .has("Somebody else saved this while you were writing")
                .has("Nothing is lost");
        Form mine = both.form(settings);
        assertThat(mine.value("title.en")).isEqualTo("Evidence on watches");
        assertThat(mine.value("summary.en")).isEqualTo("What a watch knows.");
        assertThat(mine.value("hours")).isEqualTo("12");
        assertThat(mine.value("outcome-o1.en")).isEqualTo("Seize a watch");
        assertThat(both.one("#title-en-theirs").wholeText()).isEqualTo("Evidence on tablets");
        assertThat(both.one("#hours-theirs").text()).endsWith("9");
        assertThat(both.one("#outcome-o1-en-theirs").wholeText()).isEqualTo("Seize a tablet");
        assertThat(both.one("#joining-theirs").text()).contains("approv");
        assertThat(both.one("#dueDays-theirs").text()).endsWith("30");
        assertThat(both.all("#audience-en-theirs, #languages-theirs, #certificate-theirs"))
                .as("what is the same is not shown twice")
                .isEmpty();

        mine.set("dueDays", 30).submit().is(303);
        Form now = dora.get(settings).form(settings);
        assertThat(now.value("title.en")).isEqualTo("Evidence on watches");
        assertThat(now.value("dueDays")).isEqualTo("30");
    }

    @Test
    void aSectionShowsBothToo() {
        String section = ada.section("Session one");
        Form adas = cast.ada().get(section).form(section);
        dora.get(section)
                .form(section)
                .set("title.en", "First session")
                .set("kind", "day")
                .set("outcome-0.en", "Name the powers")
                .set("notes.en", "<p>Bring phones.</p>")
                .submit()
                .is(303);

        Answer both = adas.set("title.en", "Opening session")
                .set("notes.en", "<p>Bring watches.</p>")
                .submit()
                .is(409)
                .has("Somebody else saved this while you were writing");
        Form mine = both.form(section);
        assertThat(mine.value("title.en")).isEqualTo("Opening session");
        assertThat(mine.value("notes.en")).contains("Bring watches.");
        assertThat(both.one("#title-en-theirs").wholeText()).isEqualTo("First session");
        assertThat(both.one("#notes-en-theirs").wholeText()).contains("Bring phones.");
        assertThat(both.one("#kind-theirs").text()).contains("Day");
        assertThat(both.one("#outcome-0-en-theirs").wholeText()).isEqualTo("Name the powers");

        mine.set("outcome-0.en", "Name the powers").submit().is(303);
        assertThat(dora.get(section).form(section).value("title.en")).isEqualTo("Opening session");
    }

    /** A double click is no other author. */
    @Test
    void aFormSentTwiceIsSavedOnceAndNobodyIsToldOfAnother() {
        String settings = ada.course() + "/settings";
        Form about = cast.ada()
                .get(settings)
                .form(settings)
                .set("title.en", "Evidence on watches")
                .set("outcome-o1.en", "Seize");
        about.submit().is(303);
        about.submit().is(303);
        assertThat(cast.ada().get(settings).all("[name='outcome-o2.en']")).hasSize(1);

        String section = ada.section("Session one");
        Form session = cast.ada()
                .get(section)
                .form(section)
                .set("title.en", "First session")
                .set("notes.en", "<p>Bring phones.</p>");
        session.submit().is(303);
        session.submit().is(303);

        String editor = ada.activity(section, "page", "A page");
        Form lesson = cast.ada().get(editor).form(editor).set("text.en", "<p>Words.</p>");
        lesson.submit().is(303);
        lesson.submit().is(303);
        cast.ada().get(editor.replace("/page", "/history")).ok();
    }

    /** Whoever is told that the title is missing has not seen what the other saved: the revision stays the old one. */
    @Test
    void aRefusedFormDoesNotHideThatSomebodyElseSaved() {
        String section = ada.section("Session one");
        Form adas = cast.ada().get(section).form(section);
        dora.get(section)
                .form(section)
                .set("title.en", "First session")
                .submit()
                .is(303);
        Answer refused = adas.set("title.en", "").submit().is(422);
        refused.form(section).set("title.en", "Opening session").submit().is(409);
    }

    @Test
    void bothVersionsFitAPhoneAndReadFromTheRight() {
        String settings = ada.course() + "/settings";
        int hours = 20;
        for (Screen screen : new Screen[] {
            Screen.of(cast.ada()),
            Screen.of(cast.ada()).phone(),
            Screen.of(cast.ada()).phone().reading("ar").dark()
        }) {
            try (screen) {
                Page page = screen.go(settings);
                Form other = dora.get(settings).form(settings);
                other.set("title.en", "Evidence on tablets")
                        .set("hours", hours++)
                        .submit()
                        .is(303);
                page.locator("#title-en").fill("Evidence on watches");
                page.locator(".form-end button.primary").click();
                page.locator("#title-en-theirs").waitFor();
                Axe.check(page);
                screen.fits();
                screen.quiet();
                screen.picture("meanwhile-" + page.viewportSize().width + "-"
                        + page.locator("html").getAttribute("lang"));
            }
        }
    }
}
