package org.cybox.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.CourseCompleted;
import org.cybox.courses.Enrolments;
import org.cybox.tenancy.Tenants;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Fixtures;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.Test;

/** What a stranger with a phone sees who scans a certificate, and what a manager does with a template. */
class CheckScreenTest {

    private final Cast cast = Cast.open();
    private final UUID course = Fixtures.publishedCourse(cast);
    private final Browser stranger =
            Browser.stranger(cast.program(), cast.program().address());

    @Test
    void aStrangerReadsWhetherACertificateIsGenuine() {
        String address = "/verify/" + certificate(cast.ben()).code();
        look(Screen.of(stranger), address, "check-genuine");
        look(Screen.of(stranger).phone().reading("ar"), address, "check-genuine-ar-phone");
        look(Screen.of(stranger).phone().dark(), address, "check-genuine-dark-phone");
    }

    @Test
    void andWhatBecameOfIt() {
        Certificate withdrawn = certificate(cast.ben());
        cast.chi()
                .post("/certificates/" + withdrawn.id() + "/revocation", "reason", "Issued by mistake")
                .is(303);
        look(Screen.of(stranger).phone().reading("ar"), "/verify/" + withdrawn.code(), "check-revoked-ar-phone");
        Certificate old = certificate(cast.ada());
        cast.chi()
                .post(
                        "/certificates/" + old.id() + "/reissue",
                        "holder",
                        "Adelaide Author",
                        "surname",
                        "Author",
                        "reason",
                        "The name was misspelt")
                .is(303);
        look(Screen.of(stranger).phone().reading("ar"), "/verify/" + old.code(), "check-replaced-ar-phone");
        look(Screen.of(stranger).phone(), "/verify/" + old.code(), "check-replaced-phone");
        look(Screen.of(stranger).phone().reading("ar"), "/verify/0000-0000-0000-0000", "check-unknown-ar-phone");
    }

    @Test
    void orIsAskedForTheSurnameFirst() {
        cast.run(() -> {
            Tenants tenants = Program.bean(Tenants.class);
            tenants.change(tenants.get(cast.space().id()).askingSurname(true));
        });
        String address = "/verify/" + certificate(cast.ben()).code();
        try (Screen screen = Screen.of(stranger).phone().reading("ar")) {
            screen.go(address);
            screen.picture("check-surname-ar-phone");
            Axe.check(screen.page());
            screen.page().fill("#surname", "Somebody");
            screen.page().click(".button.primary");
            screen.page().waitForSelector("#surname-error");
            assertThat(screen.page().inputValue("#surname")).isEqualTo("Somebody");
            screen.picture("check-surname-wrong-ar-phone");
            Axe.check(screen.page());
            screen.page().fill("#surname", "learner");
            screen.page().click(".button.primary");
            screen.page().waitForSelector(".seal.genuine");
            screen.fits();
            screen.quiet();
        }
    }

    @Test
    void orIsAskedToWait() {
        Browser curious = Browser.stranger(cast.program(), cast.program().address());
        try (Screen screen = Screen.of(curious).phone().reading("ar")) {
            // All screens of all tests come from one address: this one asks from another, so that they need not wait.
            screen.context().setExtraHTTPHeaders(Map.of(Statements.ADDRESS, "10.255.255.1"));
            for (int n = 0;
                    n < 60
                            && screen.go("/verify/0000-0000-0000-0000")
                                            .locator(".seal")
                                            .count()
                                    == 1;
                    n++) {
                screen.quiet();
            }
            screen.picture("check-wait-ar-phone");
            Axe.check(screen.page());
            screen.fits();
            assertThat(screen.page().locator("h1").innerText()).isEqualTo("حاول مرة أخرى بعد قليل");
        }
    }

    @Test
    void aManagerPutsASignatureOnATemplate() {
        String address =
                cast.chi().get("/certificates/templates").ok().all("a[href^=/certificates/templates/]").stream()
                        .map(link -> link.attr("href"))
                        .filter(href -> !href.endsWith(".pdf"))
                        .findFirst()
                        .orElseThrow();
        cast.chi()
                .get(address)
                .form("form[action^=/certificates]")
                .set("signatory.0", "Chi Nguyen")
                .upload("scan.0", "signature.png", "image/png", Scribble.png(5, true))
                .upload("logo", "logo.png", "image/png", Scribble.png(2, false))
                .submit()
                .is(303);
        look(Screen.of(cast.chi()), address, "template");
        look(Screen.of(cast.chi()).phone().reading("ar"), address, "template-ar-phone");
        look(Screen.of(cast.chi()).phone().dark(), address, "template-dark-phone");
    }

    private Certificate certificate(Browser person) {
        Enrolments enrolments = Program.bean(Enrolments.class);
        cast.run(() -> {
            enrolments.enrol(course, person.person(), "manager");
            var enrolment = enrolments.of(course, person.person()).orElseThrow();
            Program.bean(Certificates.class)
                    .on(new CourseCompleted(
                            cast.space().id(),
                            course,
                            enrolment.releaseId(),
                            enrolment.id(),
                            person.person(),
                            Instant.now()));
        });
        return cast.in(() -> Program.bean(CertificateStore.class).ofPerson(person.person()))
                .getFirst();
    }

    private static void look(Screen screen, String path, String name) {
        try (screen) {
            screen.go(path);
            screen.picture(name);
            Axe.check(screen.page());
            screen.fits();
            screen.quiet();
        }
    }
}
