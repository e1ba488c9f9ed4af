package org.cybox.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** All that an author wrote, whatever kind it is part of: for counting translations and showing what was. */
public final class WordsIn {

    private WordsIn() {}

    /** Every text in the content of an activity, in its order. */
    public static List<Words> content(String json) {
        List<Words> found = new ArrayList<>();
        collect(Json.read(json, Object.class), found);
        return found;
    }

    public static List<Words> course(Course course) {
        return Stream.concat(
                        Stream.of(course.title(), course.summary(), course.audience()),
                        course.outcomes().list().stream().map(Course.Outcome::text))
                .toList();
    }

    public static List<Words> section(Section section) {
        return Stream.concat(Stream.of(section.title(), section.trainerNotes()), section.outcomes().list().stream())
                .toList();
    }

    public static List<Words> activity(Activity activity) {
        return Stream.concat(Stream.of(activity.title()), content(activity.content()).stream())
                .toList();
    }

    private static void collect(Object value, List<Words> found) {
        switch (value) {
            case Map<?, ?> map
            when map.get("original") instanceof String original && map.get("text") instanceof Map<?, ?> text ->
                found.add(words(original, text, map.get("of")));
            case Map<?, ?> map ->
                map.values().stream().filter(java.util.Objects::nonNull).forEach(inner -> collect(inner, found));
            case List<?> list ->
                list.stream().filter(java.util.Objects::nonNull).forEach(inner -> collect(inner, found));
            default -> {}
        }
    }

    private static Words words(String original, Map<?, ?> text, @Nullable Object of) {
        return Json.read(
                Json.write(Map.of(
                        "original", original, "text", text, "of", of instanceof Map<?, ?> map ? map : Map.of())),
                Words.class);
    }
}
