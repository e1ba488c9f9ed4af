package org.cybox.courses;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.records.Records.Recorded;
import org.jspecify.annotations.Nullable;

/** What the steps of one learner in one course come to, in their order: the meaning of the ledger, in one place. */
final class Replay {

    private final Map<UUID, BlockProgress> blocks = new HashMap<>();
    private boolean in;
    private @Nullable UUID release;
    private @Nullable Instant finished;

    static Replay of(List<Recorded> steps) {
        Replay replay = new Replay();
        steps.forEach(replay::step);
        return replay;
    }

    Map<UUID, BlockProgress> blocks() {
        return blocks;
    }

    /** Enrolled and not left. */
    boolean in() {
        return in;
    }

    @Nullable
    UUID release() {
        return release;
    }

    @Nullable
    Instant finished() {
        return finished;
    }

    private void step(Recorded step) {
        switch (step.verb()) {
            case "enrolled" -> {
                in = true;
                release = step.releaseId();
            }
            case "moved" -> release = step.releaseId();
            case "left" -> in = false;
            case "finished" -> finished = finished == null ? step.at() : finished;
            case "opened", "progressed", "attempted", "scored", "completed", "uncompleted" -> inBlock(step);
            default -> {}
        }
    }

    private void inBlock(Recorded step) {
        UUID block = step.blockId();
        if (block == null) {
            return;
        }
        BlockProgress before = blocks.getOrDefault(
                block, new BlockProgress(block, "opened", null, null, null, step.at(), step.at(), null, false, ""));
        blocks.put(block, after(before, step));
    }

    private static BlockProgress after(BlockProgress before, Recorded step) {
        return switch (step.verb()) {
            case "progressed", "attempted" -> before.done() ? before : as(before, step, "started", before.doneAt());
            case "scored" -> scored(before, step);
            case "completed" -> as(before, step, "done", step.at());
            case "uncompleted" -> as(before, step, "opened", null);
            default -> before;
        };
    }

    /** The best result counts; a regrading, which a trainer orders, takes its place whatever it was. */
    private static BlockProgress scored(BlockProgress before, Recorded step) {
        boolean better =
                step.byHand() || before.score() == null || (step.score() != null && step.score() >= before.score());
        return new BlockProgress(
                before.blockId(),
                before.done() ? "done" : "started",
                better ? step.score() : before.score(),
                better ? step.scoreMax() : before.scoreMax(),
                Boolean.TRUE.equals(step.passed()) || Boolean.TRUE.equals(before.passed()),
                before.openedAt(),
                before.seenAt(),
                before.doneAt(),
                before.byHand(),
                "");
    }

    private static BlockProgress as(BlockProgress before, Recorded step, String state, @Nullable Instant doneAt) {
        boolean set = step.byHand() && step.scoreMax() != null;
        return new BlockProgress(
                before.blockId(),
                state,
                set ? step.score() : before.score(),
                set ? step.scoreMax() : before.scoreMax(),
                set ? step.passed() : before.passed(),
                before.openedAt(),
                before.seenAt(),
                doneAt,
                before.byHand() || step.byHand(),
                "");
    }
}
