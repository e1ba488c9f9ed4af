package org.cybox.courses;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Ids;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.web.Forbidden;
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
    private final Importing importing;
    private final Files files;
    private final Audit audit;
    private final Clock clock;

    Offers(
            OfferStore store,
            Courses courses,
            Releases releases,
            ReleaseStore versions,
            Packages packages,
            Importing importing,
            Files files,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.releases = releases;
        this.versions = versions;
        this.packages = packages;
        this.importing = importing;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** Offers a release of a course of the present tenant; doing it twice changes nothing. */
    Offer put(Course course, Release release) {
        Optional<Offer> there = store.ofRelease(release.id());
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
                .map(Offer::releaseId)
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

    /**
     * What an institution can take.
     *
     * @param running the course here that runs it as it is
     */
    public record Offered(Offer offer, Optional<Course> running) {

        /** A newer release than the one that runs here. */
        public boolean newer() {
            return running.filter(course -> course.origin().releaseNumber() < offer.releaseNumber())
                    .isPresent();
        }
    }

    /** The newest offered release of each course. */
    public List<Offered> current(Visitor visitor) {
        requireTrainer(visitor);
        List<Course> sealed = courses.sealed();
        return store.current().stream()
                .map(entry -> new Offered(entry, running(sealed, entry)))
                .toList();
    }

    public Offered get(Visitor visitor, UUID id) {
        requireTrainer(visitor);
        Offer entry = open(id);
        return new Offered(entry, running(courses.sealed(), entry));
    }

    /** The newest offer for a course that runs one as it is; empty when it is the one that runs, or none is left. */
    public Optional<Offer> newer(Course course) {
        UUID source = course.origin().course();
        return !course.sealed() || source == null
                ? Optional.empty()
                : store.newest(source)
                        .filter(entry -> entry.releaseNumber() > course.origin().releaseNumber());
    }

    public CoursePackage content(Offer offer) {
        return store.content(offer.id());
    }

    private static Optional<Course> running(List<Course> sealed, Offer entry) {
        return sealed.stream()
                .filter(course -> entry.courseId().equals(course.origin().course()))
                .findFirst();
    }

    private static void requireTrainer(Visitor visitor) {
        if (!visitor.trainer()) {
            throw new Forbidden();
        }
    }

    private Offer open(UUID id) {
        return store.find(id).filter(entry -> entry.withdrawnAt() == null).orElseThrow(NotFound::new);
    }

    /** Runs an offered release as it is: its content is not changed here. One that runs already is given as it is. */
    public Course run(Visitor visitor, Space space, UUID id, String institution) {
        Offered offered = takeable(visitor, space, id);
        if (offered.running().isPresent()) {
            return offered.running().get();
        }
        CoursePackage packed = store.content(id);
        Draft draft = importing.create(
                packed,
                adopted(packed),
                Packages.Identity.KEPT,
                visitor.person(),
                origin(offered.offer(), institution));
        publish(draft, offered.offer());
        audit.record(visitor, "courses.offer.run", "course", draft.course().id(), "", Map.of("offer", id.toString()));
        return draft.course();
    }

    /** A sealed course takes the newest offered release. Learners keep theirs. */
    public Release renew(Visitor visitor, UUID course) {
        Course found = courses.runBy(visitor, course);
        Offer offer = newer(found).orElseThrow(NotFound::new);
        CoursePackage packed = store.content(offer.id());
        String institution = found.origin().institution();
        Draft draft = importing.replace(
                found, packed, adopted(packed), origin(offer, institution == null ? "" : institution));
        audit.record(
                visitor,
                "courses.offer.renewed",
                "course",
                course,
                "",
                Map.of("offer", offer.id().toString()));
        return publish(draft, offer);
    }

    private Release publish(Draft draft, Offer offer) {
        Release release = importing.publish(draft, "");
        if (!release.hash().equals(offer.releaseHash())) {
            throw new IllegalStateException("an offered release changed on its way: " + offer.id());
        }
        return release;
    }

    /** An editable draft that remembers what it was copied from, activity by activity. */
    public Course copy(Visitor visitor, Space space, UUID id, String institution) {
        Offered offered = takeable(visitor, space, id);
        CoursePackage packed = store.content(id);
        Draft draft = importing.create(
                packed, adopted(packed), Packages.Identity.NEW, visitor.person(), origin(offered.offer(), institution));
        audit.record(
                visitor, "courses.offer.copied", "course", draft.course().id(), "", Map.of("offer", id.toString()));
        return draft.course();
    }

    private Offered takeable(Visitor visitor, Space space, UUID id) {
        if (space.programme()) {
            throw new NotFound();
        }
        return get(visitor, id);
    }

    private static Course.Origin origin(Offer offer, String institution) {
        return new Course.Origin(
                offer.tenant(), offer.id(), offer.courseId(), offer.releaseNumber(), offer.releaseHash(), institution);
    }

    /** The bytes are in the one store; only the rows are this tenant's own. */
    private Map<UUID, UUID> adopted(CoursePackage packed) {
        Map<UUID, UUID> replaced = new HashMap<>();
        packed.files()
                .forEach(file -> replaced.put(
                        file.id(),
                        files.adopt(
                                        file.sha256(),
                                        file.name(),
                                        file.mediaType(),
                                        file.bytes(),
                                        "trainers".equals(file.audience()) ? Audience.TRAINERS : Audience.MEMBERS)
                                .id()));
        return replaced;
    }
}
