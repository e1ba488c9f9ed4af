package org.cybox.platform.web;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.text.Words;

/**
 * The place a request came to: a tenant as every page needs it.
 *
 * @param slug its name in addresses; the programme's own space is at the bare host
 * @param address scheme, host and port, without a path
 * @param languages content languages it offers, its own first
 * @param accent its colour, {@code #rrggbb}
 * @param logo address of its logo, or blank
 * @param zone whose clocks its people live by
 * @param revision grows with every change of its look, for caches
 */
public record Space(
        UUID id,
        String slug,
        Words name,
        Words welcome,
        String address,
        List<String> languages,
        String accent,
        String logo,
        boolean programme,
        boolean demo,
        ZoneId zone,
        int revision) {

    public String language() {
        return languages.isEmpty() ? "en" : languages.getFirst();
    }
}
