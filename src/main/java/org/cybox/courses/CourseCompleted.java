package org.cybox.courses;

import java.time.Instant;
import java.util.UUID;

/** A learner has done everything that counts. Told once, inside the transaction that completed it. */
public record CourseCompleted(UUID tenant, UUID course, UUID release, UUID enrolment, UUID person, Instant at) {}
