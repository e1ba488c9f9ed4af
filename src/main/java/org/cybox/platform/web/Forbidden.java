package org.cybox.platform.web;

/** You are known, and this is not for you. */
public final class Forbidden extends RuntimeException {

    public Forbidden() {
        super("forbidden", null, false, false);
    }
}
