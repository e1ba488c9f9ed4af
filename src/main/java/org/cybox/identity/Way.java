package org.cybox.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cybox.platform.web.Space;
import org.springframework.web.util.UriUtils;

/**
 * Where somebody who signs in wants to go.
 *
 * @param space slug of an institution, or blank for the bare host
 * @param path a path of ours, never an address that leads elsewhere
 * @param shared they sit at a shared computer
 */
record Way(String space, String path, boolean shared) {

    static Way to(String space, String path, boolean shared) {
        return new Way(space.matches("[a-z0-9-]{0,42}") ? space : "", local(path), shared);
    }

    /** Only a path of this host: {@code //elsewhere} and {@code https:} lead home instead. */
    static String local(String to) {
        boolean fine = to.startsWith("/")
                && !to.startsWith("//")
                && !to.contains("\\")
                && to.chars().noneMatch(c -> c < ' ')
                && !to.startsWith("/sign-");
        return fine ? to : "/";
    }

    /** For keeping with a code. */
    String word() {
        return (shared ? "shared" : "own") + ":" + space + ":" + path;
    }

    static Way read(String word) {
        String[] parts = word.split(":", 3);
        return parts.length == 3 ? to(parts[1], parts[2], parts[0].equals("shared")) : to("", "/", false);
    }

    /** For somebody who is signed in at the bare host. */
    String address(Optional<Space> wanted) {
        return wanted.map(there -> there.address() + "/sign-in?to=" + UriUtils.encode(path, StandardCharsets.UTF_8))
                .orElse(path.equals("/") ? "/spaces" : path);
    }
}
