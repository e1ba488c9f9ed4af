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

    Kinds(ObjectProvider<ActivityKind> beans) {
        this.beans = beans;
    }

    public List<ActivityKind> all() {
        return beans.stream()
                .sorted(Comparator.comparingInt((ActivityKind kind) -> place(kind.kind()))
                        .thenComparing(ActivityKind::kind))
                .toList();
    }

    public Map<String, ActivityKind> byName() {
        return beans.stream().collect(Collectors.toMap(ActivityKind::kind, Function.identity()));
    }

    public Optional<ActivityKind> find(String kind) {
        return beans.stream().filter(one -> one.kind().equals(kind)).findFirst();
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
