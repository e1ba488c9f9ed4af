package org.cybox.courses;

/** Somebody else saved the activity since it was opened. Nothing was stored; both versions are there to be shown. */
public final class ChangedMeanwhile extends RuntimeException {

    private final transient Activity stored;

    public ChangedMeanwhile(Activity stored) {
        super("changed meanwhile", null, false, false);
        this.stored = stored;
    }

    /** What the other author saved. */
    public Activity stored() {
        return stored;
    }
}
