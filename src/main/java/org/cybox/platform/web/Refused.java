package org.cybox.platform.web;

import java.util.Arrays;
import java.util.List;
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

    /** Key and arguments, for a sentence that is said later: the end of a job. */
    public String key() {
        return key;
    }

    public List<String> arguments() {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public String text(T t) {
        return t.of(key, arguments);
    }
}
