package org.cybox.platform.web;

import java.util.Optional;
import java.util.UUID;

/** Knows which tenant lives at a host: the module of tenancy does. */
public interface SpaceSource {

    /** @param host as the browser sent it, with port if any */
    Optional<Space> at(String host);

    /** A tenant's space, for what does not begin with a request. */
    Space space(UUID tenant);

    /** The programme's own space at the bare host, where people sign in. */
    Space programme();

    /** A space that lives at that host and is closed for now. */
    default Optional<Space> suspended(String host) {
        return Optional.empty();
    }
}
