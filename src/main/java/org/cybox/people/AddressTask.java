package org.cybox.people;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.identity.AccountAddressChanged;
import org.cybox.identity.Accounts;
import org.cybox.identity.Membership;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.web.Visitor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An account's new e-mail address, in every space that it belongs or is invited to. Doing it again changes nothing more. */
@Component
class AddressTask implements Task {

    private static final String KIND = "people.address";

    private final PersonStore store;
    private final Accounts accounts;
    private final Audit audit;
    private final Jobs jobs;
    private final Work work;

    AddressTask(PersonStore store, Accounts accounts, Audit audit, Jobs jobs, Work work) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.jobs = jobs;
        this.work = work;
    }

    /** The order is part of the change, each space has a transaction of its own: so no space is forgotten. */
    @EventListener
    void on(AccountAddressChanged event) {
        jobs.later(KIND, Json.write(event));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String payload, Progress progress) {
        AccountAddressChanged change = Json.read(payload, AccountAddressChanged.class);
        for (Membership one : work.here(() -> accounts.memberships(change.account()))) {
            work.doInTenant(one.tenantId(), () -> move(one.personId(), change.after()));
        }
        for (UUID tenant : work.here(() -> accounts.invitations(change.account()))) {
            work.doInTenant(tenant, () -> invited(change).ifPresent(person -> move(person.id(), change.after())));
        }
    }

    private Optional<Person> invited(AccountAddressChanged change) {
        return change.before().isBlank()
                ? Optional.empty()
                : store.byEmail(change.before()).filter(Person::invited);
    }

    private void move(UUID person, String email) {
        if (store.setEmail(person, email) == 1) {
            audit.record(Visitor.stranger(""), "people.address", "person", person, "", Map.of());
        }
    }
}
