package org.cybox.courses;

import java.util.UUID;
import org.cybox.platform.text.Words;

/** A block as it was at a release. @param content JSON that its kind understands */
public record BlockVersion(
        UUID id, UUID blockId, UUID courseId, String kind, String hash, Words title, String content) {}
