package org.cybox.courses.authoring;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.courses.Activity;
import org.cybox.courses.ChangedMeanwhile;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Kinds;
import org.cybox.courses.Material;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
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

/** Writing the content of the built-in kinds: page, file, media, link. */
@Controller
@RequestMapping("/courses/{course}/activities/{activity}/{kind:page|file|media|link}")
@Allow(Who.TRAINER)
class MaterialController {

    private final Courses courses;
    private final Kinds kinds;
    private final People people;
    private final MaterialForm forms;
    private final Files files;

    MaterialController(Courses courses, Kinds kinds, People people, MaterialForm forms, Files files) {
        this.courses = courses;
        this.kinds = kinds;
        this.people = people;
        this.forms = forms;
        this.files = files;
    }

    /**
     * @param material what the author has before them, stored or not
     * @param addresses of the files of the material
     * @param other what somebody else saved meanwhile, beside it
     * @param preview the text as learners would see it, not stored
     */
    public record MaterialPage(
            CourseHead head,
            ActivityHead activity,
            Words title,
            Material material,
            int revision,
            Translating languages,
            Map<UUID, String> addresses,
            Optional<Other> other,
            String preview,
            String field,
            String problem)
            implements Page {

        /** Where a file of the material is. */
        public String address(UUID file) {
            return addresses.getOrDefault(file, "");
        }

        @Override
        public int status() {
            return other.isPresent() ? 409 : problem.isBlank() ? 200 : 422;
        }

        /** The language that a preview is in. */
        public String previewed() {
            return languages.beside(material.text()) ? languages.to() : languages.from(material.text());
        }

        public Words otherTitle() {
            return other.map(Other::title).orElse(Words.NONE);
        }

        public Words otherText() {
            return other.map(one -> one.material().text()).orElse(Words.NONE);
        }
    }

    /** @param name of who saved it, or blank */
    public record Other(String name, Words title, Material material) {}

    @GetMapping
    MaterialPage edit(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String to,
            Visitor visitor) {
        Activity found = find(visitor, course, activity, kind);
        return page(found, Translating.of(courses.get(course), to), visitor, Optional.empty(), "", "", "");
    }

    @PostMapping
    Object save(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam Map<String, MultipartFile> sent,
            Visitor visitor,
            T t) {
        Activity before = find(visitor, course, activity, kind);
        Translating languages = Translating.of(courses.get(course), String.valueOf(form.getFirst("to")));
        Typed typed = new Typed(form, languages);
        Activity typing = before;
        try {
            typing = before.saying(
                    typed.line("title", before.title()),
                    Json.write(forms.words(typed, Json.read(before.content(), Material.class))));
            if (typed.get("act").equals("preview")) {
                Material seen = Json.read(typing.content(), Material.class);
                String language = languages.beside(seen.text()) ? languages.to() : languages.from(seen.text());
                return page(
                        typing.at(typed.number("revision", Integer.MAX_VALUE)),
                        languages,
                        visitor,
                        Optional.empty(),
                        seen.text().exactly(language),
                        "",
                        "");
            }
            Material whole = forms.checked(typed, sent, Json.read(typing.content(), Material.class));
            Activity changed = typing.saying(typing.title(), Json.write(whole));
            if (changed.title().isBlank()) {
                throw new Refused("title." + languages.from(changed.title()), "courses.title.missing");
            }
            courses.saveContent(visitor, changed.at(typed.number("revision", Integer.MAX_VALUE)));
        } catch (ChangedMeanwhile e) {
            if (same(typing, e.stored())) {
                return saved(course, activity, kind, languages);
            }
            return page(
                    typing.at(e.stored().revision()), languages, visitor, Optional.of(other(e.stored())), "", "", "");
        } catch (Refused e) {
            return page(
                    typing.at(typed.number("revision", Integer.MAX_VALUE)),
                    languages,
                    visitor,
                    Optional.empty(),
                    "",
                    e.field(),
                    e.text(t));
        }
        return saved(course, activity, kind, languages);
    }

    /** A form that came twice: it is there. */
    private static boolean same(Activity typed, Activity stored) {
        return typed.title().equals(stored.title())
                && Json.read(typed.content(), Material.class).equals(Json.read(stored.content(), Material.class));
    }

    private static Redirect saved(UUID course, UUID activity, String kind, Translating languages) {
        return Redirect.to("/courses/" + course + "/activities/" + activity + "/" + kind + languages.query())
                .saying("courses.saved");
    }

    private Activity find(Visitor visitor, UUID course, UUID activity, String kind) {
        Activity found = courses.activity(visitor, course, activity);
        if (!found.kind().equals(kind)) {
            throw new NotFound();
        }
        return found;
    }

    private Other other(Activity stored) {
        UUID by = stored.changedBy();
        String name = by == null
                ? ""
                : people.all(java.util.List.of(by)).values().stream()
                        .findFirst()
                        .map(Person::name)
                        .orElse("");
        return new Other(name, stored.title(), Json.read(stored.content(), Material.class));
    }

    private MaterialPage page(
            Activity activity,
            Translating languages,
            Visitor visitor,
            Optional<Other> other,
            String preview,
            String field,
            String problem) {
        Course course = courses.get(activity.courseId());
        Material material = Json.read(activity.content(), Material.class);
        return new MaterialPage(
                CourseHead.of(course, visitor),
                ActivityHead.of(activity, kinds, visitor),
                activity.title(),
                material,
                activity.revision(),
                languages,
                files.all(material.files()).values().stream()
                        .collect(Collectors.toMap(StoredFile::id, StoredFile::address)),
                other,
                preview,
                field,
                problem);
    }
}
