package org.cybox.platform.web;

import java.util.List;
import java.util.OptionalInt;
import org.cybox.platform.text.T;

/** What a module puts around every page. Called for each page: answer from memory. */
public interface ShellContributor {

    /**
     * An entry of the main navigation.
     *
     * @param order small first: catalogue 10, my learning 20, courses (authors) 30, people 40, settings 50, operator 60
     * @param key text key of its name
     */
    record Entry(int order, String key, String address) {}

    /** What this visitor sees in the one navigation bar. */
    default List<Entry> navigation(Visitor visitor, Space space) {
        return List.of();
    }

    /** Spaces this visitor can switch to, the present one included. */
    default List<Link> spaces(Visitor visitor, Space space, T t) {
        return List.of();
    }

    /** Unread notices of this visitor, if this module counts them. */
    default OptionalInt unread(Visitor visitor, Space space) {
        return OptionalInt.empty();
    }
}
