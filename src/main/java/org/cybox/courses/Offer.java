package org.cybox.courses;

import java.time.Instant;
import java.util.UUID;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A release that a space offers to others.
 *
 * @param tenant who offers it
 * @param withdrawnAt nobody takes it any more since then; those who run it go on
 */
public record Offer(
        UUID id,
        UUID tenant,
        UUID courseId,
        UUID releaseId,
        int releaseNumber,
        String releaseHash,
        Words title,
        Words summary,
        String languages,
        int hours,
        Instant offeredAt,
        @Nullable Instant withdrawnAt) {}
