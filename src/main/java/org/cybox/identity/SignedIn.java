package org.cybox.identity;

import java.util.UUID;

/** Somebody has come to a space with a fresh session. Heard inside the tenant. */
public record SignedIn(UUID tenant, UUID account) {}
