package org.cybox.courses;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Ids;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Releases that the programme offers to institutions, each complete in itself. */
@Component
public class Offers {

    private final OfferStore store;
    private final Courses courses;
    private final Releases releases;
    private final ReleaseStore versions;
    private final Packages packages;
    private final Audit audit;
    private final Clock clock;

    Offers(
            OfferStore store,
            Courses courses,
            Releases releases,
            ReleaseStore versions,
            Packages packages,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.releases = releases;
        this.versions = versions;
        this.packages = packages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Offers a release of a course of the present tenant; doing it twice changes nothing. */
    OfferStore.Entry put(Course course, Release release) {
        Optional<OfferStore.Entry> there = store.ofRelease(release.id());
        if (there.isPresent()) {
            store.resume(there.get().id());
            return there.get();
        }
        UUID id = Ids.next();
        CoursePackage packed = packages.pack(course, release, versions.blocks(release.id()));
        store.insert(id, course, release, packed, clock.instant());
        return store.find(id).orElseThrow();
    }

    /** Releases of a course of this tenant that are offered now. */
    public List<UUID> offered(UUID course) {
        return store.ofCourse(course).stream()
                .filter(entry -> entry.withdrawnAt() == null)
                .map(OfferStore.Entry::releaseId)
                .toList();
    }

    /** Only the programme offers. */
    public void offer(Visitor visitor, Space space, UUID course, int number) {
        Release release = mine(visitor, space, course, number);
        put(courses.get(course), release);
        audit.record(visitor, "courses.offered", "course", course, "", Map.of("release", number));
    }

    /** Those who run it go on; nobody takes it any more. */
    public void withdraw(Visitor visitor, Space space, UUID course, int number) {
        Release release = mine(visitor, space, course, number);
        store.ofRelease(release.id()).ifPresent(entry -> store.withdraw(entry.id(), clock.instant()));
        audit.record(visitor, "courses.withdrawn", "course", course, "", Map.of("release", number));
    }

    private Release mine(Visitor visitor, Space space, UUID course, int number) {
        if (!space.programme()) {
            throw new NotFound();
        }
        Course found = courses.editableBy(visitor, course);
        return releases.ofCourse(found.id()).stream()
                .filter(release -> release.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The newest offered release of each course, by title. */
    List<OfferStore.Entry> current() {
        return store.current();
    }
}
