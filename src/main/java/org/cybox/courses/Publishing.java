package org.cybox.courses;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.platform.data.Ids;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes releases out of drafts. A block that has not changed keeps its version. */
@Component
class Publishing {

    /** Stands for the version that a changed block does not have yet. */
    private static final UUID NEW = Visitor.NOBODY;

    private final ReleaseStore store;
    private final Kinds kinds;
    private final Files files;
    private final Clock clock;

    Publishing(ReleaseStore store, Kinds kinds, Files files, Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.files = files;
        this.clock = clock;
    }

    /** What a release of the draft would be. @param hashes of each block; @param hash of the whole */
    record Plan(Draft draft, Outline outline, Map<UUID, String> hashes, String hash) {}

    Plan plan(Draft draft) {
        Map<UUID, String> known = sha256(draft);
        Map<UUID, String> hashes = new HashMap<>();
        draft.activities()
                .forEach(
                        one -> hashes.put(one.id(), Fingerprints.block(one.kind(), one.title(), one.content(), known)));
        Map<String, UUID> versions = store.versions(draft.course().id());
        Outline outline =
                draft.outline(activity -> versions.getOrDefault(key(activity.id(), hashes.get(activity.id())), NEW));
        return new Plan(draft, outline, hashes, Fingerprints.release(draft.course(), outline, hashes, known));
    }

    private Map<UUID, String> sha256(Draft draft) {
        List<UUID> ids = Stream.concat(
                        draft.sections().stream().flatMap(section -> section.trainerFiles().list().stream()),
                        draft.activities().stream()
                                .flatMap(activity -> kinds.files(activity.kind(), activity.content()).stream()))
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : files.all(ids).values().stream().collect(Collectors.toMap(StoredFile::id, StoredFile::sha256));
    }

    static String key(UUID block, @Nullable String hash) {
        return block + " " + hash;
    }

    Changes between(Release before, Release after) {
        Changes changes = Changes.between(before.outline(), after.outline());
        boolean about = !before.title().equals(after.title())
                || before.hours() != after.hours()
                || !before.languages().equals(after.languages());
        return about ? changes.and(new Changes.Change("course", after.title(), "", after.courseId())) : changes;
    }

    /** What has changed since a release; everything that the outline does not show counts as the course itself. */
    Changes since(Release release, Plan plan) {
        Changes changes = Changes.between(release.outline(), plan.outline());
        Course course = plan.draft().course();
        boolean about = !release.title().equals(course.title())
                || release.hours() != course.hours()
                || !release.languages().equals(course.languages());
        return about ? changes.and(new Changes.Change("course", course.title(), "", course.id())) : changes;
    }

    /** @param by person, or null for the program itself */
    Release release(Plan plan, String note, @Nullable UUID by) {
        Instant now = clock.instant();
        Course course = plan.draft().course();
        Map<UUID, UUID> fresh = new HashMap<>();
        List<ReleaseStore.NewVersion> versions = new ArrayList<>();
        for (Activity activity : plan.draft().inOrder()) {
            UUID version = plan.outline().block(activity.id()).orElseThrow().version();
            if (version.equals(NEW)) {
                version = Ids.next();
                versions.add(new ReleaseStore.NewVersion(
                        version,
                        activity.id(),
                        activity.kind(),
                        plan.hashes().getOrDefault(activity.id(), ""),
                        activity.title(),
                        activity.content()));
            }
            fresh.put(activity.id(), version);
        }
        Outline outline = plan.draft().outline(activity -> fresh.getOrDefault(activity.id(), NEW));
        Release release = new Release(
                Ids.next(),
                course.id(),
                course.sealed() ? course.origin().releaseNumber() : course.releaseNumber() + 1,
                plan.hash(),
                course.title(),
                course.hours(),
                course.languages(),
                outline,
                note.strip(),
                now);
        store.insert(release, versions, by);
        return release;
    }
}
