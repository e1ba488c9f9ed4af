package org.cybox.certification;

import java.time.LocalDate;
import java.util.UUID;
import org.cybox.courses.Section.Lines;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the public check shows. It leaves the tenant on purpose and outlives course, release, account and branding.
 *
 * @param askSurname nothing is shown before the surname was given
 * @param newCode of the certificate that replaced it
 */
record Proof(
        UUID id,
        String code,
        String number,
        String kind,
        String holder,
        String surnameHash,
        boolean askSurname,
        Words institution,
        Words courseTitle,
        Lines outcomes,
        int hours,
        int releaseNumber,
        String releaseHash,
        LocalDate completedOn,
        LocalDate issuedOn,
        String state,
        String reason,
        @Nullable LocalDate changedOn,
        @Nullable String newCode) {

    boolean matches(String surname) {
        return Code.surnameHash(code, surname).equals(surnameHash);
    }
}
