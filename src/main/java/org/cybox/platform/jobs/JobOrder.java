package org.cybox.platform.jobs;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting row says. The table it waits in is the world's, so it holds identifiers only.
 *
 * @param payload when it is no more than identifiers; in rows of earlier versions, whatever it was
 * @param job the row that somebody follows, or {@link #NOBODY_WAITS}
 * @param content the row of the tenant that holds the payload, or null
 */
record JobOrder(
        UUID tenant,
        String kind,
        String payload,
        UUID job,
        @Nullable UUID content) {

    static final UUID NOBODY_WAITS = new UUID(0, 0);

    private static final Pattern IDENTIFIERS = Pattern.compile("([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} ?)*");

    boolean followed() {
        return !job.equals(NOBODY_WAITS);
    }

    static boolean onlyIdentifiers(String payload) {
        return IDENTIFIERS.matcher(payload).matches();
    }
}
