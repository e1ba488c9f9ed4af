package org.cybox.courses.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.courses.Activity;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Drafts;
import org.cybox.courses.Kinds;
import org.cybox.courses.SavedMeanwhile;
import org.cybox.courses.Section;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sections of a draft: days and sessions with their outcomes, and what is for trainers only. */
@Controller
@RequestMapping("/courses/{course}/sections")
@Allow(Who.TRAINER)
class SectionController {

    private static final int MOST_OUTCOMES = 30;

    private final Courses courses;
    private final Drafts drafts;
    private final Kinds kinds;
    private final Uploads uploads;
    private final Files files;

    SectionController(Courses courses, Drafts drafts, Kinds kinds, Uploads uploads, Files files) {
        this.courses = courses;
        this.drafts = drafts;
        this.kinds = kinds;
        this.uploads = uploads;
        this.files = files;
    }

    /** @param other what somebody else saved meanwhile; @param problem beside the field named, or blank */
    public record SectionPage(
            CourseHead head,
            Section section,
            Translating languages,
            List<String> kinds,
            List<StoredFile> files,
            Optional<Section> other,
            String field,
            String problem)
            implements Page {
        @Override
        public int status() {
            return other.isPresent() ? 409 : problem.isBlank() ? 200 : 422;
        }

        public Words otherTitle() {
            return other.map(Section::title).orElse(Words.NONE);
        }

        public Words otherNotes() {
            return other.map(Section::trainerNotes).orElse(Words.NONE);
        }

        public String otherKind() {
            return other.map(Section::kind).orElse(section.kind());
        }

        public Words outcome(int n) {
            return at(section, n);
        }

        public Words otherOutcome(int n) {
            return other.map(one -> at(one, n)).orElse(Words.NONE);
        }

        /** As many as either has. */
        public int outcomes() {
            int theirs = other.map(one -> one.outcomes().list().size()).orElse(0);
            return Math.max(theirs, section.outcomes().list().size());
        }

        private static Words at(Section section, int n) {
            List<Words> all = section.outcomes().list();
            return n < all.size()
                    ? all.get(n)
                    : Words.NONE.originalIn(section.title().original());
        }
    }

    @PostMapping
    Redirect add(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "section") String kind,
            Visitor visitor) {
        Section section = drafts.addSection(visitor, course, kind, title);
        return outline(course, section.id());
    }

    /** The order of all, or one place up or down for the one whose plain button was pressed. */
    @PostMapping("/order")
    Redirect order(@PathVariable UUID course, @RequestParam MultiValueMap<String, String> form, Visitor visitor) {
        Typed typed = new Typed(form, new Translating(List.of(), ""));
        if (typed.has("move")) {
            Step step = Step.of(typed.get("move"));
            drafts.moveSection(visitor, course, step.id(), step.way());
            return outline(course, step.id());
        }
        drafts.orderSections(visitor, course, typed.ids("order"));
        return Redirect.to("/courses/" + course);
    }

    @PostMapping("/{section}/order")
    Redirect orderActivities(
            @PathVariable UUID course,
            @PathVariable UUID section,
            @RequestParam MultiValueMap<String, String> form,
            Visitor visitor) {
        Typed typed = new Typed(form, new Translating(List.of(), ""));
        if (typed.has("move")) {
            Step step = Step.of(typed.get("move"));
            drafts.moveActivity(visitor, course, step.id(), step.way());
            return outline(course, step.id());
        }
        drafts.orderActivities(visitor, course, section, typed.ids("order"));
        return outline(course, section);
    }

    @PostMapping("/{section}/activities")
    Redirect addActivity(
            @PathVariable UUID course,
            @PathVariable UUID section,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "page") String kind,
            Visitor visitor) {
        Activity activity = drafts.addActivity(visitor, course, section, kind, title);
        return Redirect.to(kinds.get(kind).editAddress(course, activity.id())).saying("courses.activity.added");
    }

    @PostMapping("/{section}/bin")
    Redirect bin(@PathVariable UUID course, @PathVariable UUID section, Visitor visitor) {
        drafts.binSection(visitor, course, section);
        return Redirect.to("/courses/" + course + "?thrown=" + section);
    }

    @GetMapping("/{section}")
    SectionPage edit(
            @PathVariable UUID course,
            @PathVariable UUID section,
            @RequestParam(defaultValue = "") String to,
            Visitor visitor) {
        Section found = drafts.section(visitor, course, section);
        return page(courses.get(course), found, to, Optional.empty(), "", "", visitor);
    }

    @PostMapping("/{section}")
    Object save(
            @PathVariable UUID course,
            @PathVariable UUID section,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) List<MultipartFile> file,
            Visitor visitor,
            T t) {
        Section before = drafts.section(visitor, course, section);
        Course found = courses.get(course);
        Translating languages = Translating.of(found, String.valueOf(form.getFirst("to")));
        Typed typed = new Typed(form, languages);
        Section changed = before;
        try {
            changed = changed(before, typed);
            List<UUID> kept = new ArrayList<>(before.trainerFiles().list());
            kept.removeAll(typed.ids("remove"));
            uploads.all(file, Audience.TRAINERS).forEach(stored -> kept.add(stored.id()));
            Section whole = changed.noting(typed.html("notes", before.trainerNotes()), new Section.FileIds(kept));
            if (whole.title().isBlank()) {
                throw new Refused("title." + languages.from(whole.title()), "courses.title.missing");
            }
            drafts.saveSection(visitor, whole.at(typed.number("revision", Integer.MAX_VALUE)));
        } catch (SavedMeanwhile e) {
            Section stored = drafts.section(visitor, course, section);
            Section typing = changed.at(stored.revision());
            if (typing.equals(stored)) {
                return saved(course, section, languages);
            }
            return page(found, typing, languages.to(), Optional.of(stored), "", "", visitor);
        } catch (Refused e) {
            Section typing = changed.at(typed.number("revision", Integer.MAX_VALUE));
            return page(found, typing, languages.to(), Optional.empty(), e.field(), e.text(t), visitor);
        }
        return saved(course, section, languages);
    }

    /** Also for a form that came twice: it is there. */
    private static Redirect saved(UUID course, UUID section, Translating languages) {
        return Redirect.to("/courses/" + course + "/sections/" + section + languages.query())
                .saying("courses.saved");
    }

    private static Section changed(Section before, Typed typed) {
        String kind = Drafts.SECTION_KINDS.contains(typed.get("kind")) ? typed.get("kind") : before.kind();
        List<Words> outcomes = new ArrayList<>();
        List<Words> there = before.outcomes().list();
        for (int i = 0; i < MOST_OUTCOMES; i++) {
            Words words = typed.line("outcome-" + i, i < there.size() ? there.get(i) : Words.NONE);
            if (!words.isBlank()) {
                outcomes.add(words);
            }
        }
        return before.saying(kind, typed.line("title", before.title()), new Section.Lines(outcomes))
                .noting(typed.html("notes", before.trainerNotes()), before.trainerFiles());
    }

    private SectionPage page(
            Course course,
            Section section,
            String to,
            Optional<Section> other,
            String field,
            String problem,
            Visitor visitor) {
        Map<UUID, StoredFile> known = files.all(section.trainerFiles().list());
        return new SectionPage(
                CourseHead.of(course, visitor),
                section,
                Translating.of(course, to),
                Drafts.SECTION_KINDS,
                section.trainerFiles().list().stream()
                        .flatMap(id -> Stream.ofNullable(known.get(id)))
                        .toList(),
                other,
                field,
                problem);
    }

    private static Redirect outline(UUID course, UUID at) {
        return Redirect.to("/courses/" + course + "#a-" + at);
    }

    /** A plain button: which one, and where. */
    private record Step(UUID id, Drafts.Way way) {

        static Step of(String value) {
            String[] parts = value.split(":");
            if (parts.length != 2 || !parts[0].matches("[0-9a-f-]{36}")) {
                throw new org.cybox.platform.web.NotFound();
            }
            return new Step(UUID.fromString(parts[0]), parts[1].equals("up") ? Drafts.Way.UP : Drafts.Way.DOWN);
        }
    }
}
