package org.cybox.courses;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An activity of the draft. Its identifier is its block's, for life: in every release, in the ledger.
 *
 * @param kind which {@link ActivityKind} it is
 * @param minutes how long it takes a learner
 * @param completion when it counts as done: view, button, submit, pass, or none (does not count)
 * @param requires blocks that must be done before it opens
 * @param content JSON that the kind understands
 * @param revision grows with every change; a change made on an older one is refused and both are shown
 * @param origin the block and content it was copied from
 */
public record Activity(
        UUID id,
        UUID courseId,
        UUID sectionId,
        int position,
        String kind,
        Words title,
        int minutes,
        String completion,
        Blocks requires,
        String content,
        int revision,
        From origin,
        @Nullable UUID changedBy,
        Instant changedAt) {

    public record Blocks(List<UUID> list) implements Document {
        public static final Blocks NONE = new Blocks(List.of());

        public Blocks {
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    /** What a copied activity was when it was copied: the ground for merging later releases of its source. */
    public record From(@Nullable UUID block, @Nullable String hash) implements Document {
        public static final From NOWHERE = new From(null, null);
    }

    public Activity saying(Words otherTitle, String otherContent) {
        return new Activity(
                id,
                courseId,
                sectionId,
                position,
                kind,
                otherTitle,
                minutes,
                completion,
                requires,
                otherContent,
                revision,
                origin,
                changedBy,
                changedAt);
    }

    public Activity ruled(int otherMinutes, String otherCompletion, Blocks others) {
        return new Activity(
                id,
                courseId,
                sectionId,
                position,
                kind,
                title,
                otherMinutes,
                otherCompletion,
                others,
                content,
                revision,
                origin,
                changedBy,
                changedAt);
    }

    /** As one saw it when the form was opened, so that a change in between is noticed. */
    public Activity at(int otherRevision) {
        return new Activity(
                id,
                courseId,
                sectionId,
                position,
                kind,
                title,
                minutes,
                completion,
                requires,
                content,
                otherRevision,
                origin,
                changedBy,
                changedAt);
    }

    Activity of(UUID course) {
        return new Activity(
                id,
                course,
                sectionId,
                position,
                kind,
                title,
                minutes,
                completion,
                requires,
                content,
                revision,
                origin,
                changedBy,
                changedAt);
    }
}
