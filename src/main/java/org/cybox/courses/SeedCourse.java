package org.cybox.courses;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Ids;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.Html;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Visitor;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads one folder of {@code seed/courses} (its README has the form) and makes a package of it, its files stored. */
final class SeedCourse {

    private static final Set<String> TEXTS = Set.of("prompt", "text", "feedback", "left", "right", "unit");

    private final String folder;
    private final Files files;
    private final Map<?, ?> yaml;
    private final List<String> languages;
    private final Map<String, UUID> ids = new HashMap<>();

    /** @param code name of the folder */
    SeedCourse(String code, Files files) {
        this.folder = "seed/courses/" + code + "/";
        this.files = files;
        this.yaml = yaml("course.yaml");
        this.languages = list(yaml, "languages").stream().map(String::valueOf).toList();
        list(yaml, "sections")
                .forEach(section -> list((Map<?, ?>) section, "activities")
                        .forEach(activity -> ids.put(string((Map<?, ?>) activity, "id"), Ids.next())));
    }

    String title() {
        return words(yaml, "title").in(languages.getFirst());
    }

    CoursePackage read() {
        return new CoursePackage(
                CoursePackage.FORMAT,
                words(yaml, "title"),
                words(yaml, "summary"),
                words(yaml, "audience"),
                String.join(",", languages),
                number(yaml, "hours"),
                maps(yaml, "outcomes").stream()
                        .map(one -> new Course.Outcome(string(one, "id"), words(one, "text")))
                        .toList(),
                "completion",
                null,
                maps(yaml, "sections").stream().map(this::part).toList(),
                List.of());
    }

    private CoursePackage.Part part(Map<?, ?> section) {
        return new CoursePackage.Part(
                Ids.next(),
                string(section, "kind"),
                words(section, "title"),
                list(section, "outcomes").stream().map(this::words).toList(),
                html(section, "trainerNotes"),
                List.of(),
                maps(section, "activities").stream().map(this::block).toList());
    }

    private CoursePackage.Block block(Map<?, ?> activity) {
        String kind = string(activity, "kind");
        return new CoursePackage.Block(
                id(string(activity, "id")),
                kind,
                words(activity, "title"),
                number(activity, "minutes"),
                string(activity, "completion"),
                list(activity, "requires").stream()
                        .map(one -> id(String.valueOf(one)))
                        .toList(),
                switch (kind) {
                    case "page" -> new Material(lesson(string(activity, "file")), null, null, Words.NONE);
                    case "file" ->
                        new Material(html(activity, "text"), attachment(map(activity, "file")), null, Words.NONE);
                    case "link" -> new Material(html(activity, "text"), null, null, words(activity, "url"));
                    case "media" ->
                        new Material(html(activity, "text"), null, media(map(activity, "media")), Words.NONE);
                    default -> test(string(activity, "file"));
                },
                "");
    }

    private Words lesson(String path) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String language : languages) {
            text(path + "." + language + ".html").ifPresent(html -> found.put(language, html));
        }
        return cleaned(words(found));
    }

    private Material.Attachment attachment(Map<?, ?> file) {
        StoredFile stored = store(string(file, "path"), string(file, "name"));
        return new Material.Attachment(stored.id(), stored.name(), stored.mediaType(), stored.bytes());
    }

    private Material.Media media(Map<?, ?> media) {
        Map<String, UUID> captions = new HashMap<>();
        map(media, "captions")
                .forEach((tag, path) -> captions.put(
                        String.valueOf(tag), store(String.valueOf(path), "").id()));
        Map<String, String> transcript = new LinkedHashMap<>();
        map(media, "transcript")
                .forEach((tag, path) ->
                        text(String.valueOf(path)).ifPresent(html -> transcript.put(String.valueOf(tag), html)));
        return new Material.Media(
                media.containsKey("video") ? clip(string(media, "video")) : null,
                media.containsKey("audio") ? clip(string(media, "audio")) : null,
                captions,
                cleaned(words(transcript)),
                maps(media, "slides").stream().map(this::slide).toList());
    }

    private Material.Clip clip(String path) {
        StoredFile stored = store(path, "");
        int seconds = MediaLength.seconds(files.path(stored.sha256()));
        return new Material.Clip(stored.id(), stored.mediaType(), stored.bytes(), seconds);
    }

    private Material.Slide slide(Map<?, ?> slide) {
        StoredFile stored = store(string(slide, "file"), "");
        double at = ((Number) java.util.Objects.requireNonNull(slide.get("at"))).doubleValue();
        return new Material.Slide(at, stored.id(), words(slide, "text"), stored.bytes());
    }

    private Object test(String path) {
        return test(yaml(path));
    }

    /** Every text of a test becomes words; all else stays as the form has it. */
    private Object test(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> result = new LinkedHashMap<>();
                map.forEach((key, inner) -> {
                    if (inner != null) {
                        result.put(String.valueOf(key), test(String.valueOf(key), inner));
                    }
                });
                yield result;
            }
            case List<?> list -> list.stream().map(one -> test((Object) one)).toList();
            default -> value;
        };
    }

    private Object test(String key, Object value) {
        if (key.equals("pair")) {
            return id(String.valueOf(value));
        }
        if (TEXTS.contains(key) && value instanceof Map<?, ?> map) {
            Words words = words(map);
            return key.equals("prompt") ? cleaned(words) : words;
        }
        return test(value);
    }

    private UUID id(String seed) {
        return Optional.ofNullable(ids.get(seed))
                .orElseThrow(() -> new IllegalStateException("no activity " + seed + " in " + folder));
    }

    private StoredFile store(String path, String name) {
        String called = name.isBlank() ? path.substring(path.lastIndexOf('/') + 1) : name;
        try (InputStream in = open(path).getInputStream()) {
            return files.store(in, called, Audience.MEMBERS, Visitor.NOBODY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> text(String path) {
        ClassPathResource file = open(path);
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<?, ?> yaml(String path) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(5_000_000);
        return new Yaml(new SafeConstructor(options))
                .load(text(path).orElseThrow(() -> new IllegalStateException("no " + path + " in " + folder)));
    }

    private ClassPathResource open(String path) {
        return new ClassPathResource(folder + path);
    }

    private Words words(Map<?, ?> map, String key) {
        return words(map(map, key));
    }

    private Words words(Object texts) {
        Words words = Words.NONE.originalIn(languages.getFirst());
        Map<String, String> byTag = ((Map<?, ?>) texts)
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> String.valueOf(one.getKey()), one -> String.valueOf(one.getValue())));
        for (String language : languages) {
            words = words.with(language, byTag.getOrDefault(language, ""));
        }
        return words;
    }

    private Words html(Map<?, ?> map, String key) {
        return cleaned(words(map, key));
    }

    private Words cleaned(Words html) {
        Words clean = Words.NONE.originalIn(html.original());
        for (String language : languages) {
            clean = clean.with(language, Html.clean(html.exactly(language)));
        }
        return clean;
    }

    private static Map<?, ?> map(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> inner ? inner : List.of();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> map, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        list(map, key).forEach(one -> maps.add((Map<?, ?>) one));
        return maps;
    }

    private static String string(Map<?, ?> map, String key) {
        return map.get(key) == null ? "" : String.valueOf(map.get(key));
    }

    private static int number(Map<?, ?> map, String key) {
        return map.get(key) instanceof Number number ? number.intValue() : 0;
    }
}
