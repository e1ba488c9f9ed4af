package org.cybox.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.courses.BlockProgress;
import org.cybox.courses.Courses;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Kinds;
import org.cybox.courses.Learning;
import org.cybox.courses.Outline;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.courses.Title;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.cybox.records.Records;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One learner in one course: how far, what happened, and the help a trainer can give by hand. */
@Controller
@RequestMapping("/courses/{course}/learners/{enrolment}")
@Allow(Who.TRAINER)
class LearnerController {

    private static final int TIMELINE = 200;

    private final Learners learners;
    private final Enrolments enrolments;
    private final Learning learning;
    private final Courses courses;
    private final Releases releases;
    private final Kinds kinds;
    private final People people;
    private final Records records;

    LearnerController(
            Learners learners,
            Enrolments enrolments,
            Learning learning,
            Courses courses,
            Releases releases,
            Kinds kinds,
            People people,
            Records records) {
        this.learners = learners;
        this.enrolments = enrolments;
        this.learning = learning;
        this.courses = courses;
        this.releases = releases;
        this.kinds = kinds;
        this.people = people;
        this.records = records;
    }

    /** @param form which form has the {@code problem}: {@code due}, or the block it is about */
    public record LearnerPage(
            UUID course,
            Title title,
            UUID enrolment,
            String name,
            String sign,
            String state,
            int done,
            int total,
            Optional<LocalDate> dueOn,
            Instant enrolledAt,
            Optional<Instant> completedAt,
            int release,
            List<Activity> activities,
            List<Happened> timeline,
            String form,
            String field,
            String problem)
            implements Page {

        public String address() {
            return "/courses/" + course + "/learners/" + enrolment;
        }

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    /** @param score and {@code max} hundredths; @param help address of further help, or blank */
    public record Activity(
            UUID block,
            Title title,
            String state,
            Optional<Integer> score,
            Optional<Integer> max,
            Optional<Instant> seenAt,
            boolean byHand,
            String help) {}

    /** @param by name of who did it for them, or blank; @param score and {@code max} hundredths */
    public record Happened(
            String verb,
            Optional<Title> block,
            Optional<Integer> score,
            Optional<Integer> max,
            String by,
            String reason,
            Instant at) {}

    @GetMapping
    LearnerPage show(@PathVariable UUID course, @PathVariable UUID enrolment, Visitor visitor) {
        return page(course, enrolment, visitor, "", "", "");
    }

    @PostMapping("/activities/{block}")
    Object set(
            @PathVariable UUID course,
            @PathVariable UUID enrolment,
            @PathVariable UUID block,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            T t) {
        Enrolment found = helpable(course, enrolment, visitor);
        try {
            Learning.Outcome wanted = outcome.equals("done") ? Learning.Outcome.DONE : Learning.Outcome.NOT_DONE;
            learners.set(visitor, found, block, wanted, points, of, reason);
            return back(course, enrolment).saying("enrolment.set");
        } catch (Refused refused) {
            return page(course, enrolment, visitor, block.toString(), refused.field(), refused.text(t));
        }
    }

    @PostMapping("/due")
    Object due(
            @PathVariable UUID course,
            @PathVariable UUID enrolment,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            T t) {
        Enrolment found = helpable(course, enrolment, visitor);
        try {
            learners.due(visitor, found, day, reason);
            return back(course, enrolment).saying("enrolment.due.set");
        } catch (Refused refused) {
            return page(course, enrolment, visitor, "due", refused.field(), refused.text(t));
        }
    }

    private static Redirect back(UUID course, UUID enrolment) {
        return Redirect.to("/courses/" + course + "/learners/" + enrolment);
    }

    private Enrolment helpable(UUID course, UUID enrolment, Visitor visitor) {
        courses.runBy(visitor, course);
        return enrolments.helpable(visitor, course, enrolment);
    }

    private LearnerPage page(UUID course, UUID enrolment, Visitor visitor, String form, String field, String problem) {
        Enrolment found = helpable(course, enrolment, visitor);
        Release release = releases.get(found.releaseId());
        List<Records.Told> told = records.of(course, found.personId(), TIMELINE);
        Map<UUID, Person> persons = people.all(Stream.concat(
                        Stream.of(found.personId()),
                        told.stream().map(Records.Told::by).filter(Objects::nonNull))
                .collect(Collectors.toSet()));
        Person person = Objects.requireNonNull(persons.get(found.personId()));
        return new LearnerPage(
                course,
                Title.of(release.title(), visitor.language()),
                enrolment,
                person.name(),
                person.email() != null ? person.email() : String.valueOf(person.username()),
                found.state(),
                found.done(),
                found.total(),
                Optional.ofNullable(found.dueOn()),
                found.enrolledAt(),
                Optional.ofNullable(found.completedAt()),
                release.number(),
                activities(found, release, visitor.language()),
                told.stream()
                        .map(step -> happened(step, release, persons, visitor.language()))
                        .toList(),
                form,
                field,
                problem);
    }

    private List<Activity> activities(Enrolment enrolment, Release release, String reader) {
        Map<UUID, BlockProgress> progress = learning.progress(enrolment).stream()
                .collect(Collectors.toMap(BlockProgress::blockId, Function.identity()));
        return release.outline()
                .blocks()
                .map(block -> activity(enrolment, block, Optional.ofNullable(progress.get(block.id())), reader))
                .toList();
    }

    private Activity activity(
            Enrolment enrolment, Outline.Block block, Optional<BlockProgress> reached, String reader) {
        return new Activity(
                block.id(),
                Title.of(block.title(), reader),
                reached.map(BlockProgress::state).orElse("none"),
                reached.map(BlockProgress::score),
                reached.map(BlockProgress::scoreMax),
                reached.map(BlockProgress::seenAt),
                reached.filter(BlockProgress::byHand).isPresent(),
                kinds.find(block.kind())
                        .flatMap(kind -> kind.helpAddress(enrolment.courseId(), enrolment.id(), block.id()))
                        .orElse(""));
    }

    private static Happened happened(Records.Told step, Release release, Map<UUID, Person> persons, String reader) {
        return new Happened(
                step.verb(),
                Optional.ofNullable(step.blockId())
                        .flatMap(id -> release.outline().block(id))
                        .map(block -> Title.of(block.title(), reader)),
                Optional.ofNullable(step.score()),
                Optional.ofNullable(step.scoreMax()),
                Optional.ofNullable(step.by())
                        .map(persons::get)
                        .map(Person::name)
                        .orElse(""),
                step.reason(),
                step.at());
    }
}
