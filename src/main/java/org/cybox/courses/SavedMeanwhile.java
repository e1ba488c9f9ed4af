package org.cybox.courses;

/**
 * Somebody else saved the course or the section since it was opened. Nothing was stored; read it again to show both.
 */
public final class SavedMeanwhile extends RuntimeException {

    SavedMeanwhile() {
        super("saved meanwhile", null, false, false);
    }
}
