package org.cybox.courses;

import java.util.List;
import java.util.UUID;

/** These learners go on in another release. */
public record LearnersMoved(UUID tenant, UUID course, UUID release, List<UUID> persons) {}
