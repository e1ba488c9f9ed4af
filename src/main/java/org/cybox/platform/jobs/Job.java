package org.cybox.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of long work.
 *
 * @param state waiting, running, done or failed
 * @param total steps in all, 0 while nobody knows
 * @param problem why it failed, in the language of the one who ordered it; null when it is nobody's business
 */
record Job(
        UUID id,
        String kind,
        @Nullable UUID personId,
        String state,
        int done,
        int total,
        Result result,
        @Nullable String problem) {

    /** See {@link Progress#result}; {@code refused} and {@code arguments} say why a task refused. */
    record Result(Map<String, String> values, String refused, List<String> arguments) implements Document {

        static final Result NONE = new Result(Map.of(), "", List.of());

        Result {
            values = values == null ? Map.of() : Map.copyOf(values);
            refused = refused == null ? "" : refused;
            arguments = arguments == null ? List.of() : List.copyOf(arguments);
        }

        String get(String key) {
            return values.getOrDefault(key, "");
        }

        /** The numbered values, as far as they go. */
        List<String> numbered() {
            return java.util.stream.IntStream.range(0, 10)
                    .mapToObj(String::valueOf)
                    .takeWhile(values::containsKey)
                    .map(this::get)
                    .toList();
        }
    }

    boolean ended() {
        return state.equals("done") || state.equals("failed");
    }
}
