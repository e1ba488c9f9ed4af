package org.cybox.courses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Work;
import org.cybox.records.Records;
import org.cybox.records.Records.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes progress and enrolment from the ledger once more and compares. What differs is put right, since the ledger is
 * what happened. Places in media and when somebody was last seen are kept, not recorded, and stay as they are.
 */
@Component
public class ProgressRebuild {

    private final JdbcClient jdbc;
    private final EnrolmentStore store;
    private final Releases releases;
    private final Records records;
    private final Work work;

    ProgressRebuild(JdbcClient jdbc, EnrolmentStore store, Releases releases, Records records, Work work) {
        this.jdbc = jdbc;
        this.store = store;
        this.releases = releases;
        this.records = records;
        this.work = work;
    }

    /** @param what a sentence for the operator, without names of people */
    public record Difference(UUID course, UUID enrolment, String what) {}

    /** @param enrolments how many were compared */
    public record Report(int enrolments, List<Difference> differences) {

        Report and(Report other) {
            List<Difference> both = new ArrayList<>(differences);
            both.addAll(other.differences);
            return new Report(enrolments + other.enrolments, both);
        }
    }

    /** Every course of a tenant, each in a transaction of its own. */
    public Report tenant(UUID tenant) {
        List<UUID> courses = work.inTenant(
                tenant,
                () -> jdbc.sql("select id from courses.course order by id")
                        .query(UUID.class)
                        .list());
        Report report = new Report(0, List.of());
        for (UUID course : courses) {
            report = report.and(work.inTenant(tenant, () -> course(course)));
        }
        return report;
    }

    /** Part of the running transaction; nobody learns in the course meanwhile. */
    public Report course(UUID course) {
        List<Enrolment> enrolments = store.lockAll(course);
        Map<UUID, List<Recorded>> steps =
                records.ofCourse(course).stream().collect(Collectors.groupingBy(Recorded::personId));
        Map<UUID, Map<UUID, BlockProgress>> kept = store.progressOfCourse(course);
        List<Difference> differences = new ArrayList<>();
        for (Enrolment enrolment : enrolments) {
            Replay replay = Replay.of(steps.getOrDefault(enrolment.personId(), List.of()));
            blocks(enrolment, replay, kept.getOrDefault(enrolment.id(), Map.of()), differences);
            enrolment(enrolment, replay, differences);
        }
        store.addUp(course)
                .forEach(one ->
                        differences.add(new Difference(course, one, "points: added up once more from its blocks")));
        return new Report(enrolments.size(), differences);
    }

    private void blocks(
            Enrolment enrolment, Replay replay, Map<UUID, BlockProgress> kept, List<Difference> differences) {
        Set<UUID> all = new HashSet<>(kept.keySet());
        all.addAll(replay.blocks().keySet());
        for (UUID block : all) {
            Optional<BlockProgress> right = Optional.ofNullable(replay.blocks().get(block));
            Optional<BlockProgress> there = Optional.ofNullable(kept.get(block));
            if (right.map(ProgressRebuild::compared).equals(there.map(ProgressRebuild::compared))) {
                continue;
            }
            differences.add(new Difference(
                    enrolment.courseId(),
                    enrolment.id(),
                    "block " + block + ": " + there.map(BlockProgress::state).orElse("nothing") + ", the ledger says "
                            + right.map(BlockProgress::state).orElse("nothing")));
            right.ifPresentOrElse(
                    one -> store.put(enrolment.id(), keeping(one, there)), () -> store.forget(enrolment.id(), block));
        }
    }

    private void enrolment(Enrolment there, Replay replay, List<Difference> differences) {
        Enrolment right = right(there, replay);
        if (right.equals(there)) {
            return;
        }
        differences.add(new Difference(
                there.courseId(),
                there.id(),
                "enrolment: " + there.state() + " " + there.done() + "/" + there.total() + ", the ledger says "
                        + right.state() + " " + right.done() + "/" + right.total()));
        store.update(right);
    }

    private Enrolment right(Enrolment there, Replay replay) {
        @Nullable UUID recorded = replay.release();
        if (recorded == null) {
            return there;
        }
        List<Outline.Block> counting = releases.get(recorded)
                .outline()
                .blocks()
                .filter(Outline.Block::counts)
                .toList();
        int done = (int) counting.stream()
                .filter(block -> Optional.ofNullable(replay.blocks().get(block.id()))
                        .filter(BlockProgress::done)
                        .isPresent())
                .count();
        boolean complete = done == counting.size() && !counting.isEmpty();
        String gone = there.learning() ? "left" : there.state();
        Enrolment state = there.on(recorded).in(replay.in() ? "active" : gone, there.reason());
        return state.reached(done, counting.size(), complete, replay.finished());
    }

    /** What the ledger knows of a block. */
    private static List<Optional<Object>> compared(BlockProgress progress) {
        return java.util.stream.Stream.of(
                        progress.state(),
                        progress.score(),
                        progress.scoreMax(),
                        progress.passed(),
                        progress.openedAt(),
                        progress.doneAt(),
                        progress.byHand())
                .map(value -> Optional.<Object>ofNullable(value))
                .toList();
    }

    private static BlockProgress keeping(BlockProgress right, Optional<BlockProgress> there) {
        return new BlockProgress(
                right.blockId(),
                right.state(),
                right.score(),
                right.scoreMax(),
                right.passed(),
                right.openedAt(),
                there.map(BlockProgress::seenAt).orElse(right.seenAt()),
                right.doneAt(),
                right.byHand(),
                there.map(BlockProgress::place).orElse(""));
    }
}
