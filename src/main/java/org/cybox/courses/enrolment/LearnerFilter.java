package org.cybox.courses.enrolment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which learners are asked for, in which order; it stands in the address, so that it can be kept and sent.
 *
 * @param q begin of a word of the name; @param state requested, active, completed, left, refused, or blank for the present
 * @param block with {@code reached} (none, opened, started, done): those who are that far with it
 * @param view {@code list} or {@code matrix}; @param place the last row of the page before
 */
record LearnerFilter(
        String q,
        String state,
        @Nullable UUID group,
        boolean overdue,
        boolean unseen,
        @Nullable UUID block,
        String reached,
        String view,
        Sort sort,
        Shown shown,
        Place place) {

    private static final List<String> STATES = List.of("requested", "active", "completed", "left", "refused");
    private static final List<String> REACHED = List.of("none", "opened", "started", "done");

    /** From the address; what is not understood is left out. */
    static LearnerFilter of(Map<String, String> asked) {
        return new LearnerFilter(
                asked.getOrDefault("q", "").strip().replace("\0", ""),
                known(STATES, asked.getOrDefault("state", ""), ""),
                uuid(asked.getOrDefault("group", "")).orElse(null),
                asked.getOrDefault("overdue", "").equals("1"),
                asked.getOrDefault("unseen", "").equals("1"),
                uuid(asked.getOrDefault("block", "")).orElse(null),
                known(REACHED, asked.getOrDefault("reached", ""), "none"),
                known(List.of("list", "matrix"), asked.getOrDefault("view", ""), "list"),
                Sort.of(asked.getOrDefault("sort", "")),
                Shown.asked(asked.getOrDefault("columns", ""), asked.getOrDefault("activities", "")),
                Place.of(asked.getOrDefault("after", "")));
    }

    private static String known(List<String> words, String word, String otherwise) {
        return words.contains(word) ? word : otherwise;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the name is compared with: small letters, without the signs that mean something there. */
    String pattern() {
        return q.toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "");
    }

    boolean any() {
        return !q.isBlank() || !state.isBlank() || group != null || overdue || unseen || block != null;
    }

    boolean first() {
        return place.start();
    }

    LearnerFilter after(Place last) {
        return new LearnerFilter(q, state, group, overdue, unseen, block, reached, view, sort, shown, last);
    }

    LearnerFilter fromStart() {
        return after(Place.START);
    }

    /** From the start again: a place in one order is none in another. */
    LearnerFilter sorted(Sort other) {
        return new LearnerFilter(q, state, group, overdue, unseen, block, reached, view, other, shown, Place.START);
    }

    LearnerFilter viewed(String other) {
        return new LearnerFilter(q, state, group, overdue, unseen, block, reached, other, sort, shown, place);
    }

    LearnerFilter showing(Shown other) {
        return new LearnerFilter(q, state, group, overdue, unseen, block, reached, view, sort, other, place);
    }

    /** As it stands in an address, the place in the list included. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "q", q);
        put(all, "state", state);
        put(all, "group", group == null ? "" : group.toString());
        put(all, "overdue", overdue ? "1" : "");
        put(all, "unseen", unseen ? "1" : "");
        put(all, "block", block == null ? "" : block.toString());
        put(all, "reached", block == null ? "" : reached);
        put(all, "view", view.equals("list") ? "" : view);
        put(all, "sort", sort.equals(Sort.BY_NAME) ? "" : sort.word());
        put(all, "columns", shown.columns());
        put(all, "activities", shown.activities());
        put(all, "after", place.word());
        return all;
    }

    private static void put(Map<String, String> all, String name, String value) {
        if (!value.isBlank()) {
            all.put(name, value);
        }
    }

    String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().build(parameters()).toString();
    }
}
