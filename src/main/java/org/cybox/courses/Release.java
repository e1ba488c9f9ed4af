package org.cybox.courses;

import java.time.Instant;
import java.util.UUID;
import org.cybox.platform.text.Words;

/**
 * What learners, attempts and certificates point to: an immutable list of block versions and the outline around them.
 *
 * @param number 1, 2, 3 … in its course
 * @param hash SHA-256 over title, outline and the hashes of its block versions: equal content, equal hash
 */
public record Release(
        UUID id,
        UUID courseId,
        int number,
        String hash,
        Words title,
        int hours,
        String languages,
        Outline outline,
        String note,
        Instant publishedAt) {}
