package org.cybox.courses;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A course complete in itself: what an export file, an offer and a duplicate are made of. Its form is public; a change
 * that older programs cannot read has another {@code format}.
 *
 * @param edition the release it is, or null for a draft
 * @param files everything that its content points to
 */
public record CoursePackage(
        String format,
        Words title,
        Words summary,
        Words audience,
        String languages,
        int hours,
        List<Course.Outcome> outcomes,
        String certificate,
        @Nullable Edition edition,
        List<Part> parts,
        List<PackedFile> files)
        implements Document {

    public static final String FORMAT = "cybox-course-1";

    public CoursePackage {
        format = format == null ? "" : format;
        title = title == null ? Words.NONE : title;
        summary = summary == null ? Words.NONE : summary;
        audience = audience == null ? Words.NONE : audience;
        languages = languages == null ? "" : languages;
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
        certificate = certificate == null ? "completion" : certificate;
        parts = parts == null ? List.of() : List.copyOf(parts);
        files = files == null ? List.of() : List.copyOf(files);
    }

    public record Edition(int number, String hash, String note, Instant publishedAt) {}

    /** @param trainerFiles identifiers in {@link #files()} */
    public record Part(
            UUID id,
            String kind,
            Words title,
            List<Words> outcomes,
            Words trainerNotes,
            List<UUID> trainerFiles,
            List<Block> blocks) {

        public Part {
            kind = kind == null ? "section" : kind;
            title = title == null ? Words.NONE : title;
            outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
            trainerNotes = trainerNotes == null ? Words.NONE : trainerNotes;
            trainerFiles = trainerFiles == null ? List.of() : List.copyOf(trainerFiles);
            blocks = blocks == null ? List.of() : List.copyOf(blocks);
        }
    }

    /** @param content JSON that its kind understands; @param hash of its version, or blank in a draft */
    public record Block(
            UUID id,
            String kind,
            Words title,
            int minutes,
            String completion,
            List<UUID> requires,
            Object content,
            String hash) {

        public Block {
            title = title == null ? Words.NONE : title;
            completion = completion == null ? "view" : completion;
            requires = requires == null ? List.of() : List.copyOf(requires);
            hash = hash == null ? "" : hash;
        }
    }

    /** @param audience members or trainers */
    public record PackedFile(UUID id, String sha256, String name, String mediaType, long bytes, String audience) {}

    CoursePackage titled(Words other) {
        return new CoursePackage(
                format, other, summary, audience, languages, hours, outcomes, certificate, edition, parts, files);
    }

    public Stream<Block> blocks() {
        return parts.stream().flatMap(part -> part.blocks().stream());
    }
}
