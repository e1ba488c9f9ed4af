package org.cybox.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * An institution with a space of its own.
 *
 * @param slug first label of its host, for life
 * @param host a domain of its own, if it has one
 * @param accent colour {@code #rrggbb}, dark enough for white text (checked when chosen)
 * @param languages content languages, comma-separated BCP 47 tags, its own first
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
}
