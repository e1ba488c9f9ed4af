package org.cybox.courses;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.NotFound;
import org.cybox.records.Records;
import org.cybox.records.Step;
import org.cybox.records.Step.Verb;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Counts how far an enrolment is after something in it has changed. */
@Component
class Settling {

    private final EnrolmentStore store;
    private final Releases releases;
    private final Records records;
    private final ApplicationEventPublisher events;

    Settling(EnrolmentStore store, Releases releases, Records records, ApplicationEventPublisher events) {
        this.store = store;
        this.releases = releases;
        this.records = records;
        this.events = events;
    }

    /** A course that has become complete is told, once. */
    void settle(UUID id, Instant now) {
        Enrolment enrolment = store.find(id).orElseThrow(NotFound::new);
        Set<UUID> done = store.progress(id).stream()
                .filter(BlockProgress::done)
                .map(BlockProgress::blockId)
                .collect(Collectors.toSet());
        List<Outline.Block> counting = releases.get(enrolment.releaseId())
                .outline()
                .blocks()
                .filter(Outline.Block::counts)
                .toList();
        int reached = (int)
                counting.stream().filter(block -> done.contains(block.id())).count();
        boolean complete = reached == counting.size() && !counting.isEmpty();
        boolean first = complete && enrolment.completedAt() == null;
        store.update(enrolment.reached(reached, counting.size(), complete, first ? now : enrolment.completedAt()));
        if (first) {
            records.append(
                    Step.of(enrolment.personId(), Verb.FINISHED, enrolment.courseId(), enrolment.releaseId(), now));
            events.publishEvent(new CourseCompleted(
                    Scope.tenant(), enrolment.courseId(), enrolment.releaseId(), id, enrolment.personId(), now));
        }
    }
}
