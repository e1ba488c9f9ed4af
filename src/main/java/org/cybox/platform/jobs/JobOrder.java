package org.cybox.platform.jobs;

import java.util.UUID;

/**
 * What a waiting row says.
 *
 * @param job the row that somebody follows, or {@link #NOBODY_WAITS}
 */
record JobOrder(UUID tenant, String kind, String payload, UUID job) {

    static final UUID NOBODY_WAITS = new UUID(0, 0);

    boolean followed() {
        return !job.equals(NOBODY_WAITS);
    }
}
