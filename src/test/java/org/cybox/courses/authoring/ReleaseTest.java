package org.cybox.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Learning;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.records.Records;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private final Cast cast = Cast.open();
    private final Author ada = Author.begins(cast.ada(), "Evidence on phones");

    private List<Release> releases() {
        return cast.in(() -> Program.bean(Releases.class).ofCourse(ada.id()));
    }

    private Enrolment bens() {
        return cast.in(() ->
                Program.bean(Enrolments.class).of(ada.id(), cast.ben().person()).orElseThrow());
    }

    private void enrolBen() {
        cast.run(() -> Program.bean(Enrolments.class).enrol(ada.id(), cast.ben().person(), "manager"));
    }

    private void benDoes(UUID block) {
        cast.run(() -> {
            Learning learning = Program.bean(Learning.class);
            learning.complete(learning.lesson(bens(), block));
        });
    }

    @Test
    void learnersKeepTheirReleaseUntilTheyAreMovedOnPurpose() {
        String section = ada.section("Session one");
        String kept = ada.page(section, "Kept", "<p>Same.</p>");
        String changed = ada.page(section, "Changed", "<p>Old text.</p>");
        ada.publish("");
        enrolBen();
        benDoes(UUID.fromString(Author.idOf(kept)));
        benDoes(UUID.fromString(Author.idOf(changed)));

        cast.ada()
                .get(changed)
                .form(changed)
                .set("text.en", "<p>New text.</p>")
                .submit()
                .is(303);
        ada.publish("New text");
        String lesson = "/learn/" + ada.id() + "/" + Author.idOf(changed);
        cast.ben().get(lesson).ok().has("Old text.");
        assertThat(bens().state()).isEqualTo("completed");

        cast.ada()
                .get(ada.course() + "/releases")
                .has("one learner")
                .form("/releases/1/moves")
                .set("changed", "again")
                .submit()
                .is(303)
                .follow()
                .has("One learner goes on in release 2");

        cast.ben().get(lesson).ok().has("New text.");
        Enrolment moved = bens();
        assertThat(moved.releaseId()).isEqualTo(releases().getFirst().id());
        assertThat(moved.done()).isEqualTo(2);
        assertThat(verbs()).contains("moved", "uncompleted");
        cast.ben().get("/notices").ok().has("Evidence on phones").has("new release");
    }

    private List<String> verbs() {
        return cast.in(() -> Program.bean(Records.class).ofCourse(ada.id()).stream()
                .map(Records.Recorded::verb)
                .toList());
    }

    @Test
    void whatWasDoneStaysDoneWhenItIsKept() {
        String editor = ada.published("A page", "<p>One.</p>");
        enrolBen();
        benDoes(UUID.fromString(Author.idOf(editor)));
        cast.ada()
                .get(editor)
                .form(editor)
                .set("text.en", "<p>Two.</p>")
                .submit()
                .is(303);
        ada.page(ada.section("Session two"), "One more", "<p>More.</p>");
        ada.publish("");
        cast.ada().post(ada.course() + "/releases/1/moves", "to", 2).is(303);
        assertThat(bens())
                .extracting(Enrolment::state, Enrolment::done, Enrolment::total)
                .containsExactly("active", 1, 2);
    }

    @Test
    void anUnchangedBlockKeepsItsVersionAndEqualContentItsHash() {
        String section = ada.section("Session one");
        String same = ada.page(section, "Same", "<p>Same.</p>");
        String other = ada.page(section, "Other", "<p>First.</p>");
        ada.publish("");
        cast.ada()
                .get(other)
                .form(other)
                .set("text.en", "<p>Second.</p>")
                .submit()
                .is(303);
        ada.publish("");
        cast.ada()
                .get(other)
                .form(other)
                .set("text.en", "<p>First.</p>")
                .submit()
                .is(303);
        ada.publish("");

        List<Release> all = releases();
        assertThat(all).extracting(Release::number).containsExactly(3, 2, 1);
        assertThat(all.get(0).hash())
                .isEqualTo(all.get(2).hash())
                .isNotEqualTo(all.get(1).hash());
        assertThat(version(all.get(0), same)).isEqualTo(version(all.get(1), same));
        assertThat(version(all.get(0), other)).isEqualTo(version(all.get(2), other));
        cast.ada().post(ada.course() + "/releases").is(303).follow().has("nothing has changed");
    }

    private static UUID version(Release release, String editor) {
        return release.outline()
                .block(UUID.fromString(Author.idOf(editor)))
                .orElseThrow()
                .version();
    }

    @Test
    void aLearnerMayNotPublishAndAnotherTenantFindsNothing() {
        ada.published("A page", "<p>One.</p>");
        cast.ben().post(ada.course() + "/releases").is(403);
        cast.ben().post(ada.course() + "/releases/1/moves", "to", 1).is(403);
        cast.mallory().post(ada.course() + "/releases").is(404);
        cast.mallory().post(ada.course() + "/releases/1/moves", "to", 1).is(404);
        cast.ada().post(ada.course() + "/releases/1/offer").is(404);
    }
}
