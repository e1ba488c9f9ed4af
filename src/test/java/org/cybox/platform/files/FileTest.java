package org.cybox.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.cybox.testing.Answer;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTest {

    private static final byte[] PNG = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100"
                    + "000500010d0a2db40000000049454e44ae426082");

    private final Cast cast = Cast.open();
    private final Files files = Program.bean(Files.class);

    @Test
    void aPictureIsShownWithItsDigestAndCannotDoAnything() {
        Answer answer = cast.stranger()
                .get(stored(PNG, "Map of Accra.png", Audience.PUBLIC).address())
                .ok();
        assertThat(answer.bytes()).isEqualTo(PNG);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Content-Disposition")).startsWith("inline");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers("Content-Security-Policy"))
                .hasSize(1)
                .first()
                .asString()
                .contains("default-src 'none'", "sandbox");
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(answer.header("Cache-Control")).contains("immutable");
        String tag = answer.header("ETag");
        cast.ben()
                .with("If-None-Match", tag)
                .get(java.net.URI.create(answer.address()).getRawPath())
                .is(304);
    }

    @Test
    void whatMayHoldScriptIsOnlySaved() {
        for (String[] hostile : List.of(
                new String[] {"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "logo.svg"},
                new String[] {"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "logo.png"},
                new String[] {
                    "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "a.jpg"
                },
                new String[] {"<!doctype html><html><script>alert(1)</script></html>", "picture.png"},
                new String[] {"<html><body onload=alert(1)>", "picture.jpeg"},
                new String[] {"<?xml version=\"1.0\"?><a/>", "a.txt"},
                new String[] {"alert(1)", "a.js"},
                new String[] {"<h1>hello</h1>", "a.html"})) {
            Answer answer = cast.stranger()
                    .get(stored(hostile[0].getBytes(StandardCharsets.UTF_8), hostile[1], Audience.PUBLIC)
                            .address())
                    .ok();
            assertThat(answer.header("Content-Disposition")).as(hostile[1]).startsWith("attachment");
            assertThat(answer.header("Content-Type")).as(hostile[1]).isEqualTo("application/octet-stream");
            assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\Users\\ada\\plan.pdf|plan.pdf",
                "in\u202Egpj.exe|ingpj.exe",
                "..|file",
                "  .hidden. |hidden",
                "“quoted\".txt|“quoted.txt",
                "دليل.pdf|دليل.pdf",
                "e\u0301te\u0301.txt|été.txt",
                "<b>.txt|b.txt"
            })
    void namesAreMadeSafe(String given, String clean) {
        assertThat(FileNames.clean(given)).isEqualTo(clean);
    }

    @Test
    void aNameMakesNoHeader() {
        assertThat(FileNames.clean("a\u0000b\r\nSet-Cookie: x=1.txt")).isEqualTo("ab Set-Cookie x=1.txt");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileNames.clean("x".repeat(500) + ".docx")).hasSize(200).endsWith("x.docx");
        assertThat(FileNames.clean("😀".repeat(300)).length()).isLessThanOrEqualTo(200);
    }

    @Test
    void aNameGoesIntoTheHeaderWhole() {
        StoredFile file = stored("word".getBytes(StandardCharsets.UTF_8), "دليل “1”.txt", Audience.PUBLIC);
        Answer answer = cast.stranger().get(file.address()).ok();
        assertThat(answer.header("Content-Disposition"))
                .contains("filename*=UTF-8''%D8%AF")
                .doesNotContain("\n");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
    }

    @Test
    void sayWhatItIsByItsBytes() {
        assertThat(stored(PNG, "a.html", Audience.PUBLIC).mediaType()).isEqualTo("image/png");
        assertThat(stored("%PDF-1.7\n%".getBytes(StandardCharsets.UTF_8), "a.png", Audience.PUBLIC)
                        .mediaType())
                .isEqualTo("application/pdf");
        assertThat(stored(
                                "WEBVTT\n\n00:00.000 --> 00:01.000\nHi".getBytes(StandardCharsets.UTF_8),
                                "a.bin",
                                Audience.PUBLIC)
                        .mediaType())
                .isEqualTo("text/vtt");
        assertThat(media("preserve.webm").mediaType()).isEqualTo("video/webm");
    }

    @Test
    void aPartOfAFilmIsServed() {
        StoredFile film = media("preserve.webm");
        Answer part =
                cast.ben().with("Range", "bytes=100-199").get(film.address()).is(206);
        assertThat(part.bytes()).hasSize(100);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + film.bytes());
        assertThat(part.header("Content-Type")).isEqualTo("video/webm");
        assertThat(part.header("Content-Security-Policy")).contains("sandbox");
        cast.ben()
                .with("Range", "bytes=" + film.bytes() + "-")
                .get(film.address())
                .is(416);
        cast.ben().with("Range", "").get(film.address()).ok();
    }

    @Test
    void onlyThoseItIsForMayOpenIt() {
        String members = stored(PNG, "a.png", Audience.MEMBERS).address();
        String trainers = stored(PNG, "a.png", Audience.TRAINERS).address();
        String bens = cast.in(() -> files.store(
                        stream(PNG), "a.png", Audience.PERSON, cast.ben().person()))
                .address();
        cast.stranger().get(members).is(404);
        cast.ben().get(members).ok();
        assertThat(cast.ben().get(members).header("Cache-Control")).contains("private");
        cast.ben().get(trainers).is(404);
        cast.ada().get(trainers).ok();
        cast.ben().get(bens).ok();
        cast.ada().get(bens).is(404);
        cast.also("Dan Learner", Role.LEARNER).get(bens).is(404);
        cast.chi().get(bens).ok();
        for (String address : List.of(
                members, trainers, bens, stored(PNG, "a.png", Audience.PUBLIC).address())) {
            cast.mallory().get(address).is(404);
            cast.ben().get(address.replace("a.png", "b.png")).is(404);
        }
    }

    @Test
    void theSameBytesAreKeptOnce() {
        StoredFile one = stored(PNG, "a.png", Audience.PUBLIC);
        StoredFile two = stored(PNG, "b.png", Audience.MEMBERS);
        assertThat(one.sha256()).isEqualTo(two.sha256());
        assertThat(one.id()).isNotEqualTo(two.id());
        StoredFile three = cast.in(() -> files.adopt(one.sha256(), "c.png", "image/png", PNG.length, Audience.PUBLIC));
        cast.stranger().get(three.address()).ok();
        assertThatThrownBy(() -> cast.in(() -> files.adopt("0".repeat(64), "c.png", "image/png", 1, Audience.PUBLIC)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingStaysOfWhatIsTooLargeEmptyOrBrokenOff() throws IOException {
        assertThatThrownBy(() -> stored(new Endless(Files.LARGEST + 1), "a.bin"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("platform.file.tooLarge"));
        assertThatThrownBy(() -> stored(stream(new byte[0]), "a.bin")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> stored(new Endless(-1000), "a.bin")).hasRootCauseInstanceOf(IOException.class);
        try (Stream<Path> left =
                java.nio.file.Files.list(Program.shared().data().resolve("files/incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private StoredFile stored(byte[] bytes, String name, Audience audience) {
        return cast.in(() -> files.store(stream(bytes), name, audience, Visitor.NOBODY));
    }

    private StoredFile stored(InputStream in, String name) {
        return cast.in(() -> files.store(in, name, Audience.PUBLIC, Visitor.NOBODY));
    }

    private StoredFile media(String name) {
        Path file = Path.of("src/main/resources/seed/courses/open-source-intelligence/media", name);
        return cast.in(() -> {
            try (InputStream in = java.nio.file.Files.newInputStream(file)) {
                return files.store(in, name, Audience.MEMBERS, new UUID(0, 0));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** So many bytes; below zero so many and then the line breaks. */
    private static final class Endless extends InputStream {
        private final boolean breaks;
        private long left;

        Endless(long bytes) {
            breaks = bytes < 0;
            left = Math.abs(bytes);
        }

        @Override
        public int read() throws IOException {
            throw new IOException("one by one would take long");
        }

        @Override
        public int read(byte[] part, int from, int length) throws IOException {
            if (left == 0 && breaks) {
                throw new IOException("connection reset");
            }
            if (left == 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            left -= n;
            return n;
        }
    }
}
