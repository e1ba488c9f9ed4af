package org.cybox.platform.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.cybox.platform.text.T;

/**
 * What was asked cannot be done, and the person can mend it: 422 with a clear sentence beside the field. Where all that
 * mends it is waiting, it is 429 or 503 and says for how long.
 */
public final class Refused extends RuntimeException {

    private final String field;
    private final String key;
    private final int status;
    private final int seconds;
    private final transient Object[] arguments;

    /** @param field name of the form field, or blank for the whole; @param key of the sentence that says what is wrong */
    public Refused(String field, String key, Object... arguments) {
        this(422, Duration.ZERO, field, key, arguments);
    }

    private Refused(int status, Duration wait, String field, String key, Object... arguments) {
        super(field + ": " + key, null, false, false);
        this.field = field;
        this.key = key;
        this.status = status;
        this.seconds = wait.isZero() ? 0 : Math.max(1, (int) wait.toSeconds());
        this.arguments = arguments.clone();
    }

    /** This person, or this address, asks too often. @param wait after which it may be tried again */
    public static Refused tooOften(Duration wait, String field, String key, Object... arguments) {
        return new Refused(429, wait, field, key, arguments);
    }

    /** Everybody together asks for more than can be done. @param wait after which it may be tried again */
    public static Refused busy(Duration wait, String field, String key, Object... arguments) {
        return new Refused(503, wait, field, key, arguments);
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

    public int status() {
        return status;
    }

    /** Seconds until it may be tried again, 0 when waiting does not help. */
    public int seconds() {
        return seconds;
    }
}
