package org.cybox.platform.web;

import org.cybox.platform.text.T;

/**
 * What was asked cannot be done, and the person can mend it: 422 with a clear sentence beside the field.
 */
public final class Refused extends RuntimeException {

    private final String field;
    private final String key;
    private final transient Object[] arguments;

    /** @param field name of the form field, or blank for the whole; @param key of the sentence that says what is wrong */
    public Refused(String field, String key, Object... arguments) {
        super(field + ": " + key, null, false, false);
        this.field = field;
        this.key = key;
        this.arguments = arguments.clone();
    }

    public String field() {
        return field;
    }

    public String text(T t) {
        return t.of(key, arguments);
    }
}
