package org.cybox.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Draft;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.platform.data.Ids;
import org.cybox.platform.web.Role;
import org.cybox.tenancy.Tenants;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

class OfferTest {

    private final Cast cast = Cast.open();
    private final Browser pia = cast.inProgramme("Pia", Role.TRAINER);
    private final String title = "Offered " + Ids.next();
    private final Author author = Author.begins(pia, title);
    private final String editor = offered();

    private String offered() {
        String page = author.published("A page", "<p>As it was offered.</p>");
        offer(1);
        return page;
    }

    private void offer(int release) {
        pia.get(author.course() + "/releases")
                .form("/releases/" + release + "/offer")
                .submit()
                .is(303);
    }

    private Release released() {
        UUID programme = Program.bean(Tenants.class).programme().id();
        return Program.in(
                programme,
                () -> Program.bean(Releases.class).ofCourse(author.id()).getFirst());
    }

    private Answer offerPage() {
        return cast.ada().get("/courses/offers").ok().click(title).ok().has("A page");
    }

    private Course course(String location) {
        UUID id = UUID.fromString(location.replaceAll("/courses/", "").replaceAll("[/?#].*", ""));
        return cast.in(() -> Program.bean(Courses.class).get(id));
    }

    @Test
    void itsLanguagesAreCalledAsTheReaderCallsThem() {
        cast.ada().get("/courses/offers").ok().has("English").hasNot("> en<").hasNot(">en<");
        offerPage().has("English");
        cast.ada().reading("ar").get("/courses/offers").ok().has("الإنجليزية");
        try (Screen ada = Screen.of(cast.ada()).phone().reading("ar")) {
            ada.go("/courses/offers");
            ada.picture("offers-ar-phone");
            Axe.check(ada.page());
            ada.fits();
            ada.quiet();
        }
    }

    @Test
    void anInstitutionRunsAnOfferedReleaseAsItIs() {
        String location = offerPage().form("/runs").submit().is(303).location();
        Course course = course(location);
        assertThat(course.sealed()).isTrue();
        Release here = cast.in(() -> Program.bean(Releases.class).get(course.releaseId()));
        assertThat(here.hash()).isEqualTo(released().hash());

        String path = "/courses/" + course.id();
        cast.ada().get(path).ok().has("Run as offered").hasNot("Publish release");
        cast.ada().get(path + "/activities/" + Author.idOf(editor) + "/page").is(403);
        cast.ada().post(path + "/sections", "title", "Mine").is(403);
        cast.ada()
                .get(path + "/settings")
                .form(path)
                .set("dueDays", 14)
                .submit()
                .is(303);
        cast.ben().get("/catalogue").has(title);
        assertThat(offerPage().all("form[action$=/runs]")).isEmpty();
    }

    @Test
    void aNewerReleaseIsTakenOnPurpose() {
        Course course = course(offerPage().form("/runs").submit().is(303).location());
        pia.get(editor).form(editor).set("text.en", "<p>Better.</p>").submit().is(303);
        author.publish("Better");
        String path = "/courses/" + course.id();
        cast.ada().get(path).hasNot("is offered now");
        offer(2);

        cast.ada()
                .get(path)
                .has("Release 2 is offered now")
                .form("/renewals")
                .submit()
                .is(303);
        Course renewed = course(path);
        assertThat(renewed.releaseNumber()).isEqualTo(2);
        Release here = cast.in(() -> Program.bean(Releases.class).get(renewed.releaseId()));
        assertThat(here.hash()).isEqualTo(released().hash());
        cast.ada().get(path + "/preview").follow().has("Better.");
    }

    @Test
    void aCopyRemembersWhereEachActivityComesFrom() {
        Course copy = course(offerPage().form("/copies").submit().is(303).location());
        assertThat(copy.sealed()).isFalse();
        assertThat(copy.origin().course()).isEqualTo(author.id());
        assertThat(copy.origin().releaseHash()).isEqualTo(released().hash());
        Draft draft = cast.in(() -> Program.bean(Courses.class).draft(copy));
        assertThat(draft.activities())
                .allSatisfy(activity -> assertThat(activity.origin().hash()).isNotBlank())
                .extracting(activity -> activity.origin().block())
                .containsExactly(UUID.fromString(Author.idOf(editor)));
        String own =
                cast.ada().get("/courses/" + copy.id()).one(".row .title a").attr("href");
        cast.ada()
                .get(own)
                .form(own)
                .set("text.en", "<p>Our own words.</p>")
                .submit()
                .is(303);
    }

    @Test
    void whatIsWithdrawnIsNotTakenAndWhoRunsItGoesOn() {
        Answer page = offerPage();
        String path = page.path();
        Course course = course(page.form("/runs").submit().is(303).location());
        pia.get(author.course() + "/releases").form("/offer/end").submit().is(303);
        cast.ada().get("/courses/offers").hasNot(title);
        cast.ada().get(path).is(404);
        cast.ada().post(path + "/copies").is(404);
        cast.ada().get("/courses/" + course.id()).ok();
    }

    @Test
    void learnersMayNotTakeAndOnlyTheProgrammeOffers() {
        cast.ben().get("/courses/offers").is(403);
        cast.ben().post(offerPage().path() + "/runs").is(403);
        pia.post(offerPage().path() + "/runs").is(404);
        Author ada = Author.begins(cast.ada(), "Our own");
        ada.published("A page", "<p>One.</p>");
        cast.ada().post(ada.course() + "/releases/1/offer").is(404);
    }
}
