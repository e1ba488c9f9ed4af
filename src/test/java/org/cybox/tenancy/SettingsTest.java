package org.cybox.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Form;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Cast cast = Cast.open();

    @Test
    void whatAManagerSavesIsSeenAtOnce() {
        form().set("name.en", "Court School")
                .set("welcome.ar", "مرحبًا بكم")
                .set("accentText", "#7a1f3d")
                .submit()
                .is(303);
        Answer front = cast.stranger().get("/").ok().has("Court School");
        assertThat(cast.stranger()
                        .get(front.one("link[href^=/brand.css]").attr("href"))
                        .body())
                .contains("--accent:#7a1f3d")
                .contains("--accent-dark:#");
        cast.stranger().get("/?lang=ar").ok().has("مرحبًا بكم");
    }

    @Test
    void aPaleColourIsRefusedWithOneThatCanBeRead() {
        Answer again = form().set("accentText", "#ffcc00")
                .set("name.en", "Typed")
                .submit()
                .is(422)
                .has("too pale");
        Form kept = again.form("form[action=/settings]");
        assertThat(kept.value("name.en")).isEqualTo("Typed");
        kept.submit("[name=suggested]").is(303);
        cast.stranger().get("/").ok().has("Typed");
    }

    @Test
    void ofTwoManagersNobodyLosesAnything() {
        Form first = form();
        Form second = form();
        first.set("name.en", "Name of the first").submit().is(303);
        Answer both = second.set("name.en", "Name of the second")
                .set("welcome.en", "Long typed text")
                .submit();
        both.is(422).has("Somebody else changed these settings").has("Name of the first");
        Form again = both.form("form[action=/settings]");
        assertThat(again.value("name.en")).isEqualTo("Name of the second");
        assertThat(again.value("welcome.en")).isEqualTo("Long typed text");
        again.submit().is(303);
        cast.stranger().get("/").ok().has("Name of the second").has("Long typed text");
    }

    @Test
    void languagesAreTagsInTheirOrder() {
        form().set("languages", "fr, english!").submit().is(422).has("not a language tag");
        form().set("languages", " ").submit().is(422);
        form().set("languages", "sr-Latn, sr-Cyrl, en").submit().is(303);
        Answer page = cast.chi().get("/settings").ok();
        assertThat(page.all("input[name=name.sr-Cyrl]")).hasSize(1);
        assertThat(page.one("input[name=languages]").val()).isEqualTo("sr-Latn, sr-Cyrl, en");
    }

    @Test
    void aLogoIsDrawnAnew() throws IOException {
        logo("logo.png", picture("png", 1200, 300)).is(303);
        String address = cast.stranger().get("/").one(".brand img").attr("src");
        BufferedImage shown = ImageIO.read(
                new ByteArrayInputStream(cast.stranger().get(address).ok().bytes()));
        assertThat(shown.getWidth()).isEqualTo(480);
        assertThat(shown.getHeight()).isEqualTo(120);
        cast.chi().post("/settings/logo/removal").is(303);
        cast.stranger().get("/brand/logo").is(404);
    }

    @Test
    void aWebPLogoBecomesAPngThatMailsAndPapersCanShow() throws IOException {
        for (String kind : List.of("clear.webp", "photo.webp")) {
            byte[] bytes = Files.readAllBytes(Path.of("src", "test", "resources", "pictures", kind));
            logo("logo.png", bytes).is(303);
            Answer shown = cast.stranger()
                    .get(cast.stranger().get("/").one(".brand img").attr("src"))
                    .ok();
            assertThat(shown.header("Content-Type")).isEqualTo("image/png");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
            assertThat(picture.getWidth()).isEqualTo(60);
            assertThat(picture.getHeight()).isEqualTo(40);
            assertThat(picture.getRGB(30, 20) & 0xff).as("blue in the middle").isGreaterThan(200);
            assertThat(picture.getRGB(0, 0) >>> 24)
                    .as("clear at the edge")
                    .isEqualTo(kind.equals("clear.webp") ? 0 : 255);
        }
        byte[] broken = Files.readAllBytes(Path.of("src", "test", "resources", "pictures", "photo.webp"));
        logo("logo.webp", java.util.Arrays.copyOf(broken, broken.length / 2)).is(422);
    }

    @Test
    void aSpaceLivesByTheClocksOfItsPlace() {
        form().set("timeZone", "Mars/Olympus").submit().is(422).has("Choose a place");
        form().set("timeZone", "Pacific/Auckland").submit().is(303);
        Answer page = cast.chi().get("/settings").ok();
        assertThat(page.one("select[name=timeZone] option[selected]").text()).isEqualTo("New Zealand – Auckland");
        assertThat(cast.chi()
                        .reading("fr")
                        .get("/settings")
                        .one("select[name=timeZone] option[selected]")
                        .text())
                .isEqualTo("Nouvelle-Zélande – Auckland");
        assertThat(cast.ben().get("/me").ok().text()).containsPattern("GMT\\+1[23]");
        assertThat(cast.chi().with("Accept-Encoding", "gzip").get("/settings").bytes())
                .as("with all the places of the world")
                .hasSizeLessThan(15_000);
        cast.chi().with("Accept-Encoding", "");
    }

    @Test
    void whatIsNoPictureIsNoLogo() throws IOException {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        logo("logo.svg", svg.getBytes(StandardCharsets.UTF_8)).is(422).has("SVG");
        logo("logo.png", svg.getBytes(StandardCharsets.UTF_8)).is(422).has("SVG");
        logo("logo.png", "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .is(422);
        logo("logo.png", picture("gif", 20, 20)).is(422).has("not a PNG, JPEG or WebP");
        logo("logo.png", new byte[600_000]).is(422).has("too large");
        byte[] broken = picture("png", 50, 50);
        logo("logo.png", java.util.Arrays.copyOf(broken, 40)).is(422);
        cast.stranger().get("/brand/logo").is(404);
    }

    @Test
    void aManagerFindsThePlaceByKeyboardOnAPhone() {
        for (Screen screen : List.of(
                Screen.of(cast.chi()),
                Screen.of(cast.chi()).phone().reading("ar"),
                Screen.of(cast.chi()).phone().dark())) {
            try (screen) {
                screen.go("/settings").focus("#timeZone");
                screen.picture("settings-" + screen.page().locator("html").getAttribute("lang")
                        + screen.page().viewportSize().width);
                Axe.check(screen.page());
                screen.fits();
                screen.quiet();
            }
        }
    }

    @Test
    void onlyManagersOfTheSpaceMaySave() {
        cast.ada().get("/settings").is(403);
        cast.ben().post("/settings", "name.en", "Mine").is(403);
        cast.stranger().get("/settings").is(303);
        cast.mallory()
                .at(cast.space().address())
                .post("/settings", "name.en", "Mine")
                .is(401);
        cast.stranger().get("/").ok().has("Academy");
    }

    private Form form() {
        return cast.chi().get("/settings").ok().form("form[action=/settings]");
    }

    private Answer logo(String name, byte[] bytes) {
        return cast.chi()
                .get("/settings")
                .form("/settings/logo")
                .upload("logo", name, "image/png", bytes)
                .submit();
    }

    private static byte[] picture(String kind, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
        return out.toByteArray();
    }
}
