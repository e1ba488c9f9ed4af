package org.cybox.courses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.platform.text.Words;

/** What differs between two outlines of a course, in words that an author knows. */
public record Changes(List<Change> list) {

    public static final Changes NONE = new Changes(List.of());

    public Changes {
        list = List.copyOf(list);
    }

    /**
     * @param what added, removed, changed, rules, section, sectionAdded, sectionRemoved, moved, or course
     * @param id of the block or section it concerns
     */
    public record Change(String what, Words title, String kind, UUID id) {

        public String key() {
            return "courses.change." + what;
        }
    }

    public int count() {
        return list.size();
    }

    public boolean any() {
        return !list.isEmpty();
    }

    static Changes between(Outline before, Outline after) {
        List<Change> changes = new ArrayList<>();
        sections(before, after, changes);
        blocks(before, after, changes);
        moved(before, after, changes);
        return new Changes(changes);
    }

    Changes and(Change more) {
        return new Changes(Stream.concat(Stream.of(more), list.stream()).toList());
    }

    private static void sections(Outline before, Outline after, List<Change> changes) {
        Map<UUID, Outline.Part> old = new HashMap<>();
        before.parts().forEach(part -> old.put(part.id(), part));
        for (Outline.Part part : after.parts()) {
            Outline.Part was = old.remove(part.id());
            if (was == null) {
                changes.add(new Change("sectionAdded", part.title(), part.kind(), part.id()));
            } else if (!head(was).equals(head(part))) {
                changes.add(new Change("section", part.title(), part.kind(), part.id()));
            }
        }
        before.parts().stream()
                .filter(part -> old.containsKey(part.id()))
                .forEach(part -> changes.add(new Change("sectionRemoved", part.title(), part.kind(), part.id())));
    }

    private static List<Object> head(Outline.Part part) {
        return List.of(part.kind(), part.title(), part.outcomes(), part.trainerNotes(), part.trainerFiles());
    }

    private static void blocks(Outline before, Outline after, List<Change> changes) {
        Map<UUID, Outline.Block> old = new HashMap<>();
        before.blocks().forEach(block -> old.put(block.id(), block));
        after.blocks().forEach(block -> {
            Outline.Block was = old.remove(block.id());
            if (was == null) {
                changes.add(change("added", block));
            } else if (!was.version().equals(block.version())) {
                changes.add(change("changed", block));
            } else if (!rules(was).equals(rules(block))) {
                changes.add(change("rules", block));
            }
        });
        before.blocks()
                .filter(block -> old.containsKey(block.id()))
                .forEach(block -> changes.add(change("removed", block)));
    }

    private static List<Object> rules(Outline.Block block) {
        return List.of(block.minutes(), block.completion(), block.requires());
    }

    private static Change change(String what, Outline.Block block) {
        return new Change(what, block.title(), block.kind(), block.id());
    }

    /** Said once for the whole outline: what was added or removed has not moved the rest. */
    private static void moved(Outline before, Outline after, List<Change> changes) {
        List<String> old = places(before, after);
        List<String> now = places(after, before);
        if (!Objects.equals(old, now)) {
            changes.add(new Change("moved", Words.NONE, "", new UUID(0, 0)));
        }
    }

    /** Sections and blocks that both have, in their order, each block with its section. */
    private static List<String> places(Outline of, Outline other) {
        List<UUID> parts = other.parts().stream().map(Outline.Part::id).toList();
        List<String> places = new ArrayList<>();
        for (Outline.Part part : of.parts()) {
            boolean both = parts.contains(part.id());
            if (both) {
                places.add("section " + part.id());
            }
            part.blocks().stream()
                    .filter(block -> both && other.block(block.id()).isPresent())
                    .forEach(block -> places.add(part.id() + " " + block.id()));
        }
        return places;
    }
}
