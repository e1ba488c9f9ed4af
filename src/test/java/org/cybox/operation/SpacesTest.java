package org.cybox.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.tenancy.Tenants;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Mailbox;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;

class SpacesTest {

    private final Cast cast = Cast.open();
    private final String slug = "o" + cast.space().slug().substring(1);

    @Test
    void anOperatorOpensASpaceAndItsManagerComesIn() {
        open(slug, "Mia Chief", "mia@" + slug + ".example").is(303);
        String there = cast.program().address().replace("http://", "http://" + slug + ".");
        Browser mia = Browser.stranger(cast.program(), there);
        mia.get("/").ok().has("Court School");

        String link = Mailbox.link(cast.program(), "mia@" + slug + ".example", "/invitation");
        mia.get(link)
                .form("/invitation")
                .set("password", "password of Mia")
                .submit()
                .follow();
        mia.get("/settings").ok();
        mia.get(cast.program().address() + "/operator/spaces").is(403);
    }

    @Test
    void whatIsMissingOrTakenIsSaidAndNothingIsLost() {
        Answer taken = open(cast.space().slug(), "Mia Chief", "mia@" + slug + ".example")
                .is(422)
                .has("is taken");
        assertThat(taken.form("form[method=post][action=/operator/spaces]").value("email"))
                .isEqualTo("mia@" + slug + ".example");
        open("Not a slug!", "Mia Chief", "mia@" + slug + ".example").is(422);
        open(slug, "Mia Chief", "no address").is(422);
        assertThat(Program.bean(Tenants.class).institution(slug)).isEmpty();
    }

    @Test
    void aSuspendedSpaceSaysSoAndOpensAgainWithAllItsPeople() {
        String at = "/operator/spaces/" + cast.space().id();
        cast.op().post(at + "/suspension").is(303);
        cast.ben().get("/learn").is(503).has("closed for now");
        cast.stranger().get("/").is(503).has("Nothing in it is lost");
        cast.op().post(at + "/resumption").is(303);
        cast.stranger().get("/").ok();
        assertThat(cast.ben().get("/").location()).isEqualTo("/learn");
    }

    @Test
    void anOperatorFindsASpaceByItsNameOrItsAddress() {
        open(slug, "Mia Chief", "mia@" + slug + ".example").is(303);
        cast.op()
                .get("/operator/spaces?q=" + slug)
                .ok()
                .has("Court School")
                .hasNot(cast.space().slug());
        cast.op().get("/operator/spaces?q=court+" + slug).ok().has(slug);
        cast.op().get("/operator/spaces?q=nobody+" + slug).ok().has("No institution is called that");
    }

    @Test
    void onlyAnOperatorComesHere() {
        cast.chi().get("/operator/spaces").is(403);
        cast.chi().post("/operator/spaces/" + cast.space().id() + "/suspension").is(403);
        Browser.stranger(cast.program(), cast.program().address())
                .get("/operator/spaces")
                .is(303);
    }

    private Answer open(String name, String manager, String email) {
        return cast.op()
                .get("/operator/spaces")
                .form("form[method=post][action=/operator/spaces]")
                .set("name", "Court School")
                .set("slug", name)
                .set("languages", "en, fr")
                .set("manager", manager)
                .set("email", email)
                .submit();
    }
}
