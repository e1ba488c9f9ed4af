package org.cybox.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.Work;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Leaves work behind for after the request. The order is a row of the running transaction: it is carried out when that
 * commits, soon and at least once, and never when it rolls back.
 */
@Component
public class Jobs {

    /** The time of machines, not of the domain: an order is not affected by a clock that a test has moved. */
    private static Instant now() {
        return Instant.now();
    }

    private final SchedulerClient client;
    private final JobStore store;
    private final Work work;
    private volatile Runnable wake = () -> {};

    Jobs(SchedulerClient client, JobStore store, Work work) {
        this.client = client;
        this.store = store;
        this.work = work;
    }

    /** Soon, in the present tenant. @param kind of a {@link Task}; @param payload whatever that task reads */
    public void later(String kind, String payload) {
        later(kind, payload, Duration.ZERO);
    }

    public void later(String kind, String payload, Duration delay) {
        order(kind, payload, JobOrder.NOBODY_WAITS, delay);
    }

    /**
     * Soon, and the person sees at {@code /jobs/{id}} how it goes: lead them there.
     *
     * @return the id for that address
     */
    public UUID follow(String kind, String payload, UUID person) {
        UUID job = Ids.next();
        work.here(() -> {
            store.insert(job, kind, person);
            order(kind, payload, job, Duration.ZERO);
            return job;
        });
        return job;
    }

    private void order(String kind, String payload, UUID job, Duration delay) {
        UUID tenant = Scope.tenant();
        work.here(() -> {
            JobOrder order = JobOrder.onlyIdentifiers(payload)
                    ? new JobOrder(tenant, kind, payload, job, null)
                    : new JobOrder(tenant, kind, "", job, store.keep(Ids.next(), payload));
            client.schedule(new TaskInstance<>(JobRunner.TASK, Ids.next().toString(), order), now().plus(delay));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake.run();
                }
            });
            return order;
        });
    }

    /** What to call when an order has been committed, so that nobody waits for the next look at the table. */
    void onOrder(Runnable listener) {
        wake = listener;
    }
}
