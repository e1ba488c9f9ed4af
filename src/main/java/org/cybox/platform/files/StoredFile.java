package org.cybox.platform.files;

import java.util.UUID;
import org.springframework.web.util.UriUtils;

/**
 * A file of the present tenant; its bytes lie once in the store, whoever else has the same.
 *
 * @param name as it is offered when saving, safe everywhere
 * @param mediaType what the bytes are, not what the sender said
 * @param audience public, members, trainers or person
 */
public record StoredFile(UUID id, String sha256, String name, String mediaType, long bytes, String audience) {

    /** The path it is served at. */
    public String address() {
        return "/files/" + id + "/" + UriUtils.encodePathSegment(name, "UTF-8");
    }
}
