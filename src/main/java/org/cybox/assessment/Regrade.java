package org.cybox.assessment;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.assessment.Corrections.Correction;
import org.cybox.assessment.Corrections.Marking;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** Marks all attempts of a test anew after a correction, and tells the learners whose result changed. */
@Component
class Regrade implements Task {

    static final String KIND = "assessment.regrade";

    private final AttemptStore store;
    private final Corrections corrections;
    private final Contents contents;
    private final Enrolments enrolments;
    private final Learning learning;
    private final TestNotices notices;
    private final Work work;

    Regrade(
            AttemptStore store,
            Corrections corrections,
            Contents contents,
            Enrolments enrolments,
            Learning learning,
            TestNotices notices,
            Work work) {
        this.store = store;
        this.corrections = corrections;
        this.contents = contents;
        this.enrolments = enrolments;
        this.learning = learning;
        this.notices = notices;
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Each batch is a transaction; an attempt that is marked as it should be is passed over, so it may run again. */
    @Override
    public void run(String payload, Progress progress) {
        Correction correction =
                work.here(() -> corrections.find(UUID.fromString(payload)).orElseThrow(NotFound::new));
        Map<UUID, Marking> markings = new HashMap<>();
        int changed = 0;
        UUID after = new UUID(0, 0);
        List<Attempt> batch;
        do {
            UUID from = after;
            batch = work.here(() -> store.counting(correction.blockId(), from));
            if (!batch.isEmpty()) {
                List<Attempt> these = batch;
                changed += work.here(() -> mark(these, correction, markings, progress));
                after = batch.getLast().id();
            }
        } while (!batch.isEmpty());
        progress.result(Map.of(
                "0",
                String.valueOf(changed),
                "link",
                "/courses/" + correction.courseId() + "/tests/" + correction.blockId() + "/corrections"));
    }

    /** @return how many results changed */
    private int mark(List<Attempt> batch, Correction correction, Map<UUID, Marking> markings, Progress progress) {
        Map<UUID, Map<String, Given>> given = new HashMap<>();
        store.answersOf(batch.stream().map(Attempt::id).toList())
                .forEach(row -> given.computeIfAbsent(row.attemptId(), id -> new HashMap<>())
                        .put(row.questionId(), row.given()));
        Map<UUID, Attempt> learners = new LinkedHashMap<>();
        int changed = 0;
        for (Attempt attempt : batch) {
            TestContent content = contents.of(attempt.versionId());
            Marking marking = markings.computeIfAbsent(
                    attempt.versionId(), version -> corrections.marking(correction.blockId(), content));
            Attempt.Marks marks = marking.marks(given.getOrDefault(attempt.id(), Map.of()));
            if (!marks.equals(attempt.marks())) {
                Attempt fresh = attempt.ended(attempt.state(), attempt.startedAt(), marks, content.worth(), content);
                store.update(fresh);
                changed++;
                learners.put(attempt.enrolmentId(), attempt);
            }
            progress.step();
        }
        learners.values().forEach(attempt -> tell(attempt, correction));
        return changed;
    }

    private void tell(Attempt attempt, Correction correction) {
        Lesson lesson;
        try {
            lesson = learning.lesson(enrolments.get(attempt.enrolmentId()), attempt.blockId());
        } catch (NotFound e) {
            return;
        }
        Optional<Attempt> best = Helping.best(store.of(attempt.enrolmentId(), attempt.blockId()));
        best.ifPresent(there -> learning.regrade(
                lesson,
                there.id(),
                there.points(),
                there.max(),
                there.success(),
                correction.personId(),
                correction.reason()));
        notices.tell(
                attempt.personId(),
                "regraded",
                lesson.block().title(),
                AttemptController.here(attempt) + "/result",
                List.of());
    }
}
