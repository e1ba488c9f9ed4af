package org.cybox.courses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A course as its authors work on it; what learners see are its releases.
 *
 * @param languages comma-separated BCP 47 tags, the original first
 * @param hours learning hours, as they stand on a certificate
 * @param state draft (never published), open, archived (nobody enrols any more) or binned
 * @param sealed an offered course that is run as it is: its content cannot be edited here
 * @param releaseId the release that new learners get
 * @param enrolKey what learners must type to enrol, or blank
 * @param dueDays days from enrolment to the due date, 0 for none
 * @param certificate none, attendance, completion or trainer
 * @param revision grows with every change; a change made on an older one is refused
 */
public record Course(
        UUID id,
        Words title,
        Words summary,
        Words audience,
        String languages,
        int hours,
        Outcomes outcomes,
        String state,
        boolean sealed,
        @Nullable UUID releaseId,
        int releaseNumber,
        Origin origin,
        boolean enrolOpen,
        boolean enrolApproval,
        String enrolKey,
        @Nullable LocalDate enrolUntil,
        int dueDays,
        String certificate,
        int revision,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant binnedAt) {

    /** What learners can do afterwards; tests point to an outcome by its id. */
    public record Outcomes(List<Outcome> list) implements Document {
        public Outcomes {
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    /** @param id unique in the course, for life */
    public record Outcome(String id, Words text) {}

    /** Where a copied course came from; all null or zero for one's own. */
    public record Origin(
            @Nullable UUID tenant,
            @Nullable UUID offer,
            @Nullable UUID course,
            int releaseNumber,
            @Nullable String releaseHash,
            @Nullable String institution)
            implements Document {

        public static final Origin OWN = new Origin(null, null, null, 0, null, null);

        public boolean adopted() {
            return offer != null;
        }
    }

    public List<String> languageList() {
        return Languages.list(languages);
    }

    public String language() {
        List<String> all = languageList();
        return all.isEmpty() ? "en" : all.getFirst();
    }

    public boolean published() {
        return releaseId != null;
    }

    /** A course that nobody has written yet. */
    public static Course fresh(UUID id, Words title, String languages, int hours, Instant now) {
        Words none = Words.NONE.originalIn(title.original());
        return new Course(
                id,
                title,
                none,
                none,
                languages,
                hours,
                new Outcomes(List.of()),
                "draft",
                false,
                null,
                0,
                Origin.OWN,
                true,
                false,
                "",
                null,
                0,
                "completion",
                1,
                now,
                now,
                null);
    }

    public Course about(Words otherTitle, Words otherSummary, Words otherAudience, Outcomes others) {
        return new Course(
                id,
                otherTitle,
                otherSummary,
                otherAudience,
                languages,
                hours,
                others,
                state,
                sealed,
                releaseId,
                releaseNumber,
                origin,
                enrolOpen,
                enrolApproval,
                enrolKey,
                enrolUntil,
                dueDays,
                certificate,
                revision,
                createdAt,
                changedAt,
                binnedAt);
    }

    public Course lasting(String otherLanguages, int otherHours, String otherCertificate) {
        return new Course(
                id,
                title,
                summary,
                audience,
                otherLanguages,
                otherHours,
                outcomes,
                state,
                sealed,
                releaseId,
                releaseNumber,
                origin,
                enrolOpen,
                enrolApproval,
                enrolKey,
                enrolUntil,
                dueDays,
                otherCertificate,
                revision,
                createdAt,
                changedAt,
                binnedAt);
    }

    /** How people come in. */
    public record Enrolling(
            boolean open,
            boolean approval,
            String key,
            @Nullable LocalDate until,
            int dueDays) {}

    public Course enrolling(Enrolling how) {
        return new Course(
                id,
                title,
                summary,
                audience,
                languages,
                hours,
                outcomes,
                state,
                sealed,
                releaseId,
                releaseNumber,
                origin,
                how.open(),
                how.approval(),
                how.key(),
                how.until(),
                how.dueDays(),
                certificate,
                revision,
                createdAt,
                changedAt,
                binnedAt);
    }

    Course from(Origin other, Sealing sealing) {
        return new Course(
                id,
                title,
                summary,
                audience,
                languages,
                hours,
                outcomes,
                state,
                sealing == Sealing.SEALED,
                releaseId,
                releaseNumber,
                other,
                enrolOpen,
                enrolApproval,
                enrolKey,
                enrolUntil,
                dueDays,
                certificate,
                revision,
                createdAt,
                changedAt,
                binnedAt);
    }

    enum Sealing {
        SEALED,
        EDITABLE
    }

    Course released(Release release) {
        return new Course(
                id,
                title,
                summary,
                audience,
                languages,
                hours,
                outcomes,
                "open",
                sealed,
                release.id(),
                release.number(),
                origin,
                enrolOpen,
                enrolApproval,
                enrolKey,
                enrolUntil,
                dueDays,
                certificate,
                revision,
                createdAt,
                release.publishedAt(),
                null);
    }

    /** Nobody enrols any more; who learns goes on. */
    Course archived() {
        return in("archived", null);
    }

    Course binned(Instant now) {
        return in("binned", now);
    }

    /** Back from the archive or the bin, to what it was by its releases. */
    Course back() {
        return in(published() ? "open" : "draft", null);
    }

    /** As one saw it when the form was opened, so that a change in between is noticed. */
    public Course at(int otherRevision) {
        return new Course(
                id,
                title,
                summary,
                audience,
                languages,
                hours,
                outcomes,
                state,
                sealed,
                releaseId,
                releaseNumber,
                origin,
                enrolOpen,
                enrolApproval,
                enrolKey,
                enrolUntil,
                dueDays,
                certificate,
                otherRevision,
                createdAt,
                changedAt,
                binnedAt);
    }

    Course changed(Instant now) {
        return new Course(
                id,
                title,
                summary,
                audience,
                languages,
                hours,
                outcomes,
                state,
                sealed,
                releaseId,
                releaseNumber,
                origin,
                enrolOpen,
                enrolApproval,
                enrolKey,
                enrolUntil,
                dueDays,
                certificate,
                revision,
                createdAt,
                now,
                binnedAt);
    }

    private Course in(String otherState, @Nullable Instant binned) {
        return new Course(
                id,
                title,
                summary,
                audience,
                languages,
                hours,
                outcomes,
                otherState,
                sealed,
                releaseId,
                releaseNumber,
                origin,
                enrolOpen,
                enrolApproval,
                enrolKey,
                enrolUntil,
                dueDays,
                certificate,
                revision,
                createdAt,
                changedAt,
                binned);
    }
}
