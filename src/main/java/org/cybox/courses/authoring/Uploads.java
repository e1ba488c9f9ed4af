package org.cybox.courses.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that authors bring. What a file is is read from its bytes, not from what the sender says. */
@Component
class Uploads {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/webp", "image/gif");

    private final Files files;

    Uploads(Files files) {
        this.files = files;
    }

    List<StoredFile> all(@Nullable List<MultipartFile> sent, Audience audience) {
        return sent == null
                ? List.of()
                : sent.stream().flatMap(one -> any(one, audience).stream()).toList();
    }

    /** Empty when the field was left empty. */
    Optional<StoredFile> any(@Nullable MultipartFile sent, Audience audience) {
        if (sent == null
                || sent.getOriginalFilename() == null
                || sent.getOriginalFilename().isBlank()) {
            return Optional.empty();
        }
        try (InputStream in = sent.getInputStream()) {
            return Optional.of(files.store(in, sent.getOriginalFilename(), audience, Visitor.NOBODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Video or sound; a container for video may hold sound alone. Refused in that field when it is neither. */
    Optional<StoredFile> clip(@Nullable MultipartFile sent, String field) {
        return any(sent, Audience.MEMBERS).map(stored -> {
            boolean plays = stored.mediaType().startsWith("video/")
                    || stored.mediaType().startsWith("audio/")
                    || stored.mediaType().equals("application/ogg");
            return plays ? stored : refuse(field, "courses.media.notMedia");
        });
    }

    Optional<StoredFile> picture(@Nullable MultipartFile sent, String field) {
        return any(sent, Audience.MEMBERS)
                .map(stored ->
                        PICTURES.contains(stored.mediaType()) ? stored : refuse(field, "courses.media.notPicture"));
    }

    /** WebVTT (W3C) begins with its name. */
    Optional<StoredFile> captions(@Nullable MultipartFile sent, String field) {
        return any(sent, Audience.MEMBERS)
                .map(stored -> webvtt(stored) ? stored : refuse(field, "courses.media.notVtt"));
    }

    private boolean webvtt(StoredFile stored) {
        try (InputStream in = files.open(stored)) {
            String head = new String(in.readNBytes(9), java.nio.charset.StandardCharsets.UTF_8);
            return head.replace("\ufeff", "").startsWith("WEBVTT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredFile refuse(String field, String key) {
        throw new Refused(field, key);
    }
}
