package org.cybox.courses;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Html;
import org.cybox.platform.text.Words;

/** A built-in kind: something to read, to watch, to save or to visit, with {@link Material} for content. */
final class MaterialKind implements ActivityKind {

    private static final Pattern IN_TEXT = Pattern.compile("/files/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/");

    private final String kind;
    private final List<String> completions;
    private final Function<Material, List<String>> faults;

    /** @param faults keys of what keeps it from being published */
    private MaterialKind(String kind, List<String> completions, Function<Material, List<String>> faults) {
        this.kind = kind;
        this.completions = completions;
        this.faults = faults;
    }

    static MaterialKind page() {
        return new MaterialKind(
                "page",
                List.of("view", "button", "none"),
                material -> blank(material.text()) ? List.of("courses.problem.empty") : List.of());
    }

    static MaterialKind file() {
        return new MaterialKind(
                "file",
                List.of("button", "view", "none"),
                material -> material.file() == null ? List.of("courses.problem.noFile") : List.of());
    }

    static MaterialKind link() {
        return new MaterialKind("link", List.of("button", "view", "none"), MaterialKind::ofLink);
    }

    static MaterialKind media() {
        return new MaterialKind("media", List.of("view", "button", "none"), MaterialKind::ofMedia);
    }

    private static List<String> ofLink(Material material) {
        if (blank(material.url())) {
            return List.of("courses.problem.noAddress");
        }
        return material.url().text().values().stream().allMatch(MaterialKind::leadsOut)
                ? List.of()
                : List.of("courses.problem.address");
    }

    /** Those who do not hear or do not see it must be able to follow: captions and transcript are no extras. */
    private static List<String> ofMedia(Material material) {
        Material.Media media = material.media();
        if (media == null || (media.video() == null && media.audio() == null)) {
            return List.of("courses.problem.noMedia");
        }
        List<String> keys = new ArrayList<>();
        if (media.video() != null && media.captions().isEmpty()) {
            keys.add("courses.problem.noCaptions");
        }
        if (blank(media.transcript())) {
            keys.add("courses.problem.noTranscript");
        }
        if (media.audio() == null && !media.slides().isEmpty()) {
            keys.add("courses.problem.slidesWithoutSound");
        }
        return keys;
    }

    /** Only https leads out of a lesson: no {@code javascript:}, no {@code data:}, nothing that is read on the way. */
    static boolean leadsOut(String address) {
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && address.length() <= 2_000;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean blank(Words words) {
        return words.exactly(words.original()).isBlank();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String nameKey() {
        return "courses.kind." + kind;
    }

    @Override
    public List<String> completions() {
        return completions;
    }

    @Override
    public String emptyContent(String language) {
        Words none = Words.NONE.originalIn(language);
        return Json.write(new Material(none, null, null, none));
    }

    @Override
    public String editAddress(UUID course, UUID activity) {
        return "/courses/" + course + "/activities/" + activity + "/" + kind;
    }

    @Override
    public List<Problem> problems(String content) {
        return faults.apply(Json.read(content, Material.class)).stream()
                .map(key -> new Problem(key, List.of()))
                .toList();
    }

    /** Those of a text too: a picture in a page is a file like any other. */
    @Override
    public List<UUID> files(String content) {
        Stream<UUID> inText = IN_TEXT.matcher(content).results().map(found -> UUID.fromString(found.group(1)));
        return Stream.concat(Json.read(content, Material.class).files().stream(), inText)
                .distinct()
                .toList();
    }

    @Override
    public String cleaned(String content) {
        Material known = Json.read(content, Material.class);
        Material.Media media = known.media();
        return Json.write(new Material(
                cleaned(known.text()),
                known.file(),
                media == null
                        ? null
                        : new Material.Media(
                                media.video(),
                                media.audio(),
                                media.captions(),
                                cleaned(media.transcript()),
                                media.slides()),
                known.url()));
    }

    static Words cleaned(Words html) {
        return html.map(Html::clean);
    }
}
