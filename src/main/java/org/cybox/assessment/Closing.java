package org.cybox.assessment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Recurring;
import org.cybox.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends attempts whose time is up and whose learner does not come back. */
@Component
class Closing implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Attempts attempts;
    private final AttemptStore store;
    private final Tenants tenants;
    private final Work work;
    private final Clock clock;

    Closing(Attempts attempts, AttemptStore store, Tenants tenants, Work work, Clock clock) {
        this.attempts = attempts;
        this.store = store;
        this.tenants = tenants;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "assessment.closing";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        tenants.all().forEach(tenant -> close(tenant.id()));
    }

    void close(UUID tenant) {
        List<UUID> over =
                work.inTenant(tenant, () -> store.due("open", clock.instant().minus(Attempt.GRACE)));
        each(tenant, over, attempts::expire);
        List<UUID> settled =
                work.inTenant(tenant, () -> store.due("expired", clock.instant().minus(Attempt.LATE)));
        each(tenant, settled, attempts::submit);
    }

    /** One that cannot be ended must not keep the others open. */
    private void each(UUID tenant, List<UUID> ids, Consumer<Attempt> end) {
        for (UUID id : ids) {
            try {
                work.doInTenant(tenant, () -> store.find(id).ifPresent(end));
            } catch (RuntimeException e) {
                LOG.error("attempt {} cannot be ended", id, e);
            }
        }
    }
}
