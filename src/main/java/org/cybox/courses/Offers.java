package org.cybox.courses;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.springframework.stereotype.Component;

/** Releases that the programme offers to institutions, each complete in itself. */
@Component
public class Offers {

    private final OfferStore store;
    private final ReleaseStore releases;
    private final Packages packages;
    private final Clock clock;

    Offers(OfferStore store, ReleaseStore releases, Packages packages, Clock clock) {
        this.store = store;
        this.releases = releases;
        this.packages = packages;
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
        CoursePackage packed = packages.pack(course, release, releases.blocks(release.id()));
        store.insert(id, course, release, packed, clock.instant());
        return store.find(id).orElseThrow();
    }

    /** The newest offered release of each course, by title. */
    List<OfferStore.Entry> current() {
        return store.current();
    }
}
