package org.cybox.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of learning.
 *
 * @param person whose step it is; the ledger keeps their pseudonym only
 * @param by who did it for them - a trainer who sets a completion by hand - or null for themselves
 * @param score points in hundredths, with {@code scoreMax}, or null
 */
public record Step(
        UUID person,
        Verb verb,
        UUID course,
        @Nullable UUID release,
        @Nullable UUID block,
        @Nullable UUID attempt,
        @Nullable Integer score,
        @Nullable Integer scoreMax,
        @Nullable Boolean passed,
        @Nullable UUID by,
        String reason,
        Instant at) {

    /** The words are chosen so that xAPI can come later. */
    public enum Verb {
        ENROLLED,
        OPENED,
        PROGRESSED,
        ATTEMPTED,
        ANSWERED,
        SCORED,
        COMPLETED,
        UNCOMPLETED,
        FINISHED,
        LEFT,
        MOVED,
        CERTIFIED,
        ATTENDED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Step of(UUID person, Verb verb, UUID course, @Nullable UUID release, Instant at) {
        return new Step(person, verb, course, release, null, null, null, null, null, null, "", at);
    }

    public Step inBlock(UUID id) {
        return new Step(person, verb, course, release, id, attempt, score, scoreMax, passed, by, reason, at);
    }

    public Step inAttempt(UUID id) {
        return new Step(person, verb, course, release, block, id, score, scoreMax, passed, by, reason, at);
    }

    /** @param points hundredths; @param max hundredths */
    public Step scored(int points, int max, @Nullable Boolean success) {
        return new Step(person, verb, course, release, block, attempt, points, max, success, by, reason, at);
    }

    public Step byHand(UUID trainer, String why) {
        return new Step(person, verb, course, release, block, attempt, score, scoreMax, passed, trainer, why, at);
    }
}
