package org.cybox.courses.authoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A file of 300 MB: refused in a sentence that the person sees, and what was typed beside it is kept. */
class LargeFileTest {

    private static final long LARGE = 300L * 1024 * 1024;

    private final Cast cast = Cast.open();
    private final Author ada = Author.begins(cast.ada(), "Evidence on phones");

    @TempDir
    private Path folder;

    /** Takes no room on the disk. */
    private Path large() throws IOException {
        Path file = folder.resolve("film.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        return file;
    }

    @AfterEach
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        ServletWebServerApplicationContext context =
                (ServletWebServerApplicationContext) cast.program().context();
        Path temporary =
                ((java.io.File) context.getServletContext().getAttribute("jakarta.servlet.context.tempdir")).toPath();
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toFile().length() > 50_000_000))
                    .isEmpty();
        }
    }

    @Test
    void withScriptItIsSaidBeforeAnythingIsSent() throws IOException {
        String section = ada.section("Session one");
        try (Screen screen = Screen.of(cast.ada())) {
            Page page = screen.go(section);
            AtomicInteger sent = new AtomicInteger();
            page.onRequest(request -> sent.addAndGet(request.method().equals("POST") ? 1 : 0));
            page.locator("#title-en").fill("Typed beside a film");
            page.locator("#file").setInputFiles(large());
            Locator words = page.locator("[data-too-large]");
            assertThat(words).isVisible();
            assertThat(words).containsText("larger than 250 MB");
            page.locator(".form-end button.primary").click();
            assertThat(page.locator("#title-en")).hasValue("Typed beside a film");
            assertThat(sent).as("forms sent").hasValue(0);

            page.locator("#file").setInputFiles(new Path[0]);
            assertThat(words).isHidden();
            page.waitForNavigation(
                    () -> page.locator(".form-end button.primary").click());
            assertThat(page.locator("#title-en")).hasValue("Typed beside a film");
            assertThat(sent).hasValue(1);
            screen.quiet();
            page.locator("#file").setInputFiles(large());
            assertThat(words).isVisible();
            Axe.check(page);
        }
    }

    @Test
    void withoutScriptTheSentenceIsSeenAndWhatWasTypedIsSentAgain() throws IOException {
        String section = ada.section("Session one");
        try (Screen screen = Screen.of(cast.ada()).phone().withoutScript()) {
            Page page = screen.go(section);
            page.locator("#title-en").fill("Typed beside a film");
            page.locator("#file").setInputFiles(large());
            var answer = page.waitForNavigation(
                    new Page.WaitForNavigationOptions().setTimeout(120_000),
                    () -> page.locator(".form-end button.primary")
                            .click(new Locator.ClickOptions().setNoWaitAfter(true)));
            assertThat(answer.status()).isEqualTo(413);
            assertThat(page.locator("h1")).hasText("The file is too large");
            assertThat(page.locator("main")).containsText("up to 250 MB");
            screen.fits();
            page.locator("main form button.primary").click();
            assertThat(page.locator("#title-en")).hasValue("Typed beside a film");
        }
        assertThat(cast.ada().get(section).form(section).value("title.en")).isEqualTo("Typed beside a film");
    }

    /** A client that asks before it sends, as curl does, need not send anything. */
    @Test
    void whoAsksBeforeSendingIsRefusedAtOnce() throws IOException {
        String section = ada.section("Session one");
        URI space = URI.create(cast.space().address());
        String head = "POST " + section + " HTTP/1.1\r\nHost: " + space.getAuthority() + "\r\nCookie: __Host-session="
                + cast.ada().cookies(cast.space().address()).get("__Host-session")
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + LARGE
                + "\r\nExpect: 100-continue\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), space.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] first = socket.getInputStream().readNBytes(12);
            assertThat(new String(first, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }
}
