package org.cybox.courses.learning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.courses.BlockVersion;
import org.cybox.courses.Lesson;
import org.cybox.courses.Material;
import org.cybox.courses.Material.Clip;
import org.cybox.courses.Material.Media;
import org.cybox.courses.OutlineView;
import org.cybox.courses.Title;
import org.cybox.courses.learning.LessonController.Held;
import org.cybox.courses.learning.LessonController.LessonPage;
import org.cybox.courses.learning.LessonController.Listen;
import org.cybox.courses.learning.LessonController.Prose;
import org.cybox.courses.learning.LessonController.Watch;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Link;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Draws a lesson, for learners and for authors who look at it as a learner would. */
@Component
public class LessonPages {

    private final Cache<Key, String> prepared = Caffeine.newBuilder()
            .maximumWeight(64_000_000)
            .weigher((Key key, String html) -> html.length() * 2 + 200)
            .build();

    private final Cache<Key, Material> materials = Caffeine.newBuilder()
            .maximumWeight(64_000_000)
            .weigher((Key key, Material material) -> 500
                    + material.text().text().values().stream()
                            .mapToInt(text -> text.length() * 2)
                            .sum())
            .build();
    private final Cache<UUID, Map<UUID, String>> addresses =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final Files files;

    LessonPages(Files files) {
        this.files = files;
    }

    private record Key(UUID version, String hash, String part, String language) {}

    /** @param wanted BCP 47 tag to read it in, or blank for the visitor's own; @param light the light rendition */
    public Page page(Lesson lesson, BlockVersion version, Visitor visitor, String wanted, boolean light) {
        return lessonPage(lesson, version, visitor, wanted, light);
    }

    LessonPage lessonPage(Lesson lesson, BlockVersion version, Visitor visitor, String wanted, boolean light) {
        String language = Languages.valid(wanted) ? wanted : visitor.language();
        Material material = material(version);
        Title title = Title.of(lesson.block().title(), visitor.language());
        if (lesson.locked()) {
            return new LessonPage(
                    lesson,
                    title.text(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    missing(lesson, visitor),
                    "");
        }
        Optional<Media> media = Optional.ofNullable(material.media());
        return new LessonPage(
                lesson,
                title.text(),
                prose(version, "text", material.text(), language),
                readings(lesson, material, language),
                Optional.ofNullable(material.file()).map(LessonPages::held),
                material.url().isBlank() ? "" : material.url().in(language),
                media.filter(one -> one.video() != null && !(light && one.audio() != null))
                        .map(one -> watch(lesson, version, one, language)),
                media.filter(one -> one.audio() != null && (light || one.video() == null))
                        .map(one -> listen(lesson, version, one, language)),
                List.of(),
                mark(lesson, material));
    }

    Material material(BlockVersion version) {
        return Objects.requireNonNull(materials.get(
                new Key(version.id(), version.hash(), "", ""), key -> Json.read(version.content(), Material.class)));
    }

    /** Length of the medium, 0 when there is none or it is not known. */
    int seconds(BlockVersion version) {
        return Optional.ofNullable(material(version).media())
                .map(LessonPages::seconds)
                .orElse(0);
    }

    private static int seconds(Media media) {
        Clip clip = media.video() != null ? media.video() : media.audio();
        return clip == null ? 0 : clip.seconds();
    }

    private static List<OutlineView.Line> missing(Lesson lesson, Visitor visitor) {
        return lesson.missing().stream()
                .map(block -> OutlineView.line(lesson, block, visitor.language()))
                .toList();
    }

    /** What the learner does to have it done: {@code button}, or blank when nothing (more) is asked of them. */
    private static String mark(Lesson lesson, Material material) {
        boolean asked = lesson.block().completion().equals("button")
                || (lesson.block().completion().equals("view") && material.media() != null);
        return asked && !lesson.done(lesson.block().id()) ? "button" : "";
    }

    private Optional<Prose> prose(BlockVersion version, String part, Words words, String language) {
        if (words.isBlank()) {
            return Optional.empty();
        }
        String found = words.languageFor(language);
        String html = Objects.requireNonNull(
                prepared.get(new Key(version.id(), version.hash(), part, found), key -> prepare(words.exactly(found))));
        return Optional.of(new Prose(
                html,
                found,
                Languages.direction(found),
                words.original(),
                language,
                !Languages.primary(found).equals(Languages.primary(language)),
                words.outdated(found)));
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
        Words words = material.media() != null && material.text().isBlank()
                ? material.media().transcript()
                : material.text();
        if (words.text().size() < 2) {
            return List.of();
        }
        String found = words.languageFor(language);
        List<Link> links = new ArrayList<>();
        words.text().keySet().stream()
                .sorted()
                .forEach(tag ->
                        links.add(new Link(tag, lesson.address(lesson.block()) + "?in=" + tag, tag.equals(found))));
        return links;
    }

    private Watch watch(Lesson lesson, BlockVersion version, Media media, String language) {
        Map<UUID, String> addresses = addresses(version, media);
        Map<String, String> captions = new TreeMap<>();
        media.captions().forEach((tag, file) -> captions.put(tag, addresses.getOrDefault(file, "")));
        return new Watch(
                held(Objects.requireNonNull(media.video()), addresses),
                seconds(media),
                captions,
                media.audio() == null ? 0 : media.lightSize(),
                place(lesson),
                prose(version, "transcript", media.transcript(), language));
    }

    private Listen listen(Lesson lesson, BlockVersion version, Media media, String language) {
        Map<UUID, String> addresses = addresses(version, media);
        return new Listen(
                held(Objects.requireNonNull(media.audio()), addresses),
                seconds(media),
                media.slides().stream()
                        .map(slide -> new LessonController.Shown(
                                slide.at(), addresses.getOrDefault(slide.file(), ""), Title.of(slide.text(), language)))
                        .toList(),
                media.lightSize(),
                media.video() == null ? 0 : media.video().size(),
                place(lesson),
                prose(version, "transcript", media.transcript(), language));
    }

    /** A version never changes, nor does the address of a file: asked once. */
    private Map<UUID, String> addresses(BlockVersion version, Media media) {
        return Objects.requireNonNull(addresses.get(
                version.id(),
                id -> files.all(new Material(Words.NONE, null, media, Words.NONE).files()).values().stream()
                        .collect(Collectors.toMap(StoredFile::id, StoredFile::address))));
    }

    private static Held held(Clip clip, Map<UUID, String> addresses) {
        return new Held(addresses.getOrDefault(clip.file(), ""), "", clip.type(), clip.size());
    }

    private static Held held(Material.Attachment file) {
        return new Held(
                "/files/" + file.file() + "/" + UriUtils.encodePathSegment(file.name(), StandardCharsets.UTF_8),
                file.name(),
                file.type(),
                file.size());
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
