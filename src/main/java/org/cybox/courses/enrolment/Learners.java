package org.cybox.courses.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.courses.enrolment.LearnerStore.Cell;
import org.cybox.courses.enrolment.LearnerStore.Row;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** What those who run a course do for its learners. A trainer who is limited to groups reaches only theirs. */
@Component
class Learners {

    static final int LONGEST_REASON = 1_000;

    private final LearnerStore store;
    private final LearnerRows rows;
    private final Courses courses;
    private final Enrolments enrolments;
    private final Learning learning;
    private final Audit audit;
    private final EnrolmentNotices notices;
    private final Tenants tenants;
    private final Clock clock;

    Learners(
            LearnerStore store,
            LearnerRows rows,
            Courses courses,
            Enrolments enrolments,
            Learning learning,
            Audit audit,
            EnrolmentNotices notices,
            Tenants tenants,
            Clock clock) {
        this.store = store;
        this.rows = rows;
        this.courses = courses;
        this.enrolments = enrolments;
        this.learning = learning;
        this.audit = audit;
        this.notices = notices;
        this.tenants = tenants;
        this.clock = clock;
    }

    List<Row> page(UUID course, LearnerFilter filter, Visitor visitor, int size) {
        return rows.page(course, filter, visitor, today(), clock.instant().minus(Duration.ofDays(14)), size);
    }

    /** By enrolment, then by block. */
    Map<UUID, Map<UUID, Cell>> cells(List<Row> shown) {
        Map<UUID, Map<UUID, Cell>> cells = new HashMap<>();
        if (!shown.isEmpty()) {
            store.cells(shown.stream().map(Row::id).toList())
                    .forEach(cell -> cells.computeIfAbsent(cell.enrolmentId(), id -> new HashMap<>())
                            .put(cell.blockId(), cell));
        }
        return cells;
    }

    LocalDate today() {
        return tenants.today();
    }

    /** The date where the institution lives. */
    LocalDate day(Instant moment) {
        return tenants.day(moment);
    }

    /** Those of the chosen that the visitor may help. */
    List<Row> chosen(Visitor visitor, UUID course, Collection<UUID> ids) {
        courses.runBy(visitor, course);
        return ids.isEmpty() ? List.of() : store.chosen(course, ids, visitor);
    }

    /** Each gets a notice with that text; refused in field {@code text} when it is blank. @return how many */
    int remind(Visitor visitor, UUID course, List<Row> chosen, String title, String text) {
        if (text.isBlank()) {
            throw new Refused("text", "enrolment.text.missing");
        }
        List<UUID> people = chosen.stream()
                .filter(row -> row.state().equals("active"))
                .map(Row::personId)
                .toList();
        notices.reminder(course, people, title.strip(), text.strip());
        chosen.forEach(row -> audit.record(visitor, "courses.remind", "enrolment", row.id(), "", Map.of()));
        return people.size();
    }

    /** Refused in field {@code day} when it is no day from today on. @return how many */
    int extend(Visitor visitor, UUID course, List<Row> chosen, String day, String reason) {
        LocalDate due = day(day);
        Course title = courses.get(course);
        List<Row> learners =
                chosen.stream().filter(row -> row.state().equals("active")).toList();
        for (Row row : learners) {
            enrolments.due(enrolments.get(row.id()), Optional.of(due));
            audit.record(
                    visitor,
                    "courses.due",
                    "enrolment",
                    row.id(),
                    reason,
                    Map.of("before", String.valueOf(row.dueOn()), "after", due.toString()));
        }
        notices.dueChanged(title, learners.stream().map(Row::personId).toList(), due);
        return learners.size();
    }

    /** Takes them out of the course; a request is refused by that. @return how many */
    int withdraw(Visitor visitor, UUID course, List<Row> chosen, String reason) {
        String why = reason(reason);
        List<Row> learners = chosen.stream()
                .filter(row -> List.of("active", "completed", "requested").contains(row.state()))
                .toList();
        Course title = courses.get(course);
        for (Row row : learners) {
            enrolments.leave(enrolments.get(row.id()), why);
            audit.record(visitor, "courses.withdraw", "enrolment", row.id(), why, Map.of("state", row.state()));
            notices.left(title, row.personId(), why, row.state().equals("requested"));
        }
        return learners.size();
    }

    /** Lets in who asked, and back in who had left. @return how many */
    int admit(Visitor visitor, UUID course, List<Row> chosen) {
        Course title = courses.get(course);
        List<Row> others = chosen.stream()
                .filter(row -> !List.of("active", "completed").contains(row.state()))
                .toList();
        for (Row row : others) {
            enrolments.enrol(course, row.personId(), row.state().equals("requested") ? "approval" : "manager");
            audit.record(visitor, "courses.admit", "enrolment", row.id(), "", Map.of("state", row.state()));
        }
        notices.admitted(title, others.stream().map(Row::personId).toList());
        return others.size();
    }

    /** Puts them on the present release of the course. @return how many */
    int move(Visitor visitor, UUID course, List<Row> chosen) {
        Course present = courses.get(course);
        UUID release = Optional.ofNullable(present.releaseId()).orElseThrow(NotFound::new);
        List<Row> others = chosen.stream()
                .filter(row -> !row.releaseId().equals(release))
                .filter(row -> List.of("active", "completed").contains(row.state()))
                .toList();
        for (Row row : others) {
            enrolments.move(row.id(), release, visitor);
            audit.record(
                    visitor,
                    "courses.move",
                    "enrolment",
                    row.id(),
                    "",
                    Map.of("before", row.releaseId().toString(), "after", release.toString()));
        }
        notices.moved(present, others.stream().map(Row::personId).toList());
        return others.size();
    }

    /**
     * Rescue: a trainer sets by hand what a learner has reached. Refused in {@code reason} when none is given, in
     * {@code points} when they are no numbers or more than can be had.
     */
    void set(
            Visitor visitor,
            Enrolment enrolment,
            UUID block,
            Learning.Outcome outcome,
            String points,
            String of,
            String reason) {
        String why = reason(reason);
        int max = points.isBlank() ? 0 : hundredths(of);
        int score = points.isBlank() ? 0 : hundredths(points);
        if (score > max) {
            throw new Refused("points", "enrolment.points.tooMany");
        }
        Lesson lesson = learning.lesson(enrolment, block);
        String before = lesson.state(lesson.block());
        learning.set(lesson, visitor.person(), why, outcome, score, max);
        audit.record(
                visitor,
                "courses.set",
                "enrolment",
                enrolment.id(),
                why,
                Map.of(
                        "block", block.toString(),
                        "before", before,
                        "after", outcome.name(),
                        "score", score,
                        "of", max));
        notices.set(enrolment, lesson.block().title(), outcome, why, visitor.name());
    }

    /** Another day for one learner, with a reason. A blank day takes the due date away. */
    void due(Visitor visitor, Enrolment enrolment, String day, String reason) {
        String why = reason(reason);
        Optional<LocalDate> due = day.isBlank() ? Optional.empty() : Optional.of(day(day));
        enrolments.due(enrolment, due);
        audit.record(
                visitor,
                "courses.due",
                "enrolment",
                enrolment.id(),
                why,
                Map.of(
                        "before", String.valueOf(enrolment.dueOn()),
                        "after", due.map(LocalDate::toString).orElse("none")));
        due.ifPresent(
                date -> notices.dueChanged(courses.get(enrolment.courseId()), List.of(enrolment.personId()), date));
    }

    private LocalDate day(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.isBefore(today()) || day.isAfter(today().plusYears(10))) {
                throw new Refused("day", "enrolment.day.past");
            }
            return day;
        } catch (java.time.format.DateTimeParseException e) {
            throw new Refused("day", "enrolment.day.malformed");
        }
    }

    private static String reason(String typed) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            throw new Refused("reason", "enrolment.reason.missing");
        }
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** "2.5" or "2,5" is 250. */
    private static int hundredths(String typed) {
        String plain = typed.strip().replace(',', '.');
        if (!plain.matches("[0-9]{1,6}(\\.[0-9]{1,2})?")) {
            throw new Refused("points", "enrolment.points.malformed");
        }
        return new java.math.BigDecimal(plain).movePointRight(2).intValueExact();
    }

    Instant now() {
        return clock.instant();
    }
}
