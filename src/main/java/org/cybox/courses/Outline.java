package org.cybox.courses;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Words;

/** The table of contents of a release, as it was published. Immutable, so it may be kept in memory by release. */
public record Outline(List<Part> parts) implements Document {

    public Outline {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** @param kind section, day or session; @param trainerNotes and trainerFiles are for trainers only */
    public record Part(
            UUID id,
            String kind,
            Words title,
            List<Words> outcomes,
            Words trainerNotes,
            List<UUID> trainerFiles,
            List<Block> blocks) {}

    /** @param version the block version that this release shows; @param completion see {@link Activity} */
    public record Block(
            UUID id, UUID version, String kind, Words title, int minutes, String completion, List<UUID> requires) {

        /** It must be done for the course to be complete. */
        public boolean counts() {
            return !completion.equals("none");
        }
    }

    public Stream<Block> blocks() {
        return parts.stream().flatMap(part -> part.blocks().stream());
    }

    public Optional<Block> block(UUID id) {
        return blocks().filter(block -> block.id().equals(id)).findFirst();
    }

    public int counting() {
        return (int) blocks().filter(Block::counts).count();
    }
}
