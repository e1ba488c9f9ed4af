package org.cybox.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cybox.platform.data.Document;
import org.jspecify.annotations.Nullable;

/**
 * One go of one learner at one test.
 *
 * @param version the block version it was begun on; it is marked by that one, whatever is released later
 * @param number 1, 2, 3 … of this learner in this test
 * @param seed from which the order of questions and answers follows
 * @param state open; expired: its time is over and it counts as it stands, what the device noted in time may still come;
 *     submitted: handed in, or nothing can come any more
 * @param score hundredths of a point, by the marks
 * @param adjusted hundredths that a trainer has set instead
 */
record Attempt(
        UUID id,
        UUID enrolmentId,
        UUID personId,
        UUID courseId,
        UUID blockId,
        UUID releaseId,
        UUID versionId,
        int number,
        long seed,
        String state,
        Instant startedAt,
        @Nullable Instant deadline,
        @Nullable Instant submittedAt,
        @Nullable Integer score,
        @Nullable Integer scoreMax,
        @Nullable Boolean passed,
        @Nullable Integer adjusted,
        Marks marks) {

    /** A slow line must not cost the last answer. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** How long after the deadline answers that were noted in time are taken. */
    static final Duration LATE = Duration.ofHours(24);

    /** Hundredths by question. */
    record Marks(Map<String, Integer> points) implements Document {
        static final Marks NONE = new Marks(Map.of());

        Marks {
            points = points == null ? Map.of() : new TreeMap<>(points);
        }

        int of(String question) {
            return points.getOrDefault(question, 0);
        }

        int sum() {
            return points.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    boolean open() {
        return state.equals("open");
    }

    boolean submitted() {
        return state.equals("submitted");
    }

    /** Time is up, the grace included. */
    boolean over(Instant now) {
        return deadline != null && now.isAfter(deadline.plus(GRACE));
    }

    /** Nothing can come any more. */
    boolean settled(Instant now) {
        return submitted() || (deadline != null && now.isAfter(deadline.plus(LATE)));
    }

    int points() {
        return adjusted != null ? adjusted : score != null ? score : 0;
    }

    int max() {
        return scoreMax == null ? 0 : scoreMax;
    }

    boolean success() {
        return Boolean.TRUE.equals(passed);
    }

    Attempt ended(String how, Instant now, Marks fresh, int max, TestContent content) {
        int total = adjusted != null ? adjusted : fresh.sum();
        return new Attempt(
                id,
                enrolmentId,
                personId,
                courseId,
                blockId,
                releaseId,
                versionId,
                number,
                seed,
                how,
                startedAt,
                deadline,
                submittedAt == null ? now : submittedAt,
                fresh.sum(),
                max,
                content.passes(total, max),
                adjusted,
                fresh);
    }

    Attempt adjusted(int hundredths, TestContent content) {
        return new Attempt(
                id,
                enrolmentId,
                personId,
                courseId,
                blockId,
                releaseId,
                versionId,
                number,
                seed,
                state,
                startedAt,
                deadline,
                submittedAt,
                score,
                scoreMax,
                content.passes(hundredths, max()),
                hundredths,
                marks);
    }

    /** Open once more. @param until null: without a limit */
    Attempt reopened(@Nullable Instant until) {
        return new Attempt(
                id,
                enrolmentId,
                personId,
                courseId,
                blockId,
                releaseId,
                versionId,
                number,
                seed,
                "open",
                startedAt,
                until,
                null,
                score,
                scoreMax,
                passed,
                null,
                marks);
    }
}
