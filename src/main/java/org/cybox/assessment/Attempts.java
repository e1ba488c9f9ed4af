package org.cybox.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.assessment.AttemptStore.Allowance;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Learners taking tests: begin, answer, hand in; and what ends by itself when time is up. */
@Component
class Attempts {

    private final AttemptStore store;
    private final Contents contents;
    private final Corrections corrections;
    private final Learning learning;
    private final Enrolments enrolments;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<Key, Facts> facts =
            Caffeine.newBuilder().maximumSize(50_000).build();

    Attempts(
            AttemptStore store,
            Contents contents,
            Corrections corrections,
            Learning learning,
            Enrolments enrolments,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.corrections = corrections;
        this.learning = learning;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    private record Key(UUID tenant, UUID attempt) {}

    /** What of an attempt never changes: saving an answer need not read it. */
    private record Facts(UUID person, UUID course, UUID block, UUID version, long seed) {}

    /** The visitor's own attempt; {@link NotFound} for anybody else's. */
    Attempt mine(Visitor visitor, UUID course, UUID block, UUID id) {
        return store.find(id)
                .filter(there -> there.personId().equals(visitor.person())
                        && there.courseId().equals(course)
                        && there.blockId().equals(block))
                .orElseThrow(NotFound::new);
    }

    Paper paper(Attempt attempt) {
        return new Paper(contents.of(attempt.versionId()), attempt.seed());
    }

    Map<String, Answer> answers(Attempt attempt) {
        return store.answers(attempt.id()).stream().collect(Collectors.toMap(Answer::questionId, answer -> answer));
    }

    Corrections.Marking marking(Attempt attempt) {
        return corrections.marking(attempt.blockId(), contents.of(attempt.versionId()));
    }

    /** What a learner has done in a test and may still do. */
    record Standing(Lesson lesson, TestContent content, List<Attempt> attempts, Allowance allowance) {

        Optional<Attempt> open() {
            return attempts.stream().filter(Attempt::open).findFirst();
        }

        /** Throws {@link NotFound} when it is none of theirs in this test. */
        Attempt attempt(UUID id) {
            return attempts.stream()
                    .filter(there -> there.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }

        /** Attempts that may still be begun; null: as many as one likes. */
        @Nullable
        Integer left() {
            Integer most = content.attempts();
            return most == null ? null : Math.max(0, most + allowance.attempts() - attempts.size());
        }

        /** Minutes from the start; null: no limit. */
        @Nullable
        Integer minutes() {
            Integer limit = content.timeLimitMinutes();
            return limit == null ? null : limit + allowance.minutes();
        }

        boolean mayStart() {
            Integer left = left();
            return !lesson.locked() && open().isEmpty() && (left == null || left > 0);
        }
    }

    Standing standing(Lesson lesson) {
        if (!lesson.block().kind().equals(TestKind.KIND)) {
            throw new NotFound();
        }
        return new Standing(
                lesson,
                contents.of(lesson.block().version()),
                store.of(lesson.enrolment().id(), lesson.block().id()),
                store.allowance(lesson.enrolment().id(), lesson.block().id()));
    }

    /** Begins an attempt, or goes on with the open one: a second tab or a double click gets the same. */
    UUID start(Lesson lesson) {
        Instant now = clock.instant();
        for (int n = 0; n < 3; n++) {
            Standing standing = standing(lesson);
            Optional<Attempt> open = standing.open();
            if (open.isPresent() && !open.get().over(now)) {
                return open.get().id();
            }
            if (open.isPresent()) {
                end(open.get().id(), "submitted");
                standing = standing(lesson);
            }
            standing.attempts().stream()
                    .filter(there -> there.state().equals("expired"))
                    .forEach(there -> end(there.id(), "submitted"));
            refuse(standing);
            Attempt fresh = fresh(standing, now);
            if (store.insert(fresh)) {
                learning.start(lesson, fresh.id());
                return fresh.id();
            }
        }
        throw new Refused("", "assessment.start.busy");
    }

    private static void refuse(Standing standing) {
        if (standing.lesson().locked()) {
            throw new Refused("", "assessment.start.locked");
        }
        if (!standing.mayStart()) {
            throw new Refused("", "assessment.start.none");
        }
        if (standing.content().questions().isEmpty()) {
            throw new Refused("", "assessment.start.empty");
        }
    }

    private Attempt fresh(Standing standing, Instant now) {
        Lesson lesson = standing.lesson();
        Integer minutes = standing.minutes();
        int number =
                standing.attempts().stream().mapToInt(Attempt::number).max().orElse(0) + 1;
        return new Attempt(
                Ids.next(),
                lesson.enrolment().id(),
                lesson.enrolment().personId(),
                lesson.course(),
                lesson.block().id(),
                lesson.release().id(),
                lesson.block().version(),
                number,
                random.nextLong(),
                "open",
                now,
                minutes == null ? null : now.plus(Duration.ofMinutes(minutes)),
                null,
                null,
                null,
                null,
                null,
                Attempt.Marks.NONE);
    }

    enum Saved {
        /** This answer, or a newer one, is in the database. */
        SAVED,
        /** The attempt is over. */
        CLOSED
    }

    /**
     * One answer, as it was given.
     *
     * @param sent values as the page names them; @param noted when the device noted it, by the server's clock
     */
    Saved save(Visitor visitor, UUID course, UUID block, UUID id, String question, List<String> sent, Instant noted) {
        Facts known = facts(visitor, course, block, id);
        Paper paper = new Paper(contents.of(known.version()), known.seed());
        Question asked = paper.content().question(question).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        long sequence = Math.min(noted.toEpochMilli(), now.plusSeconds(60).toEpochMilli());
        Map<String, String> given = Map.of(question, Json.write(paper.read(asked, sent)));
        if (store.save(id, visitor.person(), given, sequence, noted, now) == 1) {
            return Saved.SAVED;
        }
        boolean newer = store.answers(id).stream()
                .anyMatch(there -> there.questionId().equals(question) && there.sequence() > sequence);
        return newer ? Saved.SAVED : Saved.CLOSED;
    }

    private Facts facts(Visitor visitor, UUID course, UUID block, UUID id) {
        Key key = new Key(Scope.tenant(), id);
        Facts known = facts.getIfPresent(key);
        if (known == null) {
            Attempt attempt = mine(visitor, course, block, id);
            known = new Facts(
                    attempt.personId(), attempt.courseId(), attempt.blockId(), attempt.versionId(), attempt.seed());
            facts.put(key, known);
        }
        if (!known.person().equals(visitor.person())
                || !known.course().equals(course)
                || !known.block().equals(block)) {
            throw new NotFound();
        }
        return Objects.requireNonNull(known);
    }

    /** What a page of questions sent: those answers that differ from what the page had shown. */
    Saved saveChanges(Visitor visitor, Attempt attempt, Map<String, Given> changed) {
        if (changed.isEmpty()) {
            return attempt.open() && !attempt.over(clock.instant()) ? Saved.SAVED : Saved.CLOSED;
        }
        Instant now = clock.instant();
        Map<String, String> given = new LinkedHashMap<>();
        changed.forEach((question, answer) -> given.put(question, Json.write(answer)));
        int rows = store.save(attempt.id(), visitor.person(), given, now.toEpochMilli(), null, now);
        return rows > 0 ? Saved.SAVED : Saved.CLOSED;
    }

    /** The learner hands in; doing it twice changes nothing. */
    Attempt submit(Attempt attempt) {
        return end(attempt.id(), "submitted");
    }

    /** Time is up: it counts as it stands, and what the device noted in time may still come. */
    Attempt expire(Attempt attempt) {
        return end(attempt.id(), "expired");
    }

    /** As it stands at this moment: one whose time is over is ended by being looked at. */
    Attempt current(Attempt attempt) {
        Instant now = clock.instant();
        if (attempt.open() && attempt.over(now)) {
            return end(attempt.id(), attempt.settled(now) ? "submitted" : "expired");
        }
        return attempt.state().equals("expired") && attempt.settled(now) ? end(attempt.id(), "submitted") : attempt;
    }

    private Attempt end(UUID id, String how) {
        Attempt attempt = store.lock(id).orElseThrow(NotFound::new);
        if (attempt.submitted() || attempt.state().equals(how)) {
            return attempt;
        }
        Attempt ended = marked(attempt, how);
        store.update(ended);
        boolean told = !attempt.open() && ended.points() == attempt.points();
        if (!told) {
            score(ended);
        }
        return ended;
    }

    private Attempt marked(Attempt attempt, String how) {
        TestContent content = contents.of(attempt.versionId());
        Map<String, Given> given =
                store.answers(attempt.id()).stream().collect(Collectors.toMap(Answer::questionId, Answer::given));
        Attempt.Marks marks = corrections.marking(attempt.blockId(), content).marks(given);
        return attempt.ended(how, clock.instant(), marks, content.worth(), content);
    }

    /** Tells courses; a block that the learner's release no longer has counts for nothing there. */
    private void score(Attempt attempt) {
        Lesson lesson;
        try {
            lesson = learning.lesson(enrolments.get(attempt.enrolmentId()), attempt.blockId());
        } catch (NotFound e) {
            return;
        }
        learning.score(lesson, attempt.id(), attempt.points(), attempt.max(), attempt.success());
    }

    /** The latest attempt that counts, of the test on the same outcomes. */
    Optional<Attempt> before(Attempt attempt) {
        UUID pair = contents.of(attempt.versionId()).pair();
        return pair == null
                ? Optional.empty()
                : store.of(attempt.enrolmentId(), pair).stream()
                        .filter(there -> !there.open())
                        .reduce((one, other) -> other);
    }
}
