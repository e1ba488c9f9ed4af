package org.cybox.courses.enrolment;

import java.util.ArrayList;
import java.util.List;

/**
 * What the learners are sorted by, {@code name} or the word of a {@link Column}. Nobody's figure is missing at the head:
 * who has none comes last in both directions, and equals stand by name.
 */
record Sort(String by, boolean backwards) {

    static final Sort BY_NAME = new Sort("name", false);

    /** From {@code score}, or {@code -score} for the highest first; what is not understood is the name. */
    static Sort of(String word) {
        boolean backwards = word.startsWith("-");
        String by = backwards ? word.substring(1) : word;
        return by.equals("name") || Column.named(by).isPresent() ? new Sort(by, backwards) : BY_NAME;
    }

    static List<Sort> all() {
        List<Sort> all = new ArrayList<>(List.of(BY_NAME, new Sort("name", true)));
        for (Column column : Column.values()) {
            all.add(new Sort(column.word(), false));
            all.add(new Sort(column.word(), true));
        }
        return all;
    }

    String word() {
        return backwards ? "-" + by : by;
    }

    boolean name() {
        return by.equals("name");
    }

    /** By that column; the other way round when it is so already. */
    Sort next(String column) {
        return new Sort(column, by.equals(column) && !backwards);
    }

    /** For {@code aria-sort}, or blank. */
    String said(String column) {
        return !by.equals(column) ? "" : backwards ? "descending" : "ascending";
    }
}
