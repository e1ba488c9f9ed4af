package org.cybox.people;

import java.time.Clock;
import org.cybox.identity.AccountLanguageChanged;
import org.cybox.identity.Accounts;
import org.cybox.identity.InvitationAccepted;
import org.cybox.identity.SignedIn;
import org.cybox.identity.StartCodeUsed;
import org.cybox.platform.data.Work;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to accounts, told to the members they are. */
@Component
class Arrivals {

    private final People people;
    private final PersonStore store;
    private final Accounts accounts;
    private final Work work;
    private final Clock clock;

    Arrivals(People people, PersonStore store, Accounts accounts, Work work, Clock clock) {
        this.people = people;
        this.store = store;
        this.accounts = accounts;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void on(InvitationAccepted event) {
        people.accept(event.account(), event.email());
    }

    @EventListener
    void on(StartCodeUsed event) {
        people.started(event.person());
    }

    @EventListener
    void on(SignedIn event) {
        accounts.personOf(event.account()).ifPresent(person -> store.seen(person, clock.instant()));
    }

    @EventListener
    void on(AccountLanguageChanged event) {
        accounts.memberships(event.account())
                .forEach(one -> work.doInTenant(one.tenantId(), () -> store.speak(one.personId(), event.language())));
    }
}
