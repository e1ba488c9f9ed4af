package org.cybox.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cybox.courses.Section.Lines;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An issued certificate with everything it says.
 *
 * @param number of the institution's own series
 * @param code what its QR code leads to; whoever holds it may check the certificate
 * @param personId null once the person was erased
 * @param hours learning hours
 * @param releaseHash digest of the content that was learned
 * @param state valid, revoked or replaced (by one with a corrected name)
 * @param fileId the PDF, once it was drawn
 */
record Certificate(
        UUID id,
        String number,
        String code,
        String kind,
        UUID courseId,
        @Nullable UUID releaseId,
        @Nullable UUID personId,
        String holder,
        String surname,
        Words courseTitle,
        int releaseNumber,
        String releaseHash,
        int hours,
        Lines outcomes,
        LocalDate completedOn,
        Instant issuedAt,
        String language,
        Sheet sheet,
        String state,
        String reason,
        @Nullable UUID replacedBy,
        @Nullable UUID fileId) {

    boolean valid() {
        return state.equals("valid");
    }
}
