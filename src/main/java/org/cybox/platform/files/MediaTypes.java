package org.cybox.platform.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;

/** What a file is, told by its bytes. A name can only make that more precise (a zip is a docx), never contradict it. */
final class MediaTypes {

    private static final Tika TIKA = new Tika();

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif", "image/avif");

    /** Sound and film that browsers play; anything else of their families is saved. */
    private static final Set<String> INLINE = Set.of("application/pdf", "text/plain", "text/vtt");

    /** May contain script, so they are never even named to a browser. */
    private static final Set<String> ACTIVE_ENDINGS =
            Set.of("html", "xml", "javascript", "ecmascript", "x-shockwave-flash");

    private MediaTypes() {}

    static String detect(Path file, String name) throws IOException {
        try (InputStream in = new BufferedInputStream(java.nio.file.Files.newInputStream(file), 1 << 16)) {
            String type = TIKA.detect(in, name);
            return type.equals("text/plain") && captions(file) ? "text/vtt" : playable(type);
        }
    }

    private static boolean captions(Path file) throws IOException {
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            String head = new String(in.readNBytes(9), java.nio.charset.StandardCharsets.UTF_8);
            return head.startsWith("WEBVTT") || head.startsWith("\uFEFFWEBVTT");
        }
    }

    /** The names that browsers know. */
    private static String playable(String type) {
        return switch (type) {
            case "application/x-matroska" -> "video/webm";
            case "audio/vorbis", "audio/opus", "audio/x-opus+ogg", "application/ogg" -> "audio/ogg";
            case "audio/vnd.wave", "audio/x-wav" -> "audio/wav";
            case "application/mp4", "video/x-m4v" -> "video/mp4";
            case "video/theora", "video/x-theora+ogg" -> "video/ogg";
            default -> type;
        };
    }

    static boolean picture(String type) {
        return PICTURES.contains(type);
    }

    static boolean inline(String type) {
        return picture(type) || INLINE.contains(type) || type.startsWith("audio/") || type.startsWith("video/");
    }

    /** What a browser is told: the truth for what it may show or hand to a program, else "some bytes". */
    static String served(String type) {
        boolean active = type.endsWith("+xml") || ACTIVE_ENDINGS.stream().anyMatch(type::endsWith);
        if (active) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") ? type + ";charset=UTF-8" : type;
    }
}
