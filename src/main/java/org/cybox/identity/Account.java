package org.cybox.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account in the world for a person, whatever spaces they belong to.
 *
 * @param email lower case; null for officers who have none, who then have a user name
 * @param passwordHash Argon2id, null until a password was chosen
 * @param language BCP 47 tag
 * @param operator runs the installation
 */
public record Account(
        UUID id,
        @Nullable String email,
        @Nullable String username,
        @Nullable String passwordHash,
        String name,
        String language,
        boolean operator,
        String state,
        Instant createdAt,
        @Nullable Instant emailConfirmedAt) {

    /** What its owner signs in with. */
    String sign() {
        return email != null ? email : String.valueOf(username);
    }

    boolean active() {
        return state.equals("active");
    }
}
