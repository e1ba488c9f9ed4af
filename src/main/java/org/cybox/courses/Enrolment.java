package org.cybox.courses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a course, on one release: it does not change under them.
 *
 * @param state requested, active, completed, left or refused
 * @param via open, key, approval, manager or csv
 * @param done blocks done, of {@code total} that count
 * @param lastBlock where they left
 */
public record Enrolment(
        UUID id,
        UUID courseId,
        UUID personId,
        UUID releaseId,
        String state,
        String via,
        Instant enrolledAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant seenAt,
        @Nullable UUID lastBlock,
        int done,
        int total,
        @Nullable Instant completedAt,
        String reason) {

    /** May learn: active, or completed and looking back. */
    public boolean learning() {
        return state.equals("active") || state.equals("completed");
    }

    Enrolment in(String otherState, String why) {
        return new Enrolment(
                id,
                courseId,
                personId,
                releaseId,
                otherState,
                via,
                enrolledAt,
                dueOn,
                seenAt,
                lastBlock,
                done,
                total,
                completedAt,
                why);
    }

    /** A course that was completed and is not any more goes on; when it was first completed is kept. */
    Enrolment reached(int doneNow, int totalNow, boolean complete, @Nullable Instant firstCompleted) {
        String next = learning() ? (complete ? "completed" : "active") : state;
        return new Enrolment(
                id,
                courseId,
                personId,
                releaseId,
                next,
                via,
                enrolledAt,
                dueOn,
                seenAt,
                lastBlock,
                doneNow,
                totalNow,
                firstCompleted,
                reason);
    }

    Enrolment on(UUID otherRelease) {
        return new Enrolment(
                id,
                courseId,
                personId,
                otherRelease,
                state,
                via,
                enrolledAt,
                dueOn,
                seenAt,
                lastBlock,
                done,
                total,
                completedAt,
                reason);
    }

    Enrolment due(@Nullable LocalDate day) {
        return new Enrolment(
                id,
                courseId,
                personId,
                releaseId,
                state,
                via,
                enrolledAt,
                day,
                seenAt,
                lastBlock,
                done,
                total,
                completedAt,
                reason);
    }
}
