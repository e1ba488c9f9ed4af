package org.cybox.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last answer to a question.
 *
 * @param notedAt when the device noted it, by the server's clock; null when it came with a form
 * @param late it reached us after the deadline
 */
record Answer(
        String questionId,
        Given given,
        long sequence,
        @Nullable Instant notedAt,
        boolean late,
        Instant at) {}
