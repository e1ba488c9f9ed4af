package org.cybox.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.cybox.platform.text.Words;

/**
 * Something one may join or read.
 *
 * @param id identifier of the thing itself; pinning it again replaces the notice
 * @param kind {@code course} for now
 * @param address path of its own page in this space
 * @param openTo {@code anyone} or {@code members}
 * @param joining open, key, approval or closed
 */
public record Offer(
        UUID id,
        String kind,
        Words title,
        Words summary,
        String languages,
        int hours,
        String address,
        String openTo,
        String joining,
        Instant listedAt) {}
