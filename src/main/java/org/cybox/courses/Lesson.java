package org.cybox.courses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One learner before one block: what it shows, where it stands in the outline, how far they are.
 *
 * @param progress of every block of the release that was opened, by block
 * @param preview an author looks as a learner would: nothing is recorded
 */
public record Lesson(
        Enrolment enrolment, Release release, Outline.Block block, Map<UUID, BlockProgress> progress, boolean preview) {

    public UUID course() {
        return release.courseId();
    }

    public Optional<BlockProgress> mine() {
        return Optional.ofNullable(progress.get(block.id()));
    }

    public boolean done(UUID id) {
        BlockProgress there = progress.get(id);
        return there != null && there.done();
    }

    /** Blocks that must be done before this one opens and are not yet. A block that the release has not is no hurdle. */
    public List<Outline.Block> missing() {
        return missing(block);
    }

    public List<Outline.Block> missing(Outline.Block of) {
        return of.requires().stream()
                .filter(id -> !done(id))
                .map(id -> release.outline().block(id))
                .flatMap(Optional::stream)
                .toList();
    }

    public boolean locked() {
        return !preview && !missing().isEmpty();
    }

    public Optional<Outline.Block> previous() {
        List<Outline.Block> all = release.outline().blocks().toList();
        int here = all.indexOf(block);
        return here > 0 ? Optional.of(all.get(here - 1)) : Optional.empty();
    }

    public Optional<Outline.Block> next() {
        List<Outline.Block> all = release.outline().blocks().toList();
        int here = all.indexOf(block);
        return here + 1 < all.size() ? Optional.of(all.get(here + 1)) : Optional.empty();
    }

    /** open, started, done, or locked behind what is {@link #missing}. */
    public String state(Outline.Block of) {
        BlockProgress there = progress.get(of.id());
        if (there != null && there.done()) {
            return "done";
        }
        if (!preview && !missing(of).isEmpty()) {
            return "locked";
        }
        return there == null ? "open" : "started";
    }

    /** Where the reader meets a block of this release: learning it, or looking at it as its author. */
    public String address(Outline.Block of) {
        return preview ? "/courses/" + course() + "/preview/" + of.id() : "/learn/" + course() + "/" + of.id();
    }

    /** Where the outline is. */
    public String home() {
        return preview ? "/courses/" + course() : "/learn/" + course();
    }
}
