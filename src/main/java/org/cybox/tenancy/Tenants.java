package org.cybox.tenancy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.cybox.platform.CyboxSettings;
import org.cybox.platform.data.Bulletin;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.Work;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.cybox.platform.text.Zones;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.SpaceSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The institutions. All of them are kept in memory - they are few and needed by every request - and read again when one
 * changes on any node.
 */
@Component
public class Tenants implements SpaceSource {

    private static final Set<String> RESERVED = Set.of("www", "mail", "api", "static", "files", "admin", "cybox");

    private final TenantStore store;
    private final Work work;
    private final Bulletin bulletin;
    private final CyboxSettings settings;
    private final Clock clock;
    private final AtomicInteger changes = new AtomicInteger();
    private volatile @Nullable Directory directory;

    Tenants(TenantStore store, Work work, Bulletin bulletin, CyboxSettings settings, Clock clock) {
        this.store = store;
        this.work = work;
        this.bulletin = bulletin;
        this.settings = settings;
        this.clock = clock;
        bulletin.listen("tenant", news -> forget());
    }

    private record Directory(
            Map<String, Space> byHost,
            Map<String, Space> closed,
            Map<UUID, Tenant> byId,
            List<Space> institutions,
            @Nullable Space programme) {}

    @Override
    public Optional<Space> at(String host) {
        return Optional.ofNullable(directory().byHost().get(host.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<Space> suspended(String host) {
        return Optional.ofNullable(directory().closed().get(host.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Space programme() {
        Space programme = directory().programme();
        if (programme == null) {
            throw new IllegalStateException("the programme's own space has not been made yet");
        }
        return programme;
    }

    /** Active institutions with their addresses, the programme's own space left out, in the order of their slugs. */
    public List<Space> institutions() {
        return directory().institutions();
    }

    /** An active institution by its slug. */
    public Optional<Space> institution(String slug) {
        return institutions().stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    @Override
    public Space space(UUID tenant) {
        return space(get(tenant));
    }

    /** Throws {@link NotFound} for an unknown tenant. */
    public Tenant get(UUID id) {
        return Optional.ofNullable(directory().byId().get(id)).orElseThrow(NotFound::new);
    }

    /** As the database has it now. Throws {@link NotFound} for an unknown tenant. */
    public Tenant current(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The date where the present tenant lives. */
    public LocalDate today() {
        return day(clock.instant());
    }

    /** The date that it was at that moment where the present tenant lives. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, get(Scope.tenant()).zone());
    }

    public List<Tenant> all() {
        return List.copyOf(directory().byId().values());
    }

    /**
     * Institutions, the programme's own space left out, in the order of their slugs.
     *
     * @param words each begins a word of the name in any language, or is part of the slug
     * @param after the slug of the last one of the page before, or blank
     */
    public List<Tenant> page(Predicate<Tenant> which, String words, String after, int size) {
        List<String> wanted = Found.words(words);
        return directory().byId().values().stream()
                .filter(tenant -> !tenant.programme() && which.test(tenant))
                .filter(tenant -> tenant.slug().compareTo(after) > 0 && Found.in(tenant, wanted))
                .sorted(Comparator.comparing(Tenant::slug))
                .limit(size)
                .toList();
    }

    /** As the database has it now, suspended ones and those of the running transaction included. */
    public Optional<Tenant> bySlug(String slug) {
        return store.all().stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
    }

    /**
     * Opens a space.
     *
     * @param slug first label of its host: letters, digits and single hyphens, at least two; refused when taken
     * @param languages comma-separated BCP 47 tags, its own first
     */
    public Tenant open(String slug, Words name, String languages, boolean programme, boolean demo) {
        String label = slug.strip().toLowerCase(Locale.ROOT);
        if (!label.matches("[a-z][a-z0-9-]{1,40}") || label.contains("--") || RESERVED.contains(label)) {
            throw new Refused("slug", "tenancy.slug.malformed");
        }
        if (store.all().stream().anyMatch(tenant -> tenant.slug().equals(label))) {
            throw new Refused("slug", "tenancy.slug.taken", label);
        }
        if (name.isBlank()) {
            throw new Refused("name", "tenancy.name.missing");
        }
        Tenant tenant = new Tenant(
                Ids.next(),
                label,
                null,
                programme,
                demo,
                "active",
                name,
                Words.NONE,
                "#1f4e79",
                null,
                null,
                languages,
                false,
                Zones.UTC,
                1,
                clock.instant());
        store.insert(tenant);
        changed(tenant.id());
        return tenant;
    }

    /** The tags that somebody typed, in their order; refused in field {@code languages} when one is none. */
    public static List<String> languages(String typed) {
        List<String> wanted = Arrays.stream(typed.split("[,;\\s]+"))
                .filter(tag -> !tag.isBlank())
                .toList();
        if (wanted.isEmpty()) {
            throw new Refused("languages", "tenancy.languages.none");
        }
        wanted.stream().filter(tag -> !Languages.valid(tag)).findFirst().ifPresent(tag -> {
            throw new Refused("languages", "tenancy.languages.unknown", tag);
        });
        return wanted.stream().distinct().limit(30).toList();
    }

    /** Stores a changed tenant; refused when someone else changed it since it was read. */
    public void change(Tenant tenant) {
        if (store.update(tenant) == 0) {
            throw new Refused("", "tenancy.changed.meanwhile");
        }
        changed(tenant.id());
    }

    private void changed(UUID id) {
        bulletin.post("tenant", id.toString());
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        forget();
                    }
                });
    }

    private Directory directory() {
        Directory known = directory;
        if (known == null) {
            int before = changes.get();
            known = read();
            keep(known, before);
        }
        return known;
    }

    /** What was read while a change was committed may be old already: it serves this once and is not kept. */
    private synchronized void keep(Directory fresh, int before) {
        if (changes.get() == before) {
            directory = fresh;
        }
    }

    private synchronized void forget() {
        changes.incrementAndGet();
        directory = null;
    }

    private Directory read() {
        List<Tenant> all = work.inWorld(store::all);
        Map<String, Space> byHost = new HashMap<>();
        Map<String, Space> closed = new HashMap<>();
        Map<UUID, Tenant> byId = new HashMap<>();
        Space programme = null;
        for (Tenant tenant : all) {
            Space space = space(tenant);
            byId.put(tenant.id(), tenant);
            if (tenant.programme()) {
                programme = space;
            }
            (tenant.active() ? byHost : closed).put(URI.create(space.address()).getRawAuthority(), space);
        }
        List<Space> institutions = all.stream()
                .filter(tenant -> tenant.active() && !tenant.programme())
                .sorted(java.util.Comparator.comparing(Tenant::slug))
                .map(this::space)
                .toList();
        return new Directory(byHost, closed, byId, institutions, programme);
    }

    private Space space(Tenant tenant) {
        URI bare = settings.address();
        String host = tenant.host() != null
                ? tenant.host()
                : tenant.programme() ? bare.getRawAuthority() : tenant.slug() + "." + bare.getRawAuthority();
        String logo = tenant.logoSha256() == null ? "" : "/brand/logo?v=" + tenant.revision();
        return new Space(
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.welcome(),
                bare.getScheme() + "://" + host,
                tenant.languageList(),
                tenant.accent(),
                logo,
                tenant.programme(),
                tenant.demo(),
                tenant.zone(),
                tenant.revision());
    }
}
