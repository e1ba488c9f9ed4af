package org.cybox.courses.authoring;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.SavedMeanwhile;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a course says of itself, how one comes in, and what one gets for it. */
@Controller
@RequestMapping("/courses/{course}/settings")
@Allow(Who.TRAINER)
class SettingsController {

    static final List<String> CERTIFICATES = List.of("none", "attendance", "completion", "trainer");
    static final List<String> JOINING = List.of("open", "key", "approval", "closed");
    private static final int MOST_OUTCOMES = 60;

    private final Courses courses;

    SettingsController(Courses courses) {
        this.courses = courses;
    }

    public record SettingsPage(
            CourseHead head,
            Course course,
            Translating languages,
            List<String> certificates,
            Plain plain,
            Optional<Course> other,
            String field,
            String problem)
            implements Page {
        @Override
        public int status() {
            return other.isPresent() ? 409 : problem.isBlank() ? 200 : 422;
        }

        public Words other(Function<Course, Words> part) {
            return other.map(part).orElse(Words.NONE);
        }

        public Words otherOutcome(String id) {
            return other.stream()
                    .flatMap(one -> one.outcomes().list().stream())
                    .filter(outcome -> outcome.id().equals(id))
                    .map(Course.Outcome::text)
                    .findFirst()
                    .orElse(Words.NONE);
        }

        /** An identifier for one more outcome that no outcome has had. */
        public String freshOutcome() {
            return SettingsController.fresh(course.outcomes().list());
        }

        public Optional<Plain> otherPlain() {
            return other.map(Plain::of);
        }
    }

    /** The fields that are no sentences, as they stand in the form: also what is not right. */
    public record Plain(
            String languages,
            String hours,
            String certificate,
            String joining,
            String key,
            String until,
            String dueDays) {

        static Plain of(Course course) {
            LocalDate until = course.enrolUntil();
            return new Plain(
                    course.languages().replace(",", ", "),
                    String.valueOf(course.hours()),
                    course.certificate(),
                    joining(course),
                    course.enrolKey(),
                    until == null ? "" : until.toString(),
                    course.dueDays() == 0 ? "" : String.valueOf(course.dueDays()));
        }

        private static String joining(Course course) {
            return !course.enrolKey().isBlank()
                    ? "key"
                    : course.enrolApproval() ? "approval" : course.enrolOpen() ? "open" : "closed";
        }

        /** What the form did not show stays as it is. */
        Plain typed(Typed typed) {
            return new Plain(
                    typed.has("languages") ? typed.get("languages") : languages,
                    typed.has("hours") ? typed.get("hours") : hours,
                    CERTIFICATES.contains(typed.get("certificate")) ? typed.get("certificate") : certificate,
                    JOINING.contains(typed.get("joining")) ? typed.get("joining") : joining,
                    typed.has("key") ? typed.get("key") : key,
                    typed.has("until") ? typed.get("until") : until,
                    typed.has("dueDays") ? typed.get("dueDays") : dueDays);
        }
    }

    @GetMapping
    SettingsPage settings(@PathVariable UUID course, @RequestParam(defaultValue = "") String to, Visitor visitor) {
        Course found = courses.runBy(visitor, course);
        return page(found, Translating.of(found, to), Plain.of(found), Optional.empty(), "", "", visitor);
    }

    @PostMapping
    Object save(@PathVariable UUID course, @RequestParam MultiValueMap<String, String> form, Visitor visitor, T t) {
        Course before = courses.runBy(visitor, course);
        Translating languages = Translating.of(before, String.valueOf(form.getFirst("to")));
        Typed typed = new Typed(form, languages);
        Plain plain = Plain.of(before).typed(typed);
        Course changed = before;
        try {
            changed = before.sealed() ? before : about(before, typed);
            if (changed.title().isBlank()) {
                throw new Refused("title." + languages.from(changed.title()), "courses.title.missing");
            }
            if (!before.sealed()) {
                changed = changed.lasting(
                        Courses.languages(plain.languages()), Courses.hours(plain.hours()), plain.certificate());
            }
            changed = changed.enrolling(enrolling(plain, typed));
            courses.save(visitor, changed.at(typed.number("revision", Integer.MAX_VALUE)));
        } catch (SavedMeanwhile e) {
            Course stored = courses.get(course);
            if (changed.at(stored.revision()).equals(stored)) {
                return saved(course, languages);
            }
            return page(changed.at(stored.revision()), languages, plain, Optional.of(stored), "", "", visitor);
        } catch (Refused e) {
            Course typing = changed.at(typed.number("revision", Integer.MAX_VALUE));
            return page(typing, languages, plain, Optional.empty(), e.field(), e.text(t), visitor);
        }
        return saved(course, languages);
    }

    /** Also for a form that came twice: it is there. */
    private static Redirect saved(UUID course, Translating languages) {
        return Redirect.to("/courses/" + course + "/settings" + languages.query())
                .saying("courses.saved");
    }

    private static Course about(Course before, Typed typed) {
        return before.about(
                typed.line("title", before.title()),
                typed.text("summary", before.summary()),
                typed.text("audience", before.audience()),
                outcomes(before, typed));
    }

    /** Their identifiers stay for life: tests point to them. Whoever empties one takes it away. */
    private static Course.Outcomes outcomes(Course before, Typed typed) {
        List<Course.Outcome> outcomes = new ArrayList<>();
        for (Course.Outcome outcome : before.outcomes().list()) {
            Words words = typed.line("outcome-" + outcome.id(), outcome.text());
            if (!words.isBlank()) {
                outcomes.add(new Course.Outcome(outcome.id(), words));
            }
        }
        String id = fresh(before.outcomes().list());
        Words more = typed.line("outcome-" + id, Words.NONE);
        if (!more.isBlank() && outcomes.size() < MOST_OUTCOMES) {
            outcomes.add(new Course.Outcome(id, more));
        }
        return new Course.Outcomes(outcomes);
    }

    static String fresh(List<Course.Outcome> outcomes) {
        Set<String> taken =
                new HashSet<>(outcomes.stream().map(Course.Outcome::id).toList());
        int highest = taken.stream()
                .filter(id -> id.matches("o[0-9]{1,4}"))
                .mapToInt(id -> Integer.parseInt(id.substring(1)))
                .max()
                .orElse(0);
        return "o" + (highest + 1);
    }

    private static Course.Enrolling enrolling(Plain plain, Typed typed) {
        String joining = plain.joining();
        String key = plain.key();
        if (joining.equals("key") && (key.length() < 4 || key.length() > 60)) {
            throw new Refused("key", "courses.key.short");
        }
        return new Course.Enrolling(
                joining.equals("open") || joining.equals("key"),
                joining.equals("approval"),
                joining.equals("key") ? key : "",
                until(plain.until()),
                typed.number("dueDays", 3_650));
    }

    private static @Nullable LocalDate until(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Refused("until", "courses.until.malformed");
        }
    }

    private static SettingsPage page(
            Course course,
            Translating languages,
            Plain plain,
            Optional<Course> other,
            String field,
            String problem,
            Visitor visitor) {
        return new SettingsPage(
                CourseHead.of(course, visitor), course, languages, CERTIFICATES, plain, other, field, problem);
    }
}
