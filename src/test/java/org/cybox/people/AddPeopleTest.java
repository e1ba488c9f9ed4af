package org.cybox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cybox.identity.Accounts;
import org.cybox.platform.data.Work;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Mailbox;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;

class AddPeopleTest {

    private final Cast cast = Cast.open();
    private final String domain = "@" + cast.space().slug() + ".example";
    private final Browser guest =
            Browser.stranger(cast.program(), cast.program().address());

    @Test
    void anInvitedPersonChoosesAPasswordAndIsAMember() {
        invite("dora" + domain, "Dora Invited", "trainer");
        assertThat(person("dora" + domain).invited()).isTrue();
        String link = Mailbox.link(cast.program(), "dora" + domain, "/invitation");

        Answer page = guest.get(link).ok().has("Academy");
        assertThat(person("dora" + domain).invited()).as("opening does nothing").isTrue();
        page.form("/invitation").set("password", "short").submit().is(422).has("at least 12");
        Answer home = page.form("/invitation")
                .set("password", "a password of Dora")
                .submit()
                .follow();

        assertThat(home.address()).startsWith(cast.space().address());
        assertThat(person("dora" + domain).active()).isTrue();
        guest.get(cast.space().address() + "/people").ok();
        guest.get(link).ok().has("no longer open");
    }

    @Test
    void whoHasAnAccountProvesItByItsPassword() {
        String mallory = "mallory@" + cast.elsewhere().slug() + ".example";
        Program.bean(Work.class)
                .doInWorld(() ->
                        Program.bean(Accounts.class).setPassword(cast.mallory().account(), "password of mallory"));
        invite(mallory, "Mallory Manager", "learner");
        String link = Mailbox.link(cast.program(), mallory, "/invitation");

        guest.get(link).ok().hasNot("name=\"password\"");
        guest.post("/invitation", "code", Mailbox.code(link), "password", "a password of mine")
                .ok();
        assertThat(person(mallory).invited()).isTrue();

        Browser mine = cast.mallory();
        mine.get(link).ok().form("/invitation").submit().is(303);
        assertThat(person(mallory).active()).isTrue();
        assertThat(person(mallory).role()).isEqualTo("learner");
    }

    @Test
    void anotherAccountCannotAcceptAnInvitation() {
        invite("erin" + domain, "Erin Invited", "learner");
        String link = Mailbox.link(cast.program(), "erin" + domain, "/invitation");
        cast.trudy().get(link).ok().has("for someone else");
        cast.trudy().post(link.replaceFirst("\\?.*", ""), "code", Mailbox.code(link), "password", "a password of mine");
        assertThat(person("erin" + domain).invited()).isTrue();
    }

    @Test
    void aWithdrawnInvitationMakesNobodyAMember() {
        invite("gone" + domain, "Gone Guest", "learner");
        String link = Mailbox.link(cast.program(), "gone" + domain, "/invitation");
        Person gone = person("gone" + domain);
        cast.chi().get("/people/" + gone.id()).form("/removal").submit().is(303);
        guest.post("/invitation", "code", Mailbox.code(link), "password", "a password of mine")
                .ok();
        assertThat(person("gone" + domain).left()).isTrue();
    }

    @Test
    void anOfficerWithoutMailComesInWithAPrintedCodeAndChoosesAPassword() {
        Answer printed = cast.chi()
                .get("/people/new/officer")
                .form("/people/new/officer")
                .set("name", "Peter Tembo " + cast.space().slug())
                .submit()
                .ok();
        String username = printed.all("code").get(0).text();
        String code = printed.all("code").get(1).text();
        assertThat(printed.header("Cache-Control")).contains("no-store");

        Browser officer = Browser.stranger(cast.program(), cast.space().address());
        Answer choose = officer.get("/sign-in?to=/me")
                .follow()
                .form("/sign-in")
                .set("sign", username)
                .set("password", code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .submit()
                .follow();
        assertThat(choose.path()).isEqualTo("/password/new");
        assertThat(officer.cookies(cast.program().address())).doesNotContainKey("__Host-session");
        Answer home = choose.form("/password/new")
                .set("password", "password of Peter")
                .submit()
                .follow();
        assertThat(home.address()).isEqualTo(cast.space().address() + "/me");

        Browser late = Browser.stranger(cast.program(), cast.program().address());
        late.get("/sign-in")
                .form("/sign-in")
                .set("sign", username)
                .set("password", code)
                .submit()
                .is(422);
    }

    @Test
    void aStartCodeIsNotForPeopleWithMail() {
        cast.chi().post("/people/" + cast.ben().person() + "/start-code").is(422);
        cast.chi().get("/people/" + cast.ben().person()).ok().hasNot("/start-code");
    }

    @Test
    void aListIsShownBeforeAnythingIsSent() {
        String list = "Fay First <fay" + domain + ">\n"
                + "gus" + domain + "; Gus Second; trainer; Class A\n"
                + "FAY" + domain + "\n"
                + "ben" + domain + "\n"
                + "not an address@\n";
        Answer preview = cast.chi()
                .get("/people/new/list")
                .form("/people/new/list")
                .set("list", list)
                .submit()
                .ok();
        assertThat(preview.all("tbody tr").eachText()).hasSize(5);
        preview.has("2 people get a mail")
                .has("Stands in the list twice")
                .has("Is a member already")
                .has("Cannot be used");
        assertThat(in("fay" + domain)).isFalse();

        preview.form("/sending").submit().is(303);

        assertThat(person("gus" + domain).role()).isEqualTo("trainer");
        assertThat(cast.in(() -> Program.bean(People.class).groups()))
                .extracting(Group::name)
                .contains("Class A");
        Mailbox.link(cast.program(), "fay" + domain, "/invitation");
    }

    @Test
    void aLongListIsDoneBehindThePage() {
        String list = IntStream.range(0, 30)
                .mapToObj(n -> "person" + n + domain + ",Person Number" + n)
                .collect(Collectors.joining("\n"));
        Answer preview = cast.chi()
                .get("/people/new/list")
                .form("/people/new/list")
                .upload("file", "people.csv", "text/csv", ("mail,name\n" + list).getBytes(StandardCharsets.UTF_8))
                .submit()
                .ok()
                .has("30 people get a mail");
        assertThat(preview.form("/sending").submit().location()).startsWith("/jobs/");
        Eventually.isTrue("the last one is invited", () -> in("person29" + domain));
    }

    @Test
    void onlyManagersAddPeople() {
        cast.ada().get("/people/new").is(403);
        cast.ben().post("/people/new", "email", "x" + domain, "name", "X").is(403);
        cast.stranger().post("/people/new", "email", "x" + domain, "name", "X").is(401);
    }

    private void invite(String email, String name, String role) {
        cast.chi()
                .get("/people/new")
                .form("/people/new")
                .set("email", email)
                .set("name", name)
                .set("role", role)
                .submit()
                .is(303);
    }

    private boolean in(String email) {
        return cast.in(() -> Program.bean(People.class).byEmail(email)).isPresent();
    }

    private Person person(String email) {
        return cast.in(() -> Program.bean(People.class).byEmail(email)).orElseThrow();
    }
}
