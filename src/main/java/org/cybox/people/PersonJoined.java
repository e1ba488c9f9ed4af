package org.cybox.people;

import java.util.UUID;

/** Somebody has become a member, for the first time or again. Heard inside the tenant. */
public record PersonJoined(UUID tenant, UUID person) {}
