package org.cybox.courses;

import java.time.Instant;
import java.util.UUID;

/** A new release has come out; those who learn in an older one keep theirs. */
public record CoursePublished(UUID tenant, UUID course, UUID release, int number, Instant at) {}
