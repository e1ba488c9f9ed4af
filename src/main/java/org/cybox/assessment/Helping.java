package org.cybox.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** A trainer helps a learner: more time, more attempts, once more the same one, points by hand. Always with a reason. */
@Component
class Helping {

    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_ATTEMPTS = 20;

    private final AttemptStore store;
    private final Attempts attempts;
    private final Contents contents;
    private final Enrolments enrolments;
    private final Learning learning;
    private final Audit audit;
    private final TestNotices notices;
    private final Clock clock;

    Helping(
            AttemptStore store,
            Attempts attempts,
            Contents contents,
            Enrolments enrolments,
            Learning learning,
            Audit audit,
            TestNotices notices,
            Clock clock) {
        this.store = store;
        this.attempts = attempts;
        this.contents = contents;
        this.enrolments = enrolments;
        this.learning = learning;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    /** The learner's standing in the test; {@link NotFound} when the trainer may not help them. */
    Attempts.Standing standing(Visitor trainer, UUID course, UUID block, UUID enrolment) {
        Enrolment found = enrolments.helpable(trainer, course, enrolment);
        return attempts.standing(learning.lesson(found, block));
    }

    Attempt attempt(Attempts.Standing standing, UUID id) {
        return standing.attempts().stream()
                .filter(there -> there.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @param minutes beyond the time limit, for the running attempt too; @param more attempts */
    void allow(Visitor trainer, Attempts.Standing standing, int minutes, int more, String reason) {
        need(reason);
        if (minutes < 0 || minutes > MOST_MINUTES || more < 0 || more > MOST_ATTEMPTS || minutes + more == 0) {
            throw new Refused("minutes", "assessment.help.nothing");
        }
        Lesson lesson = standing.lesson();
        store.allow(lesson.enrolment().id(), lesson.block().id(), minutes, more);
        standing.open().ifPresent(open -> prolong(open, minutes));
        audit.record(
                trainer,
                "assessment.allowed",
                "enrolment",
                lesson.enrolment().id(),
                reason,
                Map.of("block", lesson.block().id(), "minutes", minutes, "attempts", more));
        notices.tell(
                lesson.enrolment().personId(),
                "helped",
                lesson.block().title(),
                address(lesson),
                List.of(minutes, more));
    }

    private void prolong(Attempt open, int minutes) {
        Attempt locked = store.lock(open.id()).orElseThrow(NotFound::new);
        Instant deadline = locked.deadline();
        if (locked.open() && deadline != null && minutes > 0) {
            store.update(locked.reopened(deadline.plus(Duration.ofMinutes(minutes))));
        }
    }

    /** The learner goes on with an attempt that was over. @param minutes from now; not looked at without a time limit */
    void reopen(Visitor trainer, Attempts.Standing standing, UUID id, int minutes, String reason) {
        need(reason);
        Attempt attempt = store.lock(attempt(standing, id).id()).orElseThrow(NotFound::new);
        if (attempt.open()) {
            return;
        }
        if (standing.open().isPresent()) {
            throw new Refused("", "assessment.help.anotherOpen");
        }
        boolean limited = attempt.deadline() != null;
        if (limited && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw new Refused("minutes", "assessment.help.minutes");
        }
        store.update(attempt.reopened(limited ? clock.instant().plus(Duration.ofMinutes(minutes)) : null));
        Lesson lesson = standing.lesson();
        audit.record(
                trainer,
                "assessment.reopened",
                "enrolment",
                lesson.enrolment().id(),
                reason,
                Map.of("attempt", attempt.id(), "points", attempt.points(), "minutes", limited ? minutes : 0));
        notices.tell(
                attempt.personId(),
                "reopened",
                lesson.block().title(),
                AttemptController.here(attempt),
                List.of(attempt.number()));
    }

    /** @param points hundredths */
    void setPoints(Visitor trainer, Attempts.Standing standing, UUID id, int points, String reason) {
        need(reason);
        Attempt attempt = store.lock(attempt(standing, id).id()).orElseThrow(NotFound::new);
        if (attempt.open()) {
            throw new Refused("", "assessment.help.stillOpen");
        }
        if (points < 0 || points > attempt.max()) {
            throw new Refused("points", "assessment.help.points");
        }
        Attempt changed = attempt.adjusted(points, contents.of(attempt.versionId()));
        store.update(changed);
        Lesson lesson = standing.lesson();
        best(lesson).ifPresent(best -> {
            boolean done = best.success() || !lesson.block().completion().equals("pass");
            Learning.Outcome outcome = done ? Learning.Outcome.DONE : Learning.Outcome.NOT_DONE;
            learning.set(lesson, trainer.person(), reason, outcome, best.points(), best.max());
        });
        audit.record(
                trainer,
                "assessment.pointsSet",
                "enrolment",
                lesson.enrolment().id(),
                reason,
                Map.of("attempt", attempt.id(), "before", attempt.points(), "after", points));
        notices.tell(
                attempt.personId(),
                "points",
                lesson.block().title(),
                AttemptController.here(attempt) + "/result",
                List.of(attempt.number()));
    }

    /** The attempt that counts: the one with most points, a passed one first. */
    Optional<Attempt> best(Lesson lesson) {
        return best(store.of(lesson.enrolment().id(), lesson.block().id()));
    }

    static Optional<Attempt> best(List<Attempt> all) {
        return all.stream()
                .filter(there -> !there.open())
                .max(Comparator.comparing(Attempt::success).thenComparing(Attempt::points));
    }

    private static String address(Lesson lesson) {
        return "/learn/" + lesson.course() + "/tests/" + lesson.block().id();
    }

    private static void need(String reason) {
        if (reason.isBlank() || reason.length() > 1_000) {
            throw new Refused("reason", "assessment.help.reason");
        }
    }
}
