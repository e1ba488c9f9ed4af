package org.cybox.tenancy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.cybox.platform.text.Zones;
import org.jspecify.annotations.Nullable;

/**
 * An institution with a space of its own.
 *
 * @param slug first label of its host, for life
 * @param host a domain of its own, if it has one
 * @param accent colour {@code #rrggbb}, dark enough for white text (checked when chosen)
 * @param languages content languages, comma-separated BCP 47 tags, its own first
 * @param timeZone name of the IANA database: when its days begin and its mornings are
 * @param askSurname a stranger who checks a certificate of this tenant must know the holder's surname
 */
public record Tenant(
        UUID id,
        String slug,
        @Nullable String host,
        boolean programme,
        boolean demo,
        String state,
        Words name,
        Words welcome,
        String accent,
        @Nullable String logoSha256,
        @Nullable String logoType,
        String languages,
        boolean askSurname,
        String timeZone,
        int revision,
        Instant createdAt) {

    public List<String> languageList() {
        return Languages.list(languages);
    }

    public String language() {
        List<String> all = languageList();
        return all.isEmpty() ? "en" : all.getFirst();
    }

    public boolean active() {
        return state.equals("active");
    }

    public Tenant named(Words otherName) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                otherName,
                welcome,
                accent,
                logoSha256,
                logoType,
                languages,
                askSurname,
                timeZone,
                revision,
                createdAt);
    }

    public Tenant welcoming(Words otherWelcome) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                name,
                otherWelcome,
                accent,
                logoSha256,
                logoType,
                languages,
                askSurname,
                timeZone,
                revision,
                createdAt);
    }

    public Tenant coloured(String otherAccent) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                name,
                welcome,
                otherAccent,
                logoSha256,
                logoType,
                languages,
                askSurname,
                timeZone,
                revision,
                createdAt);
    }

    public Tenant speaking(String otherLanguages) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                name,
                welcome,
                accent,
                logoSha256,
                logoType,
                otherLanguages,
                askSurname,
                timeZone,
                revision,
                createdAt);
    }

    public Tenant withLogo(@Nullable String sha256, @Nullable String type) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                name,
                welcome,
                accent,
                sha256,
                type,
                languages,
                askSurname,
                timeZone,
                revision,
                createdAt);
    }

    public Tenant askingSurname(boolean asked) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                name,
                welcome,
                accent,
                logoSha256,
                logoType,
                languages,
                asked,
                timeZone,
                revision,
                createdAt);
    }

    public Tenant living(String otherZone) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                name,
                welcome,
                accent,
                logoSha256,
                logoType,
                languages,
                askSurname,
                otherZone,
                revision,
                createdAt);
    }

    public ZoneId zone() {
        return timeZone.equals(Zones.UTC) ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }

    public Tenant suspended() {
        return in("suspended");
    }

    public Tenant resumed() {
        return in("active");
    }

    private Tenant in(String otherState) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                otherState,
                name,
                welcome,
                accent,
                logoSha256,
                logoType,
                languages,
                askSurname,
                timeZone,
                revision,
                createdAt);
    }

    /** As one saw it when the form was opened, so that a change in between is noticed. */
    Tenant at(int otherRevision) {
        return new Tenant(
                id,
                slug,
                host,
                programme,
                demo,
                state,
                name,
                welcome,
                accent,
                logoSha256,
                logoType,
                languages,
                askSurname,
                timeZone,
                otherRevision,
                createdAt);
    }
}
