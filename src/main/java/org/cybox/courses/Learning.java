package org.cybox.courses;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Visitor;
import org.cybox.records.Records;
import org.cybox.records.Step;
import org.cybox.records.Step.Verb;
import org.springframework.stereotype.Component;

/**
 * Learners going through a release. Every step is appended to the ledger and, in the same transaction, folded into the
 * progress beside it; a course that becomes complete is told once ({@link CourseCompleted}).
 */
@Component
public class Learning {

    private final EnrolmentStore store;
    private final Releases releases;
    private final Records records;
    private final Settling settling;
    private final Clock clock;

    Learning(EnrolmentStore store, Releases releases, Records records, Settling settling, Clock clock) {
        this.store = store;
        this.releases = releases;
        this.records = records;
        this.settling = settling;
        this.clock = clock;
    }

    /** The visitor's own lesson; throws {@link NotFound} when they are not enrolled or the release has no such block. */
    public Lesson lesson(Visitor visitor, UUID course, UUID block) {
        Enrolment enrolment =
                store.of(course, visitor.person()).filter(Enrolment::learning).orElseThrow(NotFound::new);
        return lesson(enrolment, block);
    }

    /** A lesson of any enrolment, for a trainer who helps; whether they may is the caller's question. */
    public Lesson lesson(Enrolment enrolment, UUID block) {
        Release release = releases.get(enrolment.releaseId());
        Outline.Block found = release.outline().block(block).orElseThrow(NotFound::new);
        Map<UUID, BlockProgress> progress = store.progress(enrolment.id()).stream()
                .collect(Collectors.toMap(BlockProgress::blockId, Function.identity()));
        return new Lesson(enrolment, release, found, progress, false);
    }

    /**
     * Where the learner goes on: the block they left while it is not done, else the first open one that is not, else
     * the first of all. Empty when the release has no blocks.
     */
    public Optional<Lesson> next(Enrolment enrolment) {
        Outline outline = releases.get(enrolment.releaseId()).outline();
        Optional<Outline.Block> first = outline.blocks().findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Lesson any = lesson(enrolment, first.get().id());
        Outline.Block place = Stream.concat(
                        Stream.ofNullable(enrolment.lastBlock()).flatMap(id -> outline.block(id).stream()),
                        outline.blocks().filter(Outline.Block::counts))
                .filter(block -> !any.done(block.id()) && any.missing(block).isEmpty() && block.counts())
                .findFirst()
                .orElse(first.get());
        return Optional.of(new Lesson(any.enrolment(), any.release(), place, any.progress(), false));
    }

    /** Every block that was opened. */
    public List<BlockProgress> progress(Enrolment enrolment) {
        return store.progress(enrolment.id());
    }

    /** The content that this learner's release shows. */
    public BlockVersion content(Lesson lesson) {
        return releases.version(lesson.block().version());
    }

    /** Notes that the block was opened. Whether that is all it asks for is its page's question. */
    public void open(Lesson lesson) {
        if (lesson.preview()) {
            return;
        }
        Instant now = clock.instant();
        BlockProgress before = lesson.mine().orElse(null);
        if (before == null) {
            append(lesson, Verb.OPENED, now);
            store.put(lesson.enrolment().id(), fresh(lesson.block().id(), now));
        }
        boolean elsewhere = !lesson.block().id().equals(lesson.enrolment().lastBlock());
        Instant last = lesson.enrolment().seenAt();
        if (before == null || elsewhere || last == null || last.isBefore(now.minusSeconds(300))) {
            store.seen(lesson.enrolment().id(), lesson.block().id(), now);
        }
    }

    /** Where in the block the learner is; that they began is recorded, each place is only kept. */
    public void remember(Lesson lesson, String place) {
        Instant now = clock.instant();
        BlockProgress before =
                lesson.mine().orElseGet(() -> fresh(lesson.block().id(), now));
        if (lesson.mine().isEmpty() || before.state().equals("opened")) {
            append(lesson, Verb.PROGRESSED, now);
        }
        store.put(
                lesson.enrolment().id(),
                new BlockProgress(
                        before.blockId(),
                        before.done() ? "done" : "started",
                        before.score(),
                        before.scoreMax(),
                        before.passed(),
                        before.openedAt(),
                        now,
                        before.doneAt(),
                        before.byHand(),
                        place.length() > 200 ? place.substring(0, 200) : place));
    }

    /** The learner has begun something that takes a while: a test attempt. */
    public void start(Lesson lesson, UUID attempt) {
        Instant now = clock.instant();
        records.append(step(lesson, Verb.ATTEMPTED, now).inAttempt(attempt));
        BlockProgress before =
                lesson.mine().orElseGet(() -> fresh(lesson.block().id(), now));
        if (!before.done()) {
            store.put(lesson.enrolment().id(), with(before, "started", now));
        }
    }

    /** The block is done, without points. Doing it twice changes nothing. */
    public void complete(Lesson lesson) {
        Instant now = clock.instant();
        store.lock(lesson.enrolment().id());
        Lesson fresh = lesson(current(lesson), lesson.block().id());
        BlockProgress before = fresh.mine().orElseGet(() -> fresh(lesson.block().id(), now));
        if (before.done()) {
            return;
        }
        append(fresh, Verb.COMPLETED, now);
        store.put(fresh.enrolment().id(), with(before, "done", now));
        settling.settle(fresh.enrolment().id(), now);
    }

    /**
     * The result of an attempt. The best result counts; with rule "pass" the block is done when passed, with "submit"
     * in any case.
     *
     * @param score hundredths of a point; @param max hundredths of a point
     */
    public void score(Lesson lesson, UUID attempt, int score, int max, boolean passed) {
        Instant now = clock.instant();
        store.lock(lesson.enrolment().id());
        Lesson fresh = lesson(current(lesson), lesson.block().id());
        BlockProgress before = fresh.mine().orElseGet(() -> fresh(lesson.block().id(), now));
        records.append(step(fresh, Verb.SCORED, now).inAttempt(attempt).scored(score, max, passed));
        boolean enough = passed || !lesson.block().completion().equals("pass");
        store.put(fresh.enrolment().id(), best(before, score, max, passed, enough, now));
        if (enough && !before.done()) {
            records.append(step(fresh, Verb.COMPLETED, now).inAttempt(attempt));
        }
        settling.settle(fresh.enrolment().id(), now);
    }

    /**
     * Attempts were marked anew: this is the best of them now. What was passed or done stays so, since a mistake of ours
     * must not cost a learner.
     *
     * @param trainer person who corrected the key
     */
    public void regrade(Lesson lesson, UUID attempt, int score, int max, boolean passed, UUID trainer, String reason) {
        Instant now = clock.instant();
        store.lock(lesson.enrolment().id());
        Lesson fresh = lesson(current(lesson), lesson.block().id());
        BlockProgress before = fresh.mine().orElseGet(() -> fresh(lesson.block().id(), now));
        boolean success = passed || Boolean.TRUE.equals(before.passed());
        boolean done = before.done() || success || !lesson.block().completion().equals("pass");
        records.introduce(trainer);
        records.append(step(fresh, Verb.SCORED, now)
                .inAttempt(attempt)
                .scored(score, max, success)
                .byHand(trainer, reason));
        store.put(
                fresh.enrolment().id(),
                new BlockProgress(
                        before.blockId(),
                        done ? "done" : "started",
                        score,
                        max,
                        success,
                        before.openedAt(),
                        now,
                        done ? (before.doneAt() == null ? now : before.doneAt()) : null,
                        before.byHand(),
                        before.place()));
        if (done && !before.done()) {
            records.append(step(fresh, Verb.COMPLETED, now).inAttempt(attempt));
        }
        settling.settle(fresh.enrolment().id(), now);
    }

    /**
     * A trainer sets what a learner has reached; the audit entry is the caller's.
     *
     * @param trainer person; @param score hundredths, ignored unless {@code max} is above 0
     */
    public void set(Lesson lesson, UUID trainer, String reason, Outcome outcome, int score, int max) {
        Instant now = clock.instant();
        store.lock(lesson.enrolment().id());
        Lesson fresh = lesson(current(lesson), lesson.block().id());
        BlockProgress before = fresh.mine().orElseGet(() -> fresh(lesson.block().id(), now));
        boolean done = outcome == Outcome.DONE;
        records.introduce(trainer);
        Step step = step(fresh, done ? Verb.COMPLETED : Verb.UNCOMPLETED, now).byHand(trainer, reason);
        records.append(max > 0 ? step.scored(score, max, done) : step);
        store.put(
                fresh.enrolment().id(),
                new BlockProgress(
                        before.blockId(),
                        done ? "done" : "opened",
                        max > 0 ? Integer.valueOf(score) : before.score(),
                        max > 0 ? Integer.valueOf(max) : before.scoreMax(),
                        max > 0 ? Boolean.valueOf(done) : before.passed(),
                        before.openedAt(),
                        now,
                        done ? now : null,
                        true,
                        before.place()));
        settling.settle(fresh.enrolment().id(), now);
    }

    public enum Outcome {
        DONE,
        NOT_DONE
    }

    private Enrolment current(Lesson lesson) {
        return store.find(lesson.enrolment().id()).orElseThrow(NotFound::new);
    }

    private void append(Lesson lesson, Verb verb, Instant now) {
        records.append(step(lesson, verb, now));
    }

    private static Step step(Lesson lesson, Verb verb, Instant now) {
        return Step.of(
                        lesson.enrolment().personId(),
                        verb,
                        lesson.course(),
                        lesson.release().id(),
                        now)
                .inBlock(lesson.block().id());
    }

    private static BlockProgress fresh(UUID block, Instant now) {
        return new BlockProgress(block, "opened", null, null, null, now, now, null, false, "");
    }

    private static BlockProgress with(BlockProgress before, String state, Instant now) {
        return new BlockProgress(
                before.blockId(),
                state,
                before.score(),
                before.scoreMax(),
                before.passed(),
                before.openedAt(),
                now,
                state.equals("done") ? now : before.doneAt(),
                before.byHand(),
                before.place());
    }

    private static BlockProgress best(
            BlockProgress before, int score, int max, boolean passed, boolean enough, Instant now) {
        boolean better = before.score() == null || score >= before.score();
        boolean done = enough || before.done();
        return new BlockProgress(
                before.blockId(),
                done ? "done" : "started",
                better ? Integer.valueOf(score) : before.score(),
                better ? Integer.valueOf(max) : before.scoreMax(),
                passed || Boolean.TRUE.equals(before.passed()),
                before.openedAt(),
                now,
                done ? (before.doneAt() == null ? now : before.doneAt()) : null,
                before.byHand(),
                before.place());
    }
}
