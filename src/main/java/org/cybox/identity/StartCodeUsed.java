package org.cybox.identity;

import java.util.UUID;

/** An officer without e-mail has chosen a password. Heard inside the tenant. */
public record StartCodeUsed(UUID tenant, UUID person) {}
