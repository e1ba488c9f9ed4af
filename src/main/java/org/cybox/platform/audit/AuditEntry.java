package org.cybox.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a person or a thing.
 *
 * @param accountId who did it; null for the program itself
 * @param action {@code module.what}
 * @param subject kind of the thing, such as {@code attempt}
 */
public record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UUID accountId,
        @Nullable UUID personId,
        String action,
        String subject,
        UUID subjectId,
        String reason,
        Map<String, Object> details) {}
