package org.cybox.platform.data;

/** Why the program ends instead of starting: told to the operator as it is, without a stack trace. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
