package org.cybox.courses.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.BlockVersion;
import org.cybox.courses.Lesson;
import org.cybox.courses.OutlineView;
import org.cybox.courses.Title;
import org.cybox.courses.learning.LessonController.LessonPage;
import org.cybox.courses.learning.LessonController.Listen;
import org.cybox.courses.learning.LessonController.Prose;
import org.cybox.courses.learning.LessonController.Watch;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Link;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Draws a lesson, for learners and for authors who look at it as a learner would. */
@Component
public class LessonPages {

    private final Cache<Key, String> prepared = Caffeine.newBuilder()
            .maximumWeight(64_000_000)
            .weigher((Key key, String html) -> html.length() * 2 + 200)
            .build();

    private record Key(UUID version, String hash, String part, String language) {}

    /** @param wanted BCP 47 tag to read it in, or blank for the visitor's own; @param light the light rendition */
    public Page page(Lesson lesson, BlockVersion version, Visitor visitor, String wanted, boolean light) {
        return lessonPage(lesson, version, visitor, wanted, light);
    }

    LessonPage lessonPage(Lesson lesson, BlockVersion version, Visitor visitor, String wanted, boolean light) {
        String language = Languages.valid(wanted) ? wanted : visitor.language();
        Material material = Json.read(version.content(), Material.class);
        boolean open = !lesson.locked();
        Title title = Title.of(lesson.block().title(), visitor.language());
        return new LessonPage(
                lesson,
                title.text(),
                open ? prose(version, "text", material.prose(), language) : Optional.empty(),
                open ? readings(lesson, material, language) : List.of(),
                Optional.ofNullable(open ? material.file() : null),
                open && !material.url().isBlank() ? material.url().in(language) : "",
                open && !light ? watch(lesson, version, material, language) : Optional.empty(),
                open && (light || material.video() == null) ? listen(lesson, version, material, language) : Optional.empty(),
                missing(lesson, visitor),
                mark(lesson, material));
    }

    private List<OutlineView.Line> missing(Lesson lesson, Visitor visitor) {
        return lesson.locked()
                ? lesson.missing().stream()
                        .map(block -> OutlineView.line(lesson, block, visitor.language()))
                        .toList()
                : List.of();
    }

    /** What the learner does to have it done: {@code button}, or blank when nothing (more) is asked of them. */
    private static String mark(Lesson lesson, Material material) {
        boolean asked = lesson.block().completion().equals("button")
                || (lesson.block().completion().equals("view") && material.medium());
        return asked && !lesson.locked() && !lesson.done(lesson.block().id()) ? "button" : "";
    }

    private Optional<Prose> prose(BlockVersion version, String part, Words words, String language) {
        if (words.isBlank()) {
            return Optional.empty();
        }
        String found = words.languageFor(language);
        String html = Objects.requireNonNull(prepared.get(
                new Key(version.id(), version.hash(), part, found), key -> prepare(words.exactly(found))));
        return Optional.of(new Prose(
                html,
                found,
                Languages.direction(found),
                words.original(),
                language,
                !sameLanguage(found, language),
                words.outdated(found)));
    }

    private static boolean sameLanguage(String one, String other) {
        return primary(one).equals(primary(other));
    }

    private static String primary(String tag) {
        return java.util.Locale.forLanguageTag(tag).getLanguage();
    }

    /** Wide tables scroll in themselves, reachable by keyboard. */
    static String prepare(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (Element table : document.select("table")) {
            Element caption = table.selectFirst("caption");
            Element wrap = new Element("div").addClass("table-scroll").attr("tabindex", "0");
            if (caption != null && !caption.text().isBlank()) {
                wrap.attr("role", "region").attr("aria-label", caption.text());
            }
            table.replaceWith(wrap);
            wrap.appendChild(table);
        }
        return document.body().html();
    }

    private static List<Link> readings(Lesson lesson, Material material, String language) {
        Words words = material.prose().isBlank() ? material.transcript() : material.prose();
        if (words.text().size() < 2) {
            return List.of();
        }
        String found = words.languageFor(language);
        List<Link> links = new ArrayList<>();
        words.text().keySet().stream()
                .sorted()
                .forEach(tag -> links.add(new Link(tag, lesson.address(lesson.block()) + "?in=" + tag, tag.equals(found))));
        return links;
    }

    private Optional<Watch> watch(Lesson lesson, BlockVersion version, Material material, String language) {
        return Optional.ofNullable(material.video())
                .map(video -> new Watch(
                        video,
                        material.seconds(),
                        material.captions(),
                        Optional.ofNullable(material.audio()).isPresent() ? material.lightBytes() : 0,
                        place(lesson),
                        prose(version, "transcript", material.transcript(), language)));
    }

    private Optional<Listen> listen(Lesson lesson, BlockVersion version, Material material, String language) {
        return Optional.ofNullable(material.audio())
                .map(audio -> new Listen(
                        audio,
                        material.seconds(),
                        material.slides().stream()
                                .map(slide -> new LessonController.Shown(
                                        slide.at(), slide.file(), Title.of(slide.text(), language)))
                                .toList(),
                        material.lightBytes(),
                        Optional.ofNullable(material.video())
                                .map(Material.FileRef::bytes)
                                .orElse(0L),
                        place(lesson),
                        prose(version, "transcript", material.transcript(), language)));
    }

    /** Seconds into the medium. */
    private static int place(Lesson lesson) {
        return lesson.mine()
                .map(mine -> mine.place())
                .filter(place -> place.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
