package org.cybox.courses.learning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.ActivityKind;
import org.cybox.courses.BlockVersion;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Kinds;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.courses.OutlineView;
import org.cybox.courses.Title;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Link;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.cybox.platform.web.Writes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One lesson, as the person who learns meets it. */
@Controller
@RequestMapping("/learn/{course}/{block}")
class LessonController {

    private final Learning learning;
    private final Enrolments enrolments;
    private final LessonPages pages;
    private final LessonMails mails;
    private final Kinds kinds;

    LessonController(Learning learning, Enrolments enrolments, LessonPages pages, LessonMails mails, Kinds kinds) {
        this.learning = learning;
        this.enrolments = enrolments;
        this.pages = pages;
        this.mails = mails;
        this.kinds = kinds;
    }

    /**
     * @param readings the languages it can be read in, when there are several; their text is the tag
     * @param url where a link leads, or blank
     * @param missing what must be done before it opens; then nothing of it is shown
     * @param mark {@code button} when the learner says themselves that it is done, else blank
     */
    public record LessonPage(
            Lesson lesson,
            String title,
            Optional<Prose> prose,
            List<Link> readings,
            Optional<Held> file,
            String url,
            Optional<Watch> watch,
            Optional<Listen> listen,
            List<OutlineView.Line> missing,
            String mark)
            implements Page {

        public String here() {
            return lesson.address(lesson.block());
        }
    }

    /**
     * @param html sanitised
     * @param wanted what was asked for; @param foreign the reader's language is not there, this is another
     * @param outdated the original has changed since this translation
     */
    public record Prose(
            String html,
            String language,
            String direction,
            String original,
            String wanted,
            boolean foreign,
            boolean outdated) {}

    /** @param light bytes of the light rendition, 0 when there is none; @param place seconds to go on from */
    public record Watch(
            Held video, int seconds, Map<String, String> captions, long light, int place, Optional<Prose> transcript) {}

    /** @param light bytes of sound and slides; @param full bytes of the video, 0 when there is none */
    public record Listen(
            Held audio,
            int seconds,
            List<Shown> slides,
            long light,
            long full,
            int place,
            Optional<Prose> transcript) {}

    /** A stored file. @param type media type; @param bytes told before anything is loaded */
    public record Held(String address, String name, String type, long bytes) {

        /** PDF, DOCX: what people call it; the media type when the name says nothing. */
        public String word() {
            int dot = name.lastIndexOf('.');
            return dot > 0 && dot < name.length() - 1
                    ? name.substring(dot + 1).toUpperCase(java.util.Locale.ROOT)
                    : type;
        }
    }

    /** A slide from that second on. */
    public record Shown(double at, String address, Title text) {

        /** 1:43 */
        public String time() {
            int seconds = (int) at;
            return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
        }
    }

    @GetMapping
    @Allow(Who.LEARNER)
    @Writes
    Object read(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "false") boolean light,
            Visitor visitor) {
        Optional<Enrolment> enrolment = enrolments.of(course, visitor.person()).filter(Enrolment::learning);
        if (enrolment.isEmpty()) {
            return Redirect.to("/catalogue/" + course);
        }
        Lesson lesson = learning.lesson(enrolment.get(), block);
        Optional<String> elsewhere = kind(lesson).flatMap(kind -> kind.learnAddress(course, block));
        if (elsewhere.isPresent()) {
            return Redirect.to(elsewhere.get());
        }
        BlockVersion version = learning.content(lesson);
        return pages.lessonPage(noted(lesson, version), version, visitor, in, light);
    }

    /** Opening is noted, and is all that a page with the rule "view" asks for; a medium wants to be seen to its end. */
    private Lesson noted(Lesson lesson, BlockVersion version) {
        if (lesson.locked()) {
            return lesson;
        }
        learning.open(lesson);
        boolean seen = lesson.block().completion().equals("view")
                && pages.material(version).media() == null;
        if (!seen || lesson.done(lesson.block().id())) {
            return lesson;
        }
        learning.complete(lesson);
        return learning.lesson(
                enrolments.get(lesson.enrolment().id()), lesson.block().id());
    }

    private Optional<ActivityKind> kind(Lesson lesson) {
        return kinds.find(lesson.block().kind());
    }

    /** "I have done this". */
    @PostMapping("/completion")
    @Allow(Who.LEARNER)
    Object done(@PathVariable UUID course, @PathVariable UUID block, Visitor visitor) {
        Lesson lesson = learning.lesson(visitor, course, block);
        String here = lesson.address(lesson.block());
        boolean own = List.of("button", "view").contains(lesson.block().completion());
        if (!own || lesson.locked()) {
            return Redirect.to(here);
        }
        learning.complete(lesson);
        return Redirect.to(here).saying("learning.marked");
    }

    /** The lesson's text by mail, with a way back to its place. */
    @PostMapping("/mail")
    @Allow(Who.LEARNER)
    Redirect mail(@PathVariable UUID course, @PathVariable UUID block, Visitor visitor) {
        Lesson lesson = learning.lesson(visitor, course, block);
        String here = lesson.address(lesson.block());
        if (lesson.locked()) {
            return Redirect.to(here);
        }
        return switch (mails.send(lesson, learning.content(lesson), visitor)) {
            case SENT -> Redirect.to(here).saying("learning.mail.sent");
            case NO_ADDRESS -> Redirect.to(here).warning("learning.mail.noAddress");
        };
    }

    /** Where the learner is in a medium; nine tenths of it are all of it. */
    @PostMapping("/position")
    @Allow(Who.LEARNER)
    ResponseEntity<Void> position(
            @PathVariable UUID course, @PathVariable UUID block, @RequestParam int seconds, Visitor visitor) {
        Lesson lesson = learning.lesson(visitor, course, block);
        if (lesson.locked() || seconds < 0 || seconds > 999_999) {
            return ResponseEntity.unprocessableContent().build();
        }
        learning.remember(lesson, String.valueOf(seconds));
        int length = pages.seconds(learning.content(lesson));
        if (lesson.block().completion().equals("view") && length > 0 && seconds * 10L >= length * 9L) {
            learning.complete(lesson);
        }
        return ResponseEntity.noContent().build();
    }
}
