package org.cybox.platform.jobs;

/**
 * Work that a request leaves behind: mail, imports, documents. A bean of the module that owns the work. It runs inside
 * the tenant that asked for it, without a transaction: each step takes its own by {@code Work.here}, so that long work
 * commits as it goes. It may run again after a failure or a killed program, so it must not mind what is done already.
 */
public interface Task {

    /** {@code module.what}, for life: rows that wait name it. */
    String kind();

    /** A {@code Refused} ends the work and is told to the person who waits; anything else is tried again later. */
    void run(String payload, Progress progress);

    /** It was refused or tried often enough: the last word, inside the tenant, without a transaction. */
    default void gaveUp(String payload, String reason) {}
}
