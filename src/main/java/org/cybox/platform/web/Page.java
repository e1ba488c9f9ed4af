package org.cybox.platform.web;

/**
 * A page: a public record nested in its package-private controller. Its name is its template's name, its package the
 * template's folder. Returned by a controller, rendered in the shell.
 */
public interface Page {

    /** 422 for a form that comes back with what is wrong; from 400 on nothing that was written stays. */
    default int status() {
        return 200;
    }

    /** Seconds after which the same may be tried again; 0 says nothing about it. */
    default int retryAfter() {
        return 0;
    }
}
