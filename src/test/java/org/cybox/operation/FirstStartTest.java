package org.cybox.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cybox.identity.Accounts;
import org.cybox.platform.data.Work;
import org.cybox.tenancy.Tenants;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class FirstStartTest {

    @Test
    void aDemonstrationHasTwoSpacesAndPeopleWhoCanSignIn() {
        try (Program program = Program.own(Map.of("demo", "true"))) {
            Browser stranger = Browser.stranger(program, program.address());
            stranger.get("/")
                    .ok()
                    .has("Judicial Academy")
                    .has("Police Training Centre")
                    .has("not a site of the Council of Europe");
            stranger.get("/setup?code=x").is(404);
            for (String who : new String[] {"manager@academy.demo.cybox.example", "trainer@demo.cybox.example"}) {
                Browser person = Browser.stranger(program, program.address().replace("http://", "http://academy."));
                Answer home = person.get("/sign-in?to=/people")
                        .follow()
                        .form("/sign-in")
                        .set("sign", who)
                        .set("password", DemoCast.PASSWORD)
                        .submit()
                        .follow()
                        .ok();
                assertThat(home.path()).isEqualTo("/people");
            }
            int spaces = program.get(Tenants.class).all().size();
            program.get(FirstStart.class).run(new DefaultApplicationArguments("--demo"));
            assertThat(program.get(Tenants.class).all()).hasSize(spaces);
        }
    }

    @Test
    void productionHasNoDemonstrationAndAsksForTheFirstOperatorOnce() {
        try (Program program = Program.own(Map.of("demo", "true", "cybox.mode", "production"))) {
            assertThat(program.get(Tenants.class).institutions()).isEmpty();
            String code = program.get(Work.class)
                    .inWorld(() -> program.get(Accounts.class).setupCode());
            Browser operator = Browser.stranger(program, program.address());
            operator.get("/setup").is(404);
            operator.get("/setup?code=guess").is(404);
            Answer form = operator.get("/setup?code=" + code).ok();
            form.form("/setup")
                    .set("name", "Op")
                    .set("email", "op@cybox.example")
                    .set("password", "short")
                    .submit()
                    .is(422);
            form.form("/setup")
                    .set("name", "Op Erator")
                    .set("email", "op@cybox.example")
                    .set("password", "password of operator")
                    .submit()
                    .is(303);
            operator.get("/setup?code=" + code).is(404);
            operator.post(
                    "/setup",
                    "code",
                    code,
                    "name",
                    "Second",
                    "email",
                    "two@cybox.example",
                    "password",
                    "password of two");
            operator.get("/sign-in?to=/operator/spaces")
                    .form("/sign-in")
                    .set("sign", "op@cybox.example")
                    .set("password", "password of operator")
                    .submit()
                    .follow()
                    .ok()
                    .has("Open a space");
        }
    }
}
