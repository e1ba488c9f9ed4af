package org.cybox.courses;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * The content of the built-in kinds, one form for all: a page has its text, a file, medium or link its file, medium or
 * link with a text around it. The lesson page draws what is there and need not ask for the kind.
 *
 * @param text sanitised HTML
 * @param url an https address, a language may have its own
 */
public record Material(
        Words text, @Nullable Attachment file, @Nullable Media media, Words url) implements Document {

    public static final Material NONE = new Material(Words.NONE, null, null, Words.NONE);

    public Material {
        text = text == null ? Words.NONE : text;
        url = url == null ? Words.NONE : url;
    }

    /** @param file in the store of files; @param name offered when saving; @param size bytes */
    public record Attachment(UUID file, String name, String type, long size) {}

    /**
     * Something to watch or to hear; one of {@code video} and {@code audio} is there.
     *
     * @param audio with {@code slides} the light rendition
     * @param captions WebVTT files by language
     * @param transcript sanitised HTML
     */
    public record Media(
            @Nullable Clip video,
            @Nullable Clip audio,
            Map<String, UUID> captions,
            Words transcript,
            List<Slide> slides) {

        public Media {
            captions = captions == null ? Map.of() : Map.copyOf(captions);
            transcript = transcript == null ? Words.NONE : transcript;
            slides = slides == null ? List.of() : List.copyOf(slides);
        }

        /** What all of the light rendition weighs, bytes. */
        public long lightSize() {
            return (audio == null ? 0 : audio.size())
                    + slides.stream().mapToLong(Slide::size).sum();
        }
    }

    /** @param type media type; @param size bytes; @param seconds 0 when not known */
    public record Clip(UUID file, String type, long size, int seconds) {}

    /** @param at shown from this second on; @param text what it shows; @param size bytes */
    public record Slide(double at, UUID file, Words text, long size) {}

    public List<UUID> files() {
        Stream<UUID> attached = Stream.ofNullable(file).map(Attachment::file);
        Stream<UUID> shown = Stream.ofNullable(media)
                .flatMap(one -> Stream.of(
                                Stream.ofNullable(one.video()).map(Clip::file),
                                Stream.ofNullable(one.audio()).map(Clip::file),
                                one.captions().values().stream(),
                                one.slides().stream().map(Slide::file))
                        .flatMap(all -> all));
        return Stream.concat(attached, shown).toList();
    }
}
