package org.cybox.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cybox.courses.CourseCompleted;
import org.cybox.courses.Enrolments;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Fixtures;
import org.junit.jupiter.api.Test;

/** From a completed course to a stranger who checks the paper. */
class CertificateTest {

    private final Cast cast = Cast.open();
    private final UUID course = Fixtures.publishedCourse(cast);

    @Test
    void aCompletedCourseGivesACertificateThatAStrangerCanCheck() {
        Certificate certificate = completed();

        Answer mine = cast.ben().get("/certificates").ok();
        assertThat(mine.text()).contains(certificate.number());
        Answer page = cast.ben().get("/certificates/" + certificate.id()).ok();
        page.has("Certificate of completion").has(certificate.number());

        stranger()
                .get("/verify/" + certificate.code())
                .ok()
                .has("genuine")
                .has("Ben Learner")
                .has(certificate.number());
        stranger()
                .get("/verify?code=" + certificate.code().replace("-", " ").toLowerCase(java.util.Locale.ROOT))
                .follow()
                .has("genuine");
    }

    @Test
    void thePdfIsDrawnAndOnlyTheLearnerAndTheManagerGetIt() {
        Certificate certificate = completed();
        UUID file = Eventually.find(
                "the PDF",
                () -> java.util.Optional.ofNullable(cast.in(
                        () -> store().find(certificate.id()).orElseThrow().fileId())));

        String address = "/files/" + file + "/" + certificate.number() + ".pdf";
        assertThat(cast.ben().get(address).ok().header("Content-Type")).isEqualTo("application/pdf");
        cast.chi().get(address).ok();
        cast.mallory().get(address).is(404);
        cast.also("Zoe Other", org.cybox.platform.web.Role.LEARNER).get(address).is(404);
    }

    @Test
    void completingTwiceGivesOneCertificate() {
        completed();
        complete();
        assertThat(cast.in(() -> store().ofPerson(cast.ben().person()))).hasSize(1);
    }

    @Test
    void aWithdrawnCertificateSaysSoAndWhyInPublic() {
        Certificate certificate = completed();

        cast.chi()
                .post("/certificates/" + certificate.id() + "/revocation", "reason", " ")
                .is(422)
                .has("Give a reason");
        cast.chi()
                .post("/certificates/" + certificate.id() + "/revocation", "reason", "Issued by mistake")
                .is(303);

        stranger()
                .get("/verify/" + certificate.code())
                .ok()
                .has("withdrawn")
                .has("Issued by mistake")
                .hasNot("genuine");
        cast.chi()
                .post("/certificates/" + certificate.id() + "/revocation", "reason", "again")
                .is(422);
        cast.ada()
                .post("/certificates/" + certificate.id() + "/revocation", "reason", "x")
                .is(403);
    }

    @Test
    void aMisspeltNameIsIssuedAgainAndTheOldPaperSaysItWasReplaced() {
        Certificate old = completed();
        Answer answer = cast.chi()
                .post(
                        "/certificates/" + old.id() + "/reissue",
                        "holder",
                        "Benjamin Learner",
                        "surname",
                        "Learner",
                        "reason",
                        "Name was misspelt")
                .is(303);
        UUID id = UUID.fromString(answer.location().substring(answer.location().lastIndexOf('/') + 1));
        Certificate fresh = cast.in(() -> store().find(id).orElseThrow());

        assertThat(fresh.code()).isNotEqualTo(old.code());
        stranger().get("/verify/" + fresh.code()).ok().has("genuine").has("Benjamin Learner");
        stranger().get("/verify/" + old.code()).ok().has("replaced").hasNot("Ben Learner");
    }

    @Test
    void anInstitutionMayAskForTheSurnameFirst() {
        cast.run(() -> {
            Tenants tenants = cast.program().get(Tenants.class);
            Tenant tenant = tenants.get(cast.space().id());
            tenants.change(tenant.askingSurname(true));
        });
        Certificate certificate = completed();
        String address = "/verify/" + certificate.code();

        stranger().get(address).ok().hasNot("Ben Learner").hasNot(certificate.number());
        stranger().post(address, "surname", "Somebody").is(422).hasNot("Ben Learner");
        stranger().post(address, "surname", " lEarner ").ok().has("Ben Learner").has("genuine");
    }

    @Test
    void nobodyElseSeesACertificateInTheSpace() {
        Certificate certificate = completed();
        cast.trudy().get("/certificates/" + certificate.id()).is(404);
        cast.mallory().get("/certificates/" + certificate.id()).is(404);
        cast.also("Zoe Other", org.cybox.platform.web.Role.LEARNER)
                .get("/certificates/" + certificate.id())
                .is(404);
        cast.stranger().get("/certificates/" + certificate.id()).is(303);
    }

    @Test
    void anUnknownCodeIsNotFoundInAClearSentence() {
        stranger().get("/verify/0000-0000-0000-0000").is(404).has("No certificate has this code");
        stranger().get("/verify/%3Cscript%3E").is(404).hasNot("<script>");
        stranger().get("/verify").ok().has("Check a certificate");
    }

    @Test
    void attendanceIsIssuedByHandToThoseChosen() {
        cast.run(() -> enrolments().enrol(course, cast.ben().person(), "manager"));

        cast.ada().get("/courses/" + course + "/certificates").ok().has("Ben Learner");
        cast.ada()
                .post("/courses/" + course + "/certificates", "kind", "attendance")
                .is(422);
        cast.ada()
                .post(
                        "/courses/" + course + "/certificates",
                        "kind",
                        "attendance",
                        "people",
                        cast.ben().person())
                .is(303);
        assertThat(cast.in(() -> store().ofPerson(cast.ben().person())))
                .extracting(Certificate::kind)
                .containsExactly("attendance");
    }

    /** What other tests make the program look up again - who asks, and where - is left out. */
    private static List<String> ofTheIssue(Answer answer) {
        return answer.statements().stream()
                .filter(sql ->
                        Stream.of("set_config", "tenancy.tenant", "identity.").noneMatch(sql::contains))
                .toList();
    }

    @Test
    void aClassGetsItsTrainerCertificatesInAsManyStatementsAsTwoPeople() {
        List<UUID> people = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            people.add(cast.also("P" + n + " Person", org.cybox.platform.web.Role.LEARNER)
                    .person());
        }
        cast.run(() -> people.forEach(person -> enrolments().enrol(course, person, "manager")));

        issue(people.subList(0, 1));
        int two = ofTheIssue(issue(people.subList(1, 3))).size();
        Answer rest = issue(people.subList(3, 12));
        assertThat(ofTheIssue(rest)).hasSizeLessThanOrEqualTo(two);

        List<Certificate> issued =
                cast.in(() -> store().page(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), "", "", 50));
        assertThat(issued)
                .hasSize(12)
                .allMatch(certificate -> certificate.kind().equals("trainer"));
        assertThat(issued)
                .extracting(certificate -> Integer.parseInt(certificate.number().replaceAll(".*-", "")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 12).boxed().toList());
        Certificate last = issued.getFirst();
        stranger().get("/verify/" + last.code()).ok().has("genuine").has(last.holder());
        Eventually.isTrue(
                "all PDFs",
                () -> issued.stream()
                        .allMatch(certificate ->
                                cast.in(() -> store().find(certificate.id()).orElseThrow())
                                                .fileId()
                                        != null));
        assertThat(cast.in(() ->
                        cast.program().get(org.cybox.platform.audit.Audit.class).of(last.id())))
                .hasSize(1);
    }

    private Answer issue(List<UUID> people) {
        Object[] fields = Stream.concat(
                        Stream.of("kind", "trainer"), people.stream().flatMap(id -> Stream.of("people", id)))
                .toArray();
        return cast.ada().post("/courses/" + course + "/certificates", fields).is(303);
    }

    @Test
    void tooManyChecksFromOneAddressAreAskedToWait() {
        Browser curious = stranger();
        Answer answer = curious.get("/verify/0000-0000-0000-0000");
        for (int n = 0; n < 60 && answer.status() == 404; n++) {
            answer = curious.get("/verify/0000-0000-0000-0000");
        }
        answer.is(429).has("Too many checks");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        stranger().get("/verify/0000-0000-0000-0000").is(404);
    }

    @Test
    void aTemplateIsChangedAndLaterCertificatesFollowIt() {
        String address =
                cast.chi().get("/certificates/templates").ok().all("a[href^=/certificates/templates/]").stream()
                        .map(link -> link.attr("href"))
                        .filter(href -> cast.chi().get(href).html().title().contains("completion"))
                        .findFirst()
                        .orElseThrow();
        cast.chi()
                .get(address)
                .form("form[action^=/certificates]")
                .set("title.en", "Diploma of honour")
                .submit()
                .is(303);
        Certificate certificate = completed();
        assertThat(certificate.sheet().title().in("en")).isEqualTo("Diploma of honour");
        cast.chi()
                .get(address)
                .form("form[action^=/certificates]")
                .set("body.en", "without a name")
                .submit()
                .is(422);
        assertThat(cast.chi().get(address + "/preview.pdf").ok().header("Content-Type"))
                .isEqualTo("application/pdf");
        cast.ada().get(address).is(403);
    }

    private Certificate completed() {
        cast.run(() -> enrolments().enrol(course, cast.ben().person(), "manager"));
        complete();
        return cast.in(() -> store().ofPerson(cast.ben().person())).getFirst();
    }

    private void complete() {
        cast.run(() -> {
            var enrolment = enrolments().of(course, cast.ben().person()).orElseThrow();
            cast.program()
                    .get(Certificates.class)
                    .on(new CourseCompleted(
                            cast.space().id(),
                            course,
                            enrolment.releaseId(),
                            enrolment.id(),
                            cast.ben().person(),
                            Instant.now()));
        });
    }

    private Browser stranger() {
        return Browser.stranger(cast.program(), cast.program().address());
    }

    private CertificateStore store() {
        return cast.program().get(CertificateStore.class);
    }

    private Enrolments enrolments() {
        return cast.program().get(Enrolments.class);
    }
}
