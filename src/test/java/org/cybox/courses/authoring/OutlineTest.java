package org.cybox.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cybox.courses.Courses;
import org.cybox.courses.Draft;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private final Cast cast = Cast.open();
    private final Author ada = Author.begins(cast.ada(), "Evidence on phones");

    @Test
    void anAuthorBuildsAnOutlineAndPublishesIt() {
        ada.outline().has("The outline is empty");
        String section = ada.section("Day one");
        String editor = ada.activity(section, "page", "What a phone holds");
        ada.outline().has("One thing keeps the course from being published").has("The page is empty");

        cast.ada()
                .get(editor)
                .form(editor)
                .set("text.en", "<p>Much.</p>")
                .submit()
                .is(303);
        ada.publish("For the spring class").has("Release 1 is out");

        ada.outline().has("The draft is the same as release 1");
        cast.ada().get(ada.course() + "/releases").has("For the spring class");
        cast.ben().get("/catalogue").ok().has("Evidence on phones");
    }

    @Test
    void whatHasChangedSinceTheReleaseIsSaid() {
        ada.published("First page", "<p>One.</p>");
        String section = ada.section("Session two");
        ada.page(section, "Second page", "<p>Two.</p>");
        ada.outline()
                .has("2 changes since release 1")
                .has("Section added: Session two")
                .has("Added: Second page");
    }

    @Test
    void activitiesAreMovedByTheOrderOfAListAndByPlainButtons() {
        String section = ada.section("Session one");
        List.of("A", "B", "C").forEach(title -> ada.activity(section, "page", title));
        assertThat(ada.titles()).containsExactly("A", "B", "C");

        String down = ada.outline().one("button[data-move=down]").attr("value");
        cast.ada().post(section + "/order", "move", down).is(303);
        assertThat(ada.titles()).containsExactly("B", "A", "C");

        List<String> ids = ada.outline().all("input[name=order]").eachAttr("value");
        cast.ada()
                .post(section + "/order", "order", ids.get(2), "order", ids.get(0), "order", ids.get(1))
                .is(303);
        assertThat(ada.titles()).containsExactly("C", "B", "A");
    }

    @Test
    void anActivityMovesOverTheEdgeOfItsSectionAndIntoAnother() {
        String first = ada.section("Session one");
        String second = ada.section("Session two");
        ada.activity(first, "page", "A");
        String editor = ada.activity(first, "page", "B");
        cast.ada().post(first + "/order", "move", Author.idOf(editor) + ":down").is(303);
        assertThat(sections()).containsExactly(List.of("A"), List.of("B"));

        String settings = editor.replace("/page", "/settings");
        cast.ada()
                .get(settings)
                .form(settings)
                .set("section", first.replaceAll(".*/", ""))
                .submit()
                .is(303);
        assertThat(sections()).containsExactly(List.of("A", "B"), List.of());
        assertThat(second).isNotBlank();
    }

    private List<List<String>> sections() {
        Draft draft = cast.in(() -> {
            Courses courses = Program.bean(Courses.class);
            return courses.draft(courses.get(ada.id()));
        });
        return draft.sections().stream()
                .map(section -> draft.in(section).stream()
                        .map(activity -> activity.title().in("en"))
                        .toList())
                .toList();
    }

    @Test
    void whatWasThrownAwayComesBack() {
        String section = ada.section("Session one");
        ada.activity(section, "page", "A");
        ada.activity(section, "page", "B");

        Answer after = ada.outline()
                .form("form[action*=/activities/][action$=/bin]")
                .submit()
                .is(303)
                .follow()
                .ok();
        after.has("Thrown away");
        after.form("form.notice").submit().is(303);
        assertThat(ada.titles()).containsExactly("A", "B");

        cast.ada().post(section + "/bin").is(303);
        assertThat(ada.titles()).isEmpty();
        ada.outline().form("/return").submit().is(303);
        assertThat(ada.titles()).containsExactly("A", "B");
    }

    @Test
    void prerequisitesInACircleKeepACourseFromBeingPublished() {
        String section = ada.section("Session one");
        String a = ada.page(section, "A", "<p>a</p>").replace("/page", "/settings");
        String b = ada.page(section, "B", "<p>b</p>").replace("/page", "/settings");
        cast.ada().get(a).form(a).tick("requires", Author.idOf(b)).submit().is(303);
        cast.ada().get(b).form(b).tick("requires", Author.idOf(a)).submit().is(303);
        ada.outline().has("It waits for itself");
        cast.ada().post(ada.course() + "/releases").is(303).follow().has("The course was not published");
    }

    @Test
    void aSectionHasOutcomesAndWhatIsForTrainersOnly() {
        String section = ada.section("Session one");
        cast.ada()
                .get(section)
                .form(section)
                .set("outcome-0.en", "Participants can seize a phone.")
                .set("notes.en", "<p>Bring a phone.</p><script>alert(1)</script>")
                .upload("file", "plan.txt", "text/plain", "Plan".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .submit()
                .is(303)
                .follow()
                .ok()
                .has("plan.txt")
                .hasNot("alert(1)");
        ada.outline().has("One outcome").has("Notes for trainers");
    }

    @Test
    void aLearnerMayNotAndAnotherTenantSeesNothing() {
        String editor = ada.page(ada.section("Session one"), "A", "<p>a</p>");
        for (String path :
                List.of("/courses", ada.course(), editor, ada.course() + "/settings", ada.course() + "/export")) {
            cast.ben().get(path).is(403);
            cast.stranger().get(path).is(303);
        }
        for (String path : List.of(ada.course(), editor, ada.course() + "/settings", ada.course() + "/export")) {
            cast.mallory().get(path).is(404);
        }
        cast.mallory().post(ada.course() + "/archive").is(404);
        cast.mallory().post(ada.course() + "/sections", "title", "Mine").is(404);
    }

    @Test
    void anAuthorSeesTheDraftAsALearnerWould() {
        String editor = ada.page(ada.section("Session one"), "A", "<p>Not yet out.</p>");
        cast.ada()
                .get(ada.course() + "/preview")
                .follow()
                .ok()
                .has("Not yet out.")
                .has("Nothing is recorded");
        cast.ben().get(ada.course() + "/preview/" + Author.idOf(editor)).is(403);
    }

    @Test
    void theOutlineIsOrderedByKeyboardAndFitsAPhone() {
        String section = ada.section("Session one");
        List.of("A", "B").forEach(title -> ada.activity(section, "page", title));
        try (Screen screen = Screen.of(cast.ada()).phone()) {
            screen.go(ada.course());
            Axe.check(screen.page());
            screen.fits();
            screen.page().locator(".row .handle").first().focus();
            screen.page().keyboard().press("Space");
            screen.page().keyboard().press("ArrowDown");
            screen.page().waitForNavigation(() -> screen.page().keyboard().press("Space"));
            screen.quiet();
        }
        assertThat(ada.titles()).containsExactly("B", "A");
        assertThat(cast.also("Dora Trainer", Role.TRAINER).get(ada.course()).status())
                .isEqualTo(200);
    }
}
