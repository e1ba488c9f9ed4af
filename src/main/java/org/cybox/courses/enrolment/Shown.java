package org.cybox.courses.enrolment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one wants to see of the learners, in the words of an address with dots between.
 *
 * @param columns of the list; blank: nothing was chosen; {@code none}: the names alone
 * @param activities ends of their identifiers; blank: all there are, those to come included
 */
record Shown(String columns, String activities) {

    static final Shown USUAL = new Shown("", "");

    private static final String NONE = "none";
    private static final int END = 10;

    static Shown of(Collection<String> columns, Collection<String> activities) {
        String words = Arrays.stream(Column.values())
                .filter(column -> columns.contains(column.word()))
                .map(Column::word)
                .collect(Collectors.joining("."));
        return new Shown(words.isEmpty() ? NONE : words, String.join(".", activities));
    }

    /** Only what can stand there. */
    static Shown asked(String columns, String activities) {
        return new Shown(
                columns.matches("[a-z.]{1,200}") ? columns : "",
                activities.matches("[0-9a-f.]{1,4000}") ? activities : "");
    }

    boolean chosen() {
        return !columns.isBlank() || !activities.isBlank();
    }

    /** In the order of the table. Empty: nothing was chosen. */
    Optional<List<Column>> list() {
        List<String> words = List.of(columns.split("\\."));
        return columns.isBlank()
                ? Optional.empty()
                : Optional.of(Arrays.stream(Column.values())
                        .filter(column -> words.contains(column.word()))
                        .toList());
    }

    boolean has(UUID block) {
        return activities.isBlank() || List.of(activities.split("\\.")).contains(end(block));
    }

    /** Short, since many stand in one address; the end of an identifier is what differs. */
    static String end(UUID block) {
        String text = block.toString();
        return text.substring(text.length() - END);
    }
}
