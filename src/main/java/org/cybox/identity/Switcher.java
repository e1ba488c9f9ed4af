package org.cybox.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Bulletin;
import org.cybox.platform.data.Work;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Link;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** The spaces of an account, for the menu on every page: remembered for at most 30 seconds. */
@Component
class Switcher implements ShellContributor {

    private final Tenants tenants;
    private final LoadingCache<UUID, Set<UUID>> known;

    Switcher(AccountStore store, Tenants tenants, Work work, Bulletin bulletin) {
        this.tenants = tenants;
        known = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterWrite(Duration.ofSeconds(30))
                .build(account -> work.inWorld(() -> store.memberships(account).stream()
                        .map(Membership::tenantId)
                        .collect(Collectors.toSet())));
        bulletin.listen("session", news -> known.invalidateAll());
    }

    /** Institutions this account belongs to. */
    List<Space> of(Visitor visitor) {
        Set<UUID> mine = visitor.signedIn() ? known.get(visitor.account()) : Set.of();
        return tenants.institutions().stream()
                .filter(space -> mine.contains(space.id()))
                .toList();
    }

    void forget() {
        known.invalidateAll();
    }

    /** Every way leads through the other host's sign-in, which is open already for who is signed in here. */
    @Override
    public List<Link> spaces(Visitor visitor, Space here, T t) {
        return of(visitor).stream()
                .map(space -> new Link(
                        space.name().in(visitor.language()),
                        space.id().equals(here.id()) ? "/" : entrance(space),
                        space.id().equals(here.id())))
                .toList();
    }

    static String entrance(Space space) {
        return space.address() + "/sign-in?to=/";
    }
}
