package org.cybox.courses.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Title;
import org.cybox.courses.enrolment.Candidates.Choice;
import org.cybox.courses.enrolment.Candidates.Member;
import org.cybox.courses.enrolment.Candidates.Sorted;
import org.cybox.courses.enrolment.LearnerStore.GroupName;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Enrolling people: chosen, a group, or a pasted list; first seen, then done. */
@Controller
@RequestMapping("/courses/{course}/learners/new")
@Allow(Who.TRAINER)
class NewLearnersController {

    private final Courses courses;
    private final Enrolments enrolments;
    private final Candidates candidates;
    private final LearnerStore store;
    private final EnrolmentNotices notices;
    private final Audit audit;

    NewLearnersController(
            Courses courses,
            Enrolments enrolments,
            Candidates candidates,
            LearnerStore store,
            EnrolmentNotices notices,
            Audit audit) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.candidates = candidates;
        this.store = store;
        this.notices = notices;
        this.audit = audit;
    }

    public record NewLearnersPage(
            UUID course,
            Title title,
            boolean published,
            String q,
            List<Choice> choices,
            List<GroupName> groups,
            String pasted,
            String problem)
            implements Page {

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    /** What would happen. */
    public record PreviewPage(UUID course, Title title, Sorted sorted, String via) implements Page {}

    @GetMapping
    NewLearnersPage show(@PathVariable UUID course, @RequestParam(defaultValue = "") String q, Visitor visitor) {
        return page(courses.runBy(visitor, course), visitor, q, "", "");
    }

    @PostMapping
    Object preview(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") List<UUID> ids,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Visitor visitor,
            T t) {
        Course here = courses.runBy(visitor, course);
        try {
            List<String> signs = Candidates.signs(pasted + "\n" + text(file));
            Optional<UUID> chosen = group.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(group));
            if (signs.isEmpty() && ids.isEmpty() && chosen.isEmpty()) {
                throw new Refused("", "enrolment.nobody.chosen");
            }
            Sorted sorted = candidates.sort(course, visitor, signs, ids, chosen.orElse(null));
            return new PreviewPage(
                    course, Title.of(here.title(), visitor.language()), sorted, signs.isEmpty() ? "manager" : "csv");
        } catch (Refused refused) {
            return page(here, visitor, "", pasted, refused.text(t));
        } catch (IllegalArgumentException e) {
            return page(here, visitor, "", pasted, t.of("enrolment.nobody.chosen"));
        }
    }

    @PostMapping("/enrolment")
    Redirect enrol(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") List<UUID> ids,
            @RequestParam(defaultValue = "manager") String via,
            Visitor visitor) {
        Course here = courses.runBy(visitor, course);
        List<UUID> people = candidates.sort(course, visitor, List.of(), ids, null).fresh().stream()
                .map(Member::id)
                .toList();
        List<UUID> fresh = enrolments.enrolAll(course, people, via.equals("csv") ? "csv" : "manager");
        notices.admitted(here, fresh);
        audit.record(visitor, "courses.enrol", "course", course, "", Map.of("people", fresh.size()));
        return Redirect.to("/courses/" + course + "/learners").saying("enrolment.did.admit", fresh.size());
    }

    private NewLearnersPage page(Course course, Visitor visitor, String q, String pasted, String problem) {
        return new NewLearnersPage(
                course.id(),
                Title.of(course.title(), visitor.language()),
                course.published(),
                q,
                candidates.choices(course.id(), visitor, q),
                store.groups(visitor),
                pasted,
                problem);
    }

    private static String text(@Nullable MultipartFile file) {
        try {
            return file == null || file.isEmpty() ? "" : decoded(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(MultipartFile file) throws IOException {
        if (file.getSize() > 2_000_000) {
            throw new Refused("file", "enrolment.file.large");
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}
