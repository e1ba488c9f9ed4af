package org.cybox.certification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * How certificates of one kind look.
 *
 * @param kind attendance, completion or trainer
 * @param languages one tag, or two that stand side by side; "*" for the learner's own language
 * @param title "Certificate of completion"
 * @param body sentences with {@code {name}}, {@code {course}}, {@code {hours}}, {@code {date}} in them
 * @param usual the one that is used for its kind
 */
record Template(
        UUID id,
        String kind,
        String name,
        String languages,
        Words title,
        Words body,
        Signatories signatories,
        Logos logos,
        boolean usual,
        int revision,
        Instant changedAt) {

    record Signatories(List<Signatory> list) implements Document {
        Signatories {
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    /** @param picture SHA-256 of a scanned signature in the store, or null */
    record Signatory(String name, Words role, @Nullable String picture) {}

    record Logos(List<Logo> list) implements Document {
        Logos {
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    /** @param sha256 of a picture in the store; @param type its media type; @param of whose logo it is */
    record Logo(String sha256, String type, String of) {}

    /** The media type of a picture of this template; empty for any other file. */
    Optional<String> typeOf(String sha256) {
        boolean signature = signatories.list().stream().anyMatch(one -> sha256.equals(one.picture()));
        return signature
                ? Optional.of("image/png")
                : logos.list().stream()
                        .filter(logo -> logo.sha256().equals(sha256))
                        .map(Logo::type)
                        .findFirst();
    }

    /** The languages of a sheet for someone who reads {@code reader}. */
    List<String> languagesFor(String reader) {
        List<String> fixed = Languages.list(languages);
        return fixed.isEmpty() ? List.of(reader) : fixed;
    }
}
