package org.cybox.certification;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Enrolments;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Forbidden;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Certificates that a person decides on: attendance and trainer certificates for learners of a course. */
@Controller
class IssueController {

    private final Certificates certificates;
    private final CertificateStore store;
    private final Courses courses;
    private final Enrolments enrolments;
    private final People people;

    IssueController(
            Certificates certificates, CertificateStore store, Courses courses, Enrolments enrolments, People people) {
        this.certificates = certificates;
        this.store = store;
        this.courses = courses;
        this.enrolments = enrolments;
        this.people = people;
    }

    /** @param held holds a valid one of that kind already */
    public record Candidate(UUID id, String name, boolean held) {}

    public record IssuePage(UUID course, Words title, String kind, List<Candidate> people, String problem)
            implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/courses/{course}/certificates")
    @Allow(Who.TRAINER)
    IssuePage choose(
            @PathVariable UUID course, @RequestParam(defaultValue = "attendance") String kind, Visitor visitor) {
        return page(course, kind, visitor, "");
    }

    @PostMapping("/courses/{course}/certificates")
    @Allow(Who.TRAINER)
    Object issue(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "attendance") String kind,
            @RequestParam(defaultValue = "") List<UUID> people,
            Visitor visitor,
            T t) {
        IssuePage page = page(course, kind, visitor, "");
        Set<UUID> known = page.people().stream().map(Candidate::id).collect(Collectors.toSet());
        List<UUID> chosen = people.stream().filter(known::contains).toList();
        try {
            if (chosen.isEmpty()) {
                throw new Refused("people", "certification.issue.nobody");
            }
            int issued =
                    certificates.issue(visitor, course, Kind.of(page.kind()).orElse(Kind.ATTENDANCE), chosen);
            return Redirect.to("/certificates/issued").saying("certification.issue.done", issued);
        } catch (Refused refused) {
            return page(course, kind, visitor, refused.text(t));
        }
    }

    private IssuePage page(UUID id, String kind, Visitor visitor, String problem) {
        if (visitor.onlyOwnGroups()) {
            throw new Forbidden();
        }
        Course course = courses.get(id);
        String word = Kind.of(kind).orElse(Kind.ATTENDANCE).word();
        List<UUID> learners = enrolments.learners(id);
        Set<UUID> held = Set.copyOf(store.holders(id, word, learners));
        Map<UUID, Person> all = people.all(learners);
        List<Candidate> candidates = all.values().stream()
                .sorted(Comparator.comparing(Person::surname).thenComparing(Person::name))
                .map(person -> new Candidate(person.id(), person.name(), held.contains(person.id())))
                .toList();
        return new IssuePage(id, course.title(), word, candidates, problem);
    }
}
