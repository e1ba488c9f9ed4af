package org.cybox.platform.web;

/** How a page with a form is answered: fine, to be mended, or to be tried again after some seconds. */
public record Outcome(int status, int retryAfter) {

    public static final Outcome FINE = new Outcome(200, 0);

    public static Outcome of(Refused refused) {
        return new Outcome(refused.status(), refused.seconds());
    }
}
