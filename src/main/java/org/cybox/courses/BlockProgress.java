package org.cybox.courses;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one learner is with one block.
 *
 * @param state opened, started or done
 * @param score hundredths of {@code scoreMax}, for what gives points
 * @param place where in it they left: seconds of a video, a page; what the kind wants
 * @param byHand a trainer set it
 */
public record BlockProgress(
        UUID blockId,
        String state,
        @Nullable Integer score,
        @Nullable Integer scoreMax,
        @Nullable Boolean passed,
        Instant openedAt,
        Instant seenAt,
        @Nullable Instant doneAt,
        boolean byHand,
        String place) {

    public boolean done() {
        return state.equals("done");
    }
}
