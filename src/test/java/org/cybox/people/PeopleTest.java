package org.cybox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final Cast cast = Cast.open();
    private final People people = Program.bean(People.class);
    private final Groups groups = Program.bean(Groups.class);

    @Test
    void aTrainerSearchesAndFilters() {
        member("zoe" + "@" + cast.space().slug() + ".example", "Zoë Traoré");
        assertThat(names(cast.ada().get("/people?q=traore"))).containsExactly("Zoë Traoré");
        assertThat(names(cast.ada().get("/people?q=ZO"))).containsExactly("Zoë Traoré");
        assertThat(names(cast.ada().get("/people?role=manager"))).containsExactly("Chi Manager");
        assertThat(names(cast.ada().get("/people?q=100%25"))).isEmpty();
        cast.ada().get("/people").ok().hasNot("Mallory").hasNot("/people/new");
        cast.ben().get("/people").is(403);
    }

    @Test
    void aLongListGoesOnAtTheSameCost() {
        cast.run(() -> {
            for (int n = 0; n < 45; n++) {
                people.add("n" + n + "@" + cast.space().slug() + ".example", "Nora N" + n, "", Role.LEARNER, "en");
            }
        });
        Answer first = cast.ada().get("/people?q=nora").ok();
        assertThat(names(first)).hasSize(40);
        assertThat(names(first.click("Next"))).hasSize(5);
        assertThat(Statements.least(() -> cast.ada().get("/people"))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aManagerChangesARoleAtOnce() {
        cast.ben().get("/people").is(403);
        cast.chi()
                .get("/people/" + cast.ben().person())
                .form("/role")
                .set("role", "trainer")
                .submit()
                .is(303);
        cast.ben().get("/people").ok();
        cast.chi().get("/people/" + cast.ben().person()).ok().has("role changed");
    }

    @Test
    void theLastManagerStays() {
        String chi = "/people/" + cast.chi().person();
        cast.chi().post(chi + "/role", "role", "learner").is(422).has("last manager");
        cast.chi().post(chi + "/removal").is(422).has("last manager");
        cast.also("Dee Second", Role.MANAGER);
        cast.chi().post(chi + "/role", "role", "learner").is(303);
        cast.chi().get("/people").is(403);
    }

    @Test
    void whoIsRemovedIsOutAtOnce() {
        cast.chi()
                .get("/people/" + cast.ben().person())
                .form("/removal")
                .submit()
                .is(303);
        assertThat(cast.ben().get("/").location()).isEqualTo("/membership");
        cast.ben().get("/membership").ok().has("has not invited you");
        cast.ben().post("/membership").is(403);
        assertThat(names(cast.chi().get("/people?state=left"))).containsExactly("Ben Learner");
    }

    @Test
    void aLimitedTrainerSeesOwnGroupsOnly() {
        Browser dan = cast.also("Dan Limited", Role.TRAINER);
        Browser eve = cast.also("Eve Inside", Role.LEARNER);
        cast.run(() -> {
            Group group = groups.named("Class of Dan");
            groups.add(group.id(), List.of(dan.person(), eve.person()));
        });
        cast.chi()
                .post("/people/" + dan.person() + "/role", "role", "trainer", "onlyOwnGroups", "true")
                .is(303);

        assertThat(names(dan.get("/people"))).containsExactlyInAnyOrder("Eve Inside", "Dan Limited");
        dan.get("/people/" + eve.person()).ok();
        dan.get("/people/" + cast.ben().person()).is(404);
    }

    @Test
    void groupsAreMadeFilledRenamedAndDeleted() {
        cast.chi()
                .get("/people/groups")
                .form("form[action=/people/groups]")
                .set("name", "Judges")
                .submit()
                .is(303);
        cast.chi().post("/people/groups", "name", "Judges").is(422).has("already");
        Group group = cast.in(() -> groups.named("Judges"));

        cast.chi()
                .post(
                        "/people/selection",
                        "act",
                        "join",
                        "group",
                        group.id(),
                        "ids",
                        cast.ben().person(),
                        "ids",
                        cast.ada().person())
                .is(303);
        assertThat(cast.in(() -> people.members(group.id())))
                .containsExactlyInAnyOrder(cast.ben().person(), cast.ada().person());
        assertThat(names(cast.chi().get("/people?group=" + group.id()))).hasSize(2);

        cast.chi()
                .post("/people/groups/" + group.id() + "/name", "name", "Judges 2026")
                .is(303);
        cast.chi().get("/people/groups").ok().has("Judges 2026").has("2 people");
        cast.chi().post("/people/groups/" + group.id() + "/removal").is(303);
        cast.chi().get("/people/" + cast.ben().person()).ok();
    }

    @Test
    void anotherTenantSeesAndChangesNothing() {
        Group group = cast.in(() -> groups.named("Secret group"));
        String ben = "/people/" + cast.ben().person();
        cast.mallory().get(ben).is(404);
        cast.mallory().post(ben + "/role", "role", "manager").is(404);
        cast.mallory().post(ben + "/removal").is(404);
        cast.mallory().post("/people/groups/" + group.id() + "/removal").is(404);
        cast.mallory()
                .post(
                        "/people/selection",
                        "act",
                        "join",
                        "group",
                        group.id(),
                        "ids",
                        cast.mallory().person())
                .is(404);
        assertThat(cast.in(() -> people.get(cast.ben().person())).role()).isEqualTo("learner");
        assertThat(cast.in(() -> people.members(group.id()))).isEmpty();
    }

    @Test
    void aNameIsCorrectedForCertificates() {
        String ben = "/people/" + cast.ben().person();
        cast.chi()
                .get(ben)
                .form("/name")
                .set("name", "Ben <b>Haddad</b>")
                .set("surname", "Haddad")
                .submit()
                .is(303);
        cast.chi().get(ben).ok().has("Ben <b>Haddad</b>");
        assertThat(cast.chi().get(ben).all("h1 b")).isEmpty();
        cast.chi().get(ben).form("/name").set("name", " ").submit().is(422);
    }

    private void member(String email, String name) {
        cast.run(() -> people.add(email, name, "", Role.LEARNER, "en"));
    }

    private static List<String> names(Answer page) {
        return page.ok().all("tbody th").eachText();
    }
}
