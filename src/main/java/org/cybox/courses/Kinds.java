package org.cybox.courses;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.platform.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of activity there are, built in and plugged in. */
@Component
public class Kinds {

    /** The order in which authors are offered them; a kind that is not here comes last. */
    private static final List<String> ORDER = List.of("page", "media", "file", "link", "test");

    private final ObjectProvider<ActivityKind> beans;
    private volatile Map<String, ActivityKind> known = Map.of();

    Kinds(ObjectProvider<ActivityKind> beans) {
        this.beans = beans;
    }

    public List<ActivityKind> all() {
        return byName().values().stream()
                .sorted(Comparator.comparingInt((ActivityKind kind) -> place(kind.kind()))
                        .thenComparing(ActivityKind::kind))
                .toList();
    }

    /** Asked for once and kept: kinds are beans, and a lesson asks for its kind each time. */
    public Map<String, ActivityKind> byName() {
        if (known.isEmpty()) {
            known = beans.stream().collect(Collectors.toUnmodifiableMap(ActivityKind::kind, Function.identity()));
        }
        return known;
    }

    /** Text keys of their names. */
    public Map<String, String> nameKeys() {
        return byName().values().stream().collect(Collectors.toMap(ActivityKind::kind, ActivityKind::nameKey));
    }

    public Optional<ActivityKind> find(String kind) {
        return Optional.ofNullable(byName().get(kind));
    }

    /** Throws {@link NotFound} for a kind that is not installed. */
    public ActivityKind get(String kind) {
        return find(kind).orElseThrow(NotFound::new);
    }

    /** Files that content points to; none for a kind that is not installed. */
    List<UUID> files(String kind, String content) {
        return find(kind).map(one -> one.files(content)).orElse(List.of());
    }

    private static int place(String kind) {
        int place = ORDER.indexOf(kind);
        return place < 0 ? ORDER.size() : place;
    }
}
