package org.cybox.courses.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Clips;
import org.cybox.courses.Material;
import org.cybox.courses.Material.Attachment;
import org.cybox.courses.Material.Clip;
import org.cybox.courses.Material.Media;
import org.cybox.courses.Material.Slide;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads the form of a material: first what can always be kept, the words; then what may be refused, the files. */
@Component
class MaterialForm {

    private static final int LONGEST = 24 * 60 * 60;
    private static final Media NO_MEDIA = new Media(null, null, Map.of(), Words.NONE, List.of());

    private final Uploads uploads;
    private final Clips clips;

    MaterialForm(Uploads uploads, Clips clips) {
        this.uploads = uploads;
        this.clips = clips;
    }

    /** With everything that was typed, right or wrong. */
    Material words(Typed typed, Material before) {
        Media media = before.media();
        boolean withMedia = media != null || typed.has("media");
        Media old = media == null ? NO_MEDIA : media;
        return new Material(
                typed.html("text", before.text()),
                before.file(),
                withMedia
                        ? new Media(
                                old.video(),
                                old.audio(),
                                old.captions(),
                                typed.html("transcript", old.transcript()),
                                slides(typed, old.slides()))
                        : null,
                typed.line("url", before.url()));
    }

    private static List<Slide> slides(Typed typed, List<Slide> before) {
        List<UUID> gone = typed.ids("slide.remove");
        return before.stream()
                .filter(slide -> !gone.contains(slide.file()))
                .map(slide -> new Slide(
                        typed.has("slide-" + slide.file() + "-at")
                                ? seconds(typed.get("slide-" + slide.file() + "-at"), slide.at())
                                : slide.at(),
                        slide.file(),
                        typed.line("slide-" + slide.file(), slide.text()),
                        slide.size()))
                .sorted(Comparator.comparingDouble(Slide::at))
                .toList();
    }

    /** 83.5, 1:23.5 or 0:01:23; what cannot be read stays as it was. */
    static double seconds(String typed, double before) {
        if (!typed.matches("([0-9]{1,3}:){0,2}[0-9]{1,5}([.,][0-9]{1,3})?")) {
            return before;
        }
        double seconds = 0;
        for (String part : typed.replace(',', '.').split(":")) {
            seconds = seconds * 60 + Double.parseDouble(part);
        }
        return Math.min(LONGEST, seconds);
    }

    /** The same with the files that came; refused beside the field when one does not fit, or a link leads astray. */
    Material checked(Typed typed, Map<String, MultipartFile> files, Material words) {
        words.url().text().forEach((tag, url) -> {
            if (!Clips.leadsOut(url)) {
                throw new Refused("url." + tag, "courses.url.https");
            }
        });
        Media media = words.media();
        return new Material(
                words.text(),
                file(files.get("file"), words.file()),
                media == null ? null : media(typed, files, media),
                words.url());
    }

    private @Nullable Attachment file(@Nullable MultipartFile sent, @Nullable Attachment before) {
        return uploads.any(sent, Audience.MEMBERS)
                .map(stored -> new Attachment(stored.id(), stored.name(), stored.mediaType(), stored.bytes()))
                .orElse(before);
    }

    private Media media(Typed typed, Map<String, MultipartFile> files, Media before) {
        Map<String, UUID> captions = new HashMap<>(before.captions());
        captions.keySet().removeAll(typed.all("captions.remove"));
        files.forEach((name, sent) -> {
            if (name.startsWith("captions.")) {
                uploads.captions(sent, name)
                        .ifPresent(stored -> captions.put(name.substring("captions.".length()), stored.id()));
            }
        });
        List<Slide> slides = new ArrayList<>(before.slides());
        uploads.picture(files.get("slide"), "slide")
                .ifPresent(stored -> slides.add(new Slide(
                        seconds(typed.get("slide-new-at"), 0),
                        stored.id(),
                        typed.line("slide-new", Words.NONE),
                        stored.bytes())));
        slides.sort(Comparator.comparingDouble(Slide::at));
        return new Media(
                clip(typed, files, "video", before.video()),
                clip(typed, files, "audio", before.audio()),
                captions,
                before.transcript(),
                slides);
    }

    private @Nullable Clip clip(Typed typed, Map<String, MultipartFile> files, String field, @Nullable Clip before) {
        StoredFile stored = uploads.clip(files.get(field), field).orElse(null);
        if (stored != null) {
            return clips.clip(stored);
        }
        return typed.has(field + ".remove") ? null : before;
    }
}
