package org.cybox.courses;

import java.util.List;
import java.util.UUID;
import org.cybox.platform.text.Words;

/** The outline as one learner sees it: what is done, begun, open, or still closed and why. */
public record OutlineView(Title course, String home, List<Part> parts, int done, int total) {

    public record Part(UUID id, String kind, Title title, List<Title> outcomes, List<Line> lines, int minutes) {}

    /**
     * @param state open, started, done or locked
     * @param current the one before the learner
     * @param missing what must be done before it opens
     */
    public record Line(
            UUID id,
            String kind,
            Title title,
            String state,
            String address,
            boolean current,
            int minutes,
            List<Title> missing) {

        public boolean locked() {
            return state.equals("locked");
        }
    }

    /** @param language BCP 47 tag of the reader */
    public static OutlineView of(Lesson lesson, String language) {
        List<Part> parts = lesson.release().outline().parts().stream()
                .map(part -> part(lesson, part, language))
                .toList();
        List<Outline.Block> counting = lesson.release()
                .outline()
                .blocks()
                .filter(Outline.Block::counts)
                .toList();
        int done =
                (int) counting.stream().filter(block -> lesson.done(block.id())).count();
        return new OutlineView(
                Title.of(lesson.release().title(), language), lesson.home(), parts, done, counting.size());
    }

    public static Line line(Lesson lesson, Outline.Block block, String language) {
        return new Line(
                block.id(),
                block.kind(),
                Title.of(block.title(), language),
                lesson.state(block),
                lesson.address(block),
                block.id().equals(lesson.block().id()),
                block.minutes(),
                lesson.missing(block).stream()
                        .map(one -> Title.of(one.title(), language))
                        .toList());
    }

    private static Part part(Lesson lesson, Outline.Part part, String language) {
        return new Part(
                part.id(),
                part.kind(),
                Title.of(part.title(), language),
                part.outcomes().stream()
                        .filter(words -> !words.isBlank())
                        .map((Words words) -> Title.of(words, language))
                        .toList(),
                part.blocks().stream()
                        .map(block -> line(lesson, block, language))
                        .toList(),
                part.blocks().stream().mapToInt(Outline.Block::minutes).sum());
    }
}
