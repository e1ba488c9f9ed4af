package org.cybox.certification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cybox.courses.Course;
import org.cybox.courses.CourseCompleted;
import org.cybox.courses.Courses;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.courses.Section.Lines;
import org.cybox.notifications.Notice;
import org.cybox.notifications.Notifications;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.cybox.records.Records;
import org.cybox.records.Step.Verb;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Certificates of the present tenant. Issuing copies everything a certificate says, so that it needs nothing else later;
 * the PDF is drawn by a job.
 */
@Component
public class Certificates {

    private final CertificateStore store;
    private final Templates templates;
    private final Courses courses;
    private final Releases releases;
    private final People people;
    private final Tenants tenants;
    private final Records records;
    private final Notifications notifications;
    private final Audit audit;
    private final Jobs jobs;
    private final Clock clock;

    Certificates(
            CertificateStore store,
            Templates templates,
            Courses courses,
            Releases releases,
            People people,
            Tenants tenants,
            Records records,
            Notifications notifications,
            Audit audit,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.courses = courses;
        this.releases = releases;
        this.people = people;
        this.tenants = tenants;
        this.records = records;
        this.notifications = notifications;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(CourseCompleted completed) {
        Course course = courses.get(completed.course());
        Optional<Kind> kind = Kind.of(course.certificate());
        if (kind.isEmpty() || held(completed.course(), kind.get(), completed.person())) {
            return;
        }
        Release release = releases.get(completed.release());
        Certificate issued = issue(course, release, List.of(completed.person()), kind.get(), completed.at())
                .getFirst();
        tell(issued, "certification.issued");
    }

    /**
     * Issues by hand: attendance or trainer certificates, or completion where a course gives none by itself. Who holds a
     * valid one of that kind is left out. A class costs as many statements as one person.
     *
     * @return how many were issued
     */
    int issue(Visitor by, UUID course, Kind kind, List<UUID> persons) {
        Course what = courses.get(course);
        if (what.releaseId() == null) {
            throw new Refused("", "certification.unpublished");
        }
        Release release = releases.get(what.releaseId());
        List<UUID> there = store.holders(course, kind.word(), persons);
        List<UUID> fresh =
                persons.stream().filter(id -> !there.contains(id)).distinct().toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        List<Certificate> issued = issue(what, release, fresh, kind, clock.instant());
        audit.recordAll(
                by,
                "certificate.issued",
                "certificate",
                issued.stream().map(Certificate::id).toList(),
                "",
                Map.of("course", course.toString()));
        Notice notice = new Notice(
                "certificate", "certification.issued", List.of(Notice.said(release.title())), "/certificates");
        notifications.tellAll(fresh, notice);
        return issued.size();
    }

    /** Throws {@link NotFound} when there is none, or it is neither the visitor's own nor a trainer asks. */
    Certificate visibleTo(Visitor visitor, UUID id) {
        return store.find(id)
                .filter(one -> (visitor.trainer() && !visitor.onlyOwnGroups())
                        || visitor.person().equals(one.personId()))
                .orElseThrow(NotFound::new);
    }

    List<Certificate> own(Visitor visitor) {
        return store.ofPerson(visitor.person());
    }

    /** Withdraws a certificate for good; the public check says so, with the reason. */
    void revoke(Visitor by, UUID id, String reason) {
        require(reason);
        Certificate certificate = store.find(id).orElseThrow(NotFound::new);
        if (store.end(id, "revoked", reason.strip(), tenants.today(), id, "") == 0) {
            throw new Refused("", "certification.notValid");
        }
        audit.record(by, "certificate.revoked", "certificate", id, reason, Map.of("number", certificate.number()));
        tell(certificate, "certification.revoked");
    }

    /**
     * Issues the same certificate anew with a corrected name; the old one leads to it.
     *
     * @return the new one
     */
    UUID reissue(Visitor by, UUID id, String holder, String surname, String reason) {
        require(reason);
        if (holder.isBlank() || surname.isBlank()) {
            throw new Refused("holder", "certification.name.missing");
        }
        Certificate old =
                store.find(id).filter(Certificate::valid).orElseThrow(() -> new Refused("", "certification.notValid"));
        Certificate fresh = new Certificate(
                Ids.next(),
                numbers(1).getFirst(),
                Code.make(),
                old.kind(),
                old.courseId(),
                old.releaseId(),
                old.personId(),
                holder.strip(),
                surname.strip(),
                old.courseTitle(),
                old.releaseNumber(),
                old.releaseHash(),
                old.hours(),
                old.outcomes(),
                old.completedOn(),
                clock.instant(),
                old.language(),
                old.sheet(),
                "valid",
                "",
                null,
                null);
        keep(List.of(fresh));
        store.end(id, "replaced", reason.strip(), tenants.today(), fresh.id(), fresh.code());
        audit.record(
                by,
                "certificate.reissued",
                "certificate",
                id,
                reason,
                Map.of("from", old.holder(), "to", fresh.holder()));
        tell(fresh, "certification.reissued");
        return fresh.id();
    }

    /** All of the same release, in a few statements; whom it concerns is told by the caller. */
    private List<Certificate> issue(Course course, Release release, List<UUID> persons, Kind kind, Instant completed) {
        Map<UUID, Person> holders = people.all(persons);
        if (!holders.keySet().containsAll(persons)) {
            throw new NotFound();
        }
        Tenant tenant = tenants.get(Scope.tenant());
        Template template = templates.usual(kind);
        List<String> numbers = numbers(persons.size());
        List<Certificate> issued = new ArrayList<>();
        for (UUID person : persons) {
            Person holder = Objects.requireNonNull(holders.get(person));
            issued.add(fresh(numbers.get(issued.size()), course, release, holder, template, tenant, completed));
        }
        keep(issued);
        records.introduceAll(persons);
        records.appendAll(persons, Verb.CERTIFIED, course.id(), release.id(), clock.instant());
        return issued;
    }

    private Certificate fresh(
            String number,
            Course course,
            Release release,
            Person holder,
            Template template,
            Tenant tenant,
            Instant completed) {
        String language = holder.language().isBlank() ? tenant.language() : holder.language();
        Sheet sheet = new Sheet(
                template.languagesFor(language),
                tenant.name(),
                tenant.accent(),
                template.title(),
                template.body(),
                template.signatories().list(),
                template.logos().list(),
                tenant.demo());
        return new Certificate(
                Ids.next(),
                number,
                Code.make(),
                template.kind(),
                course.id(),
                release.id(),
                holder.id(),
                holder.name(),
                holder.surname(),
                release.title(),
                release.number(),
                release.hash(),
                release.hours(),
                new Lines(course.outcomes().list().stream()
                        .map(Course.Outcome::text)
                        .toList()),
                tenants.day(completed),
                clock.instant(),
                language,
                sheet,
                "valid",
                "",
                null,
                null);
    }

    private void keep(List<Certificate> issued) {
        Tenant tenant = tenants.get(Scope.tenant());
        store.insert(issued);
        store.insertProofs(
                issued.stream().map(one -> proof(one, tenant.askSurname())).toList());
        jobs.later(SheetTask.KIND, SheetTask.payload(issued));
    }

    private Proof proof(Certificate certificate, boolean askSurname) {
        return new Proof(
                certificate.id(),
                certificate.code(),
                certificate.number(),
                certificate.kind(),
                certificate.holder(),
                Code.surnameHash(certificate.code(), certificate.surname()),
                askSurname,
                certificate.sheet().institution(),
                certificate.courseTitle(),
                certificate.outcomes(),
                certificate.hours(),
                certificate.releaseNumber(),
                certificate.releaseHash(),
                certificate.completedOn(),
                tenants.today(),
                "valid",
                "",
                null,
                null);
    }

    private void tell(Certificate certificate, String key) {
        if (certificate.personId() != null) {
            String title = certificate.courseTitle().in(certificate.language());
            notifications.tell(
                    certificate.personId(),
                    new Notice("certificate", key, List.of(title), "/certificates/" + certificate.id()));
        }
    }

    private boolean held(UUID course, Kind kind, UUID person) {
        return !store.holders(course, kind.word(), List.of(person)).isEmpty();
    }

    /** That many numbers of the series of this year. */
    private List<String> numbers(int count) {
        String series = tenants.get(Scope.tenant()).slug().toUpperCase(Locale.ROOT);
        int year = tenants.today().getYear();
        int last = store.takeNumbers(year, count);
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> "%s-%d-%05d".formatted(series, year, number))
                .toList();
    }

    private static void require(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refused("reason", "certification.reason.missing");
        }
    }
}
