package org.cybox.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.cybox.courses.CourseCompleted;
import org.cybox.courses.Enrolments;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Fixtures;
import org.cybox.testing.Form;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;

/** Scanned signatures and logos of a template. */
class TemplateTest {

    private final Cast cast = Cast.open();
    private final String address = template(cast.chi());

    @Test
    void aScannedSignatureStandsAboveItsNameOnLaterCertificates() throws IOException {
        sign("Chi Nguyen", Scribble.png(4, true)).is(303);

        Answer page = cast.chi().get(address).ok();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                cast.chi().get(page.one("img.paper").attr("src")).ok().bytes()));
        assertThat(shown.getWidth()).as("the clear paper is cut away").isBetween(350, 480);
        assertThat(shown.getRGB(0, 0) >>> 24).as("still clear").isZero();
        Sheet sheet = issued().sheet();
        assertThat(sheet.signatories()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Chi Nguyen");
            assertThat(page.one("img.paper").attr("src")).endsWith(String.valueOf(one.picture()));
        });
        assertThat(cast.chi().get(address + "/preview.pdf").ok().bytes().length).isGreaterThan(10_000);
    }

    @Test
    void anIssuedCertificateKeepsItsSignatureWhateverBecomesOfTheTemplate() {
        sign("Chi Nguyen", Scribble.png(4, true)).is(303);
        Certificate before = issued();

        sign("Dan Successor", Scribble.png(7, false)).is(303);
        cast.chi()
                .get(address)
                .form("form[action^=/certificates]")
                .tick("dropScan.0", "true")
                .submit()
                .is(303);
        assertThat(cast.chi().get(address).all("img.paper")).isEmpty();

        Certificate after = cast.in(() -> store().find(before.id()).orElseThrow());
        assertThat(after.sheet()).isEqualTo(before.sheet());
        assertThat(Program.bean(SheetPrinter.class).print(after, "https://training.example"))
                .hasSizeGreaterThan(10_000);
        Answer reissued = cast.chi()
                .post(
                        "/certificates/" + before.id() + "/reissue",
                        "holder",
                        "Benjamin Learner",
                        "surname",
                        "Learner",
                        "reason",
                        "Misspelt")
                .is(303);
        UUID id = UUID.fromString(reissued.location().replaceAll(".*/", ""));
        assertThat(cast.in(() -> store().find(id).orElseThrow()).sheet()).isEqualTo(before.sheet());
    }

    @Test
    void jpegAndWebPAreTakenAndWhatIsNoPictureIsNot() throws IOException {
        sign("Chi Nguyen", Files.readAllBytes(Path.of("src", "test", "resources", "pictures", "photo.webp")))
                .is(303);
        Answer refused = sign(
                        "Chi Nguyen", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
                .is(422);
        assertThat(refused.one("#scan-error-0").text()).contains("SVG");
        assertThat(refused.form("form[action^=/certificates]").value("signatory.0"))
                .isEqualTo("Chi Nguyen");
        assertThat(refused.all("img.paper")).as("the one before is still there").hasSize(1);
        sign("Chi Nguyen", new byte[1_100_000]).is(422).has("too large");
        byte[] blank = blank();
        sign("Chi Nguyen", blank).is(422).has("white or clear all over");
        byte[] cut = java.util.Arrays.copyOf(Scribble.png(4, true), 300);
        sign("Chi Nguyen", cut).is(422).has("cannot be read");
    }

    @Test
    void aFormMayNameNoPictureOfAnotherTemplate() {
        sign("Chi Nguyen", Scribble.png(4, true)).is(303);
        String picture = cast.chi().get(address).one("img.paper").attr("src").replaceAll(".*/", "");
        String elsewhere = template(cast.mallory());

        cast.mallory()
                .get(elsewhere)
                .form("form[action^=/certificates]")
                .set("signatory.0", "Mallory")
                .force("picture.0", picture)
                .submit()
                .is(303);
        assertThat(cast.mallory().get(elsewhere).all("img.paper")).isEmpty();
        cast.mallory().get(elsewhere + "/pictures/" + picture).is(404);
        cast.mallory().get(address + "/pictures/" + picture).is(404);
        cast.ada().get(address + "/pictures/" + picture).is(403);
        cast.ben().get(address + "/pictures/" + picture).is(403);
        cast.stranger().get(address + "/pictures/" + picture).is(303);
    }

    @Test
    void aLogoInWebPIsDrawnAnewAsPng() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("src", "test", "resources", "pictures", "clear.webp"));
        cast.chi()
                .get(address)
                .form("form[action^=/certificates]")
                .upload("logo", "logo.webp", "image/webp", webp)
                .submit()
                .is(303);
        Answer page = cast.chi().get(address).ok();
        Answer logo = cast.chi().get(page.one("img.paper").attr("src")).ok();
        assertThat(logo.header("Content-Type")).isEqualTo("image/png");
        assertThat(issued().sheet().logos()).hasSize(1);
    }

    private Answer sign(String name, byte[] scan) {
        Form form = cast.chi().get(address).ok().form("form[action^=/certificates]");
        return form.set("signatory.0", name)
                .upload("scan.0", "signature.png", "image/png", scan)
                .submit();
    }

    private static String template(Browser manager) {
        return manager.get("/certificates/templates").ok().all("a[href^=/certificates/templates/]").stream()
                .map(link -> link.attr("href"))
                .filter(href -> !href.endsWith(".pdf"))
                .filter(href -> manager.get(href).title().contains("completion"))
                .findFirst()
                .orElseThrow();
    }

    private Certificate issued() {
        UUID course = Fixtures.publishedCourse(cast);
        Enrolments enrolments = Program.bean(Enrolments.class);
        cast.run(() -> enrolments.enrol(course, cast.ben().person(), "manager"));
        cast.run(() -> {
            var enrolment = enrolments.of(course, cast.ben().person()).orElseThrow();
            Program.bean(Certificates.class)
                    .on(new CourseCompleted(
                            cast.space().id(),
                            course,
                            enrolment.releaseId(),
                            enrolment.id(),
                            cast.ben().person(),
                            Instant.now()));
        });
        return cast.in(() -> store().ofPerson(cast.ben().person())).getFirst();
    }

    private static CertificateStore store() {
        return Program.bean(CertificateStore.class);
    }

    private static byte[] blank() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }
}
