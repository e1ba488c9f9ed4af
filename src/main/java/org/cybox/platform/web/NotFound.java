package org.cybox.platform.web;

/** There is no such thing, or it is not yours: the answer is the same. */
public final class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
