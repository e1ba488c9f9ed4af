package org.cybox.courses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of activity. Page, file, media and link are built in; tests and later standards plug in from above by a bean
 * of this type. There is no switch on kinds anywhere.
 */
public interface ActivityKind {

    /** The word in the database and in exports: {@code page}, {@code test} … */
    String kind();

    /** Text key of its name. */
    String nameKey();

    /** Completion rules it can have, its usual one first. */
    List<String> completions();

    /** Content of a fresh activity. @param language BCP 47 tag of the course's original */
    String emptyContent(String language);

    /** Where an author edits its content. */
    String editAddress(UUID course, UUID activity);

    /** Where a learner meets it, if it has pages of its own; otherwise the lesson page draws it. */
    default Optional<String> learnAddress(UUID course, UUID block) {
        return Optional.empty();
    }

    /** Where an author sees it as a learner would, if it has pages of its own; otherwise the lesson page draws it. */
    default Optional<String> previewAddress(UUID course, UUID activity) {
        return Optional.empty();
    }

    /** Where a trainer helps one learner with it further than marking it done: more time, another attempt. */
    default Optional<String> helpAddress(UUID course, UUID enrolment, UUID block) {
        return Optional.empty();
    }

    /** What keeps it from being published: text keys with their arguments. Empty when it is fine. */
    List<Problem> problems(String content);

    record Problem(String key, List<String> arguments) {}

    /** Files its content points to, for offers and exports. */
    default List<UUID> files(String content) {
        return List.of();
    }

    /**
     * Content that comes from elsewhere, made safe to keep: HTML sanitised, unknown parts left out. Any exception says
     * that it is not content of this kind.
     */
    default String cleaned(String content) {
        return content;
    }

    /** The same content pointing to other files and blocks: after a copy, an import, or an offer taken. */
    default String rewritten(String content, Map<UUID, UUID> replaced) {
        String result = content;
        for (Map.Entry<UUID, UUID> pair : replaced.entrySet()) {
            result = result.replace(pair.getKey().toString(), pair.getValue().toString());
        }
        return result;
    }
}
