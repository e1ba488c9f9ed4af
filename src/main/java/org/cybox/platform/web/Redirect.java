package org.cybox.platform.web;

import java.util.List;

/**
 * See Other, with a word about what was done.
 *
 * @param to a path of ours or an address that we made ourselves, never one that came with the request
 * @param flash text key, or blank; @param arguments of that text
 */
public record Redirect(String to, String kind, String flash, List<String> arguments) {

    public static Redirect to(String address) {
        return new Redirect(address, "", "", List.of());
    }

    public Redirect saying(String key, Object... arguments) {
        return with("success", key, arguments);
    }

    public Redirect warning(String key, Object... arguments) {
        return with("warning", key, arguments);
    }

    private Redirect with(String how, String key, Object... values) {
        return new Redirect(
                to,
                how,
                key,
                java.util.Arrays.stream(values).map(String::valueOf).toList());
    }
}
