package org.cybox.people;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.cybox.platform.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * A member of a tenant.
 *
 * @param name as it stands on a certificate; @param surname what a stranger may be asked for
 * @param role learner, trainer or manager; @param state invited, active or left
 * @param onlyOwnGroups a trainer who sees the learners of their own groups only
 * @param language BCP 47 tag, or blank for the tenant's
 */
public record Person(
        UUID id,
        String name,
        String surname,
        @Nullable String email,
        @Nullable String username,
        String role,
        boolean onlyOwnGroups,
        String language,
        String state,
        String institution,
        Instant createdAt,
        @Nullable Instant seenAt) {

    public Role as() {
        return Role.of(role);
    }

    public boolean active() {
        return state.equals("active");
    }

    public boolean invited() {
        return state.equals("invited");
    }

    public boolean left() {
        return state.equals("left");
    }

    /** The e-mail address, or the user name of whoever has none. */
    public String sign() {
        return email != null ? email : username == null ? "" : username;
    }

    Person in(String otherState) {
        return new Person(
                id,
                name,
                surname,
                email,
                username,
                role,
                onlyOwnGroups,
                language,
                otherState,
                institution,
                createdAt,
                seenAt);
    }

    Person as(Role otherRole, boolean limited) {
        return new Person(
                id,
                name,
                surname,
                email,
                username,
                otherRole.word(),
                limited && otherRole == Role.TRAINER,
                language,
                state,
                institution,
                createdAt,
                seenAt);
    }

    Person called(String otherName, String otherSurname, String otherInstitution) {
        return new Person(
                id,
                otherName,
                otherSurname,
                email,
                username,
                role,
                onlyOwnGroups,
                language,
                state,
                otherInstitution,
                createdAt,
                seenAt);
    }

    /** What lists are sorted by. */
    String sortName() {
        return folded(surname + " " + name);
    }

    /** Lower case without accents and vowel marks, so that one finds Traoré by typing traore. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** The last word, for where nobody said which part is the surname. */
    static String lastWord(String name) {
        String[] words = name.strip().split("\\s+");
        return words[words.length - 1];
    }
}
