package org.cybox.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a tenant.
 *
 * @param name as it stands on a certificate; @param surname what a stranger may be asked for
 * @param role learner, trainer or manager; @param state invited, active or left
 * @param onlyOwnGroups a trainer who sees the learners of their own groups only
 * @param language BCP 47 tag, or blank for the tenant's
 */
public record Person(
        UUID id,
        String name,
        String surname,
        @Nullable String email,
        @Nullable String username,
        String role,
        boolean onlyOwnGroups,
        String language,
        String state,
        String institution,
        Instant createdAt,
        @Nullable Instant seenAt) {}
