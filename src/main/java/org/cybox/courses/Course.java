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
}
