package org.cybox.tenancy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
        return changed(copy -> copy.name = otherName);
    }

    public Tenant welcoming(Words otherWelcome) {
        return changed(copy -> copy.welcome = otherWelcome);
    }

    public Tenant coloured(String otherAccent) {
        return changed(copy -> copy.accent = otherAccent);
    }

    public Tenant speaking(String otherLanguages) {
        return changed(copy -> copy.languages = otherLanguages);
    }

    public Tenant withLogo(@Nullable String sha256, @Nullable String type) {
        return changed(copy -> {
            copy.logoSha256 = sha256;
            copy.logoType = type;
        });
    }

    public Tenant askingSurname(boolean asked) {
        return changed(copy -> copy.askSurname = asked);
    }

    public Tenant living(String otherZone) {
        return changed(copy -> copy.timeZone = otherZone);
    }

    public ZoneId zone() {
        return timeZone.equals(Zones.UTC) ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }

    public Tenant suspended() {
        return changed(copy -> copy.state = "suspended");
    }

    public Tenant resumed() {
        return changed(copy -> copy.state = "active");
    }

    /** As one saw it when the form was opened, so that a change in between is noticed. */
    Tenant at(int otherRevision) {
        return changed(copy -> copy.revision = otherRevision);
    }

    private Tenant changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.tenant(this);
    }

    /** What of a tenant can become another, while it is being changed. */
    private static final class Copy {

        private String state;
        private Words name;
        private Words welcome;
        private String accent;
        private @Nullable String logoSha256;
        private @Nullable String logoType;
        private String languages;
        private boolean askSurname;
        private String timeZone;
        private int revision;

        Copy(Tenant of) {
            state = of.state;
            name = of.name;
            welcome = of.welcome;
            accent = of.accent;
            logoSha256 = of.logoSha256;
            logoType = of.logoType;
            languages = of.languages;
            askSurname = of.askSurname;
            timeZone = of.timeZone;
            revision = of.revision;
        }

        Tenant tenant(Tenant of) {
            return new Tenant(
                    of.id,
                    of.slug,
                    of.host,
                    of.programme,
                    of.demo,
                    state,
                    name,
                    welcome,
                    accent,
                    logoSha256,
                    logoType,
                    languages,
                    askSurname,
                    timeZone,
                    revision,
                    of.createdAt);
        }
    }
}
