package org.cybox.people;

import java.time.Instant;
import java.util.UUID;

/** Members who learn or work together: a class, a court, a unit. */
public record Group(UUID id, String name, Instant createdAt) {}
