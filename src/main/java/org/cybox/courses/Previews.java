package org.cybox.courses;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Drafts as learners would see them. */
@Component
public class Previews {

    private final Courses courses;
    private final Publishing publishing;
    private final Kinds kinds;
    private final Clock clock;

    Previews(Courses courses, Publishing publishing, Kinds kinds, Clock clock) {
        this.courses = courses;
        this.publishing = publishing;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** @param elsewhere the kind shows its preview by itself, there */
    public record Preview(Lesson lesson, BlockVersion version, Optional<String> elsewhere) {}

    public Optional<UUID> first(Visitor visitor, UUID course) {
        return courses.draft(courses.runBy(visitor, course)).inOrder().stream()
                .map(Activity::id)
                .findFirst();
    }

    /** A lesson of nobody, on a release that is none: the draft as it stands. */
    public Preview of(Visitor visitor, UUID course, UUID block) {
        Course found = courses.runBy(visitor, course);
        Draft draft = courses.draft(found);
        Activity activity = draft.activity(block).orElseThrow(NotFound::new);
        Publishing.Plan plan = publishing.plan(draft);
        Release release = new Release(
                Visitor.NOBODY,
                course,
                found.releaseNumber() + 1,
                plan.hash(),
                found.title(),
                found.hours(),
                found.languages(),
                plan.outline(),
                "",
                clock.instant());
        String hash = plan.hashes().getOrDefault(block, "");
        BlockVersion version = new BlockVersion(
                UUID.nameUUIDFromBytes(hash.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                block,
                course,
                activity.kind(),
                hash,
                activity.title(),
                activity.content());
        Enrolment nobody = new Enrolment(
                Visitor.NOBODY,
                course,
                visitor.person(),
                release.id(),
                "active",
                "manager",
                clock.instant(),
                null,
                null,
                null,
                0,
                release.outline().counting(),
                null,
                "");
        Lesson lesson =
                new Lesson(nobody, release, release.outline().block(block).orElseThrow(NotFound::new), Map.of(), true);
        return new Preview(
                lesson, version, kinds.find(activity.kind()).flatMap(kind -> kind.previewAddress(course, block)));
    }
}
