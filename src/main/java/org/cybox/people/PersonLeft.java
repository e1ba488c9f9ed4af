package org.cybox.people;

import java.util.UUID;

/** Somebody is no longer a member; what they did here stays. Heard inside the tenant. */
public record PersonLeft(UUID tenant, UUID person) {}
