package org.cybox.courses.learning;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What the lesson page can draw. The contents of the built-in kinds are read into this one form, so that the page draws
 * what is there and never asks for the kind.
 *
 * @param html text of a page, {@code text} the one around a file or link, {@code transcript} of a medium; all sanitised
 * @param seconds length of the medium, 0 when unknown
 * @param captions WebVTT by BCP 47 tag
 */
record Material(
        Words html,
        Words text,
        Words transcript,
        Words url,
        @Nullable FileRef file,
        @Nullable FileRef video,
        @Nullable FileRef audio,
        int seconds,
        Map<String, FileRef> captions,
        List<Slide> slides) {

    Material {
        html = html == null ? Words.NONE : html;
        text = text == null ? Words.NONE : text;
        transcript = transcript == null ? Words.NONE : transcript;
        url = url == null ? Words.NONE : url;
        captions = captions == null ? Map.of() : Map.copyOf(captions);
        slides = slides == null ? List.of() : List.copyOf(slides);
    }

    public record FileRef(UUID id, String name, String type, long bytes) {

        String address() {
            return "/files/" + id + "/" + UriUtils.encodePathSegment(name, "UTF-8");
        }
    }

    /** @param at shown from this millisecond on */
    public record Slide(int at, FileRef file, Words text) {}

    /** What there is to read. */
    Words prose() {
        return html.isBlank() ? text : html;
    }

    boolean medium() {
        return video != null || audio != null;
    }

    /** Bytes of the light rendition: sound and slides together. */
    long lightBytes() {
        return (audio == null ? 0 : audio.bytes())
                + slides.stream().mapToLong(slide -> slide.file().bytes()).sum();
    }
}
