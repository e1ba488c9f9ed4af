package org.cybox.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Carries out what {@link Jobs} ordered and what comes round. Starts when everything is there, stops first. */
@Component
class JobRunner implements SmartLifecycle {

    static final String TASK = "job";

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** Until the next try, by the number of failures so far; after the last one it has failed. */
    private static final List<Duration> UNSEEN = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));

    /** Somebody waits in front of the page. */
    private static final List<Duration> SEEN = List.of(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final DataSource source;
    private final Map<String, Task> tasks;
    private final List<Recurring> recurring;
    private final Jobs jobs;
    private final JobStore store;
    private final Work work;
    private @Nullable Scheduler scheduler;

    JobRunner(DataSource source, List<Task> tasks, List<Recurring> recurring, Jobs jobs, JobStore store, Work work) {
        this.source = source;
        this.tasks = tasks.stream().collect(Collectors.toMap(Task::kind, Function.identity()));
        this.recurring = recurring;
        this.jobs = jobs;
        this.store = store;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        Scheduler running = JobConfiguration.over(Scheduler.create(source, List.of(orders())))
                .startTasks(recurring.stream().map(this::comingRound).toList())
                .build();
        running.start();
        jobs.onOrder(running::triggerCheckForDueExecutions);
        scheduler = running;
    }

    private OneTimeTask<JobOrder> orders() {
        return Tasks.oneTime(TASK, JobOrder.class)
                .onDeadExecutionRevive()
                .onFailure(this::failed)
                .execute((instance, context) -> inTenant(instance.getData(), this::run));
    }

    private RecurringTask<Void> comingRound(Recurring one) {
        return Tasks.recurring(one.kind(), FixedDelay.of(one.every())).execute((instance, context) -> {
            MDC.put("request", one.kind());
            try {
                Scope.inWorld(() -> {
                    one.run();
                    return one;
                });
            } catch (RuntimeException e) {
                LOG.error("{} failed and comes round again", one.kind(), e);
                throw e;
            } finally {
                MDC.remove("request");
            }
        });
    }

    private void inTenant(JobOrder order, java.util.function.Consumer<JobOrder> action) {
        MDC.put("request", order.kind());
        try {
            Scope.inTenant(order.tenant(), () -> {
                action.accept(order);
                return order;
            });
        } finally {
            MDC.remove("request");
        }
    }

    private void run(JobOrder order) {
        @Nullable Task task = tasks.get(order.kind());
        if (task == null) {
            throw new IllegalStateException("nobody here does " + order.kind());
        }
        Optional<String> payload = payload(order);
        if (payload.isEmpty()) {
            LOG.info("{} was done before the program ended", order.kind());
            return;
        }
        Reported progress = new Reported(order);
        progress.begin();
        task.run(payload.get(), progress);
        progress.end();
        forget(order);
    }

    /** Nothing when it was done and forgotten, and only the order's own row was still there. */
    private Optional<String> payload(JobOrder order) {
        @Nullable UUID content = order.content();
        return content == null ? Optional.of(order.payload()) : work.here(() -> store.content(content));
    }

    private void forget(JobOrder order) {
        @Nullable UUID content = order.content();
        if (content != null) {
            work.here(() -> {
                store.forget(content);
                return content;
            });
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<JobOrder> operations) {
        JobOrder order = (JobOrder) complete.getExecution().taskInstance.getData();
        Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("no reason given"));
        List<Duration> waits = order.followed() ? SEEN : UNSEEN;
        int before = complete.getExecution().consecutiveFailures;
        if (!(cause instanceof Refused) && before < waits.size()) {
            LOG.warn("{} failed and is tried again: {}", order.kind(), cause.toString());
            operations.reschedule(complete, Instant.now().plus(waits.get(before)));
            return;
        }
        inTenant(order, o -> giveUp(o, cause));
        operations.stop();
    }

    private void giveUp(JobOrder order, Throwable cause) {
        if (cause instanceof Refused refused) {
            LOG.info("{} was refused: {}", order.kind(), refused.getMessage());
        } else {
            LOG.error("{} has failed for good", order.kind(), cause);
        }
        String reason = String.valueOf(cause.getMessage());
        if (order.followed()) {
            Job.Result result = cause instanceof Refused refused
                    ? new Job.Result(Map.of(), refused.key(), refused.arguments())
                    : Job.Result.NONE;
            work.here(() -> {
                store.failed(order.job(), result, reason);
                return order;
            });
        }
        @Nullable Task task = tasks.get(order.kind());
        if (task != null) {
            payload(order).ifPresent(payload -> task.gaveUp(payload, reason));
        }
        forget(order);
    }

    @Override
    public synchronized void stop() {
        @Nullable Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** Writes what is seen of a job, not more often than a person can read. */
    private final class Reported implements Progress {

        private static final long PAUSE = Duration.ofMillis(400).toNanos();

        private final boolean seen;
        private final UUID job;
        private int done;
        private int total;
        private Job.Result result = Job.Result.NONE;
        private long written = System.nanoTime();

        Reported(JobOrder order) {
            seen = order.followed();
            job = order.job();
        }

        @Override
        public synchronized void total(int n) {
            total = n;
            write();
        }

        @Override
        public synchronized void step() {
            done++;
            if (System.nanoTime() - written > PAUSE) {
                write();
            }
        }

        @Override
        public synchronized void result(Map<String, String> values) {
            result = new Job.Result(values, "", List.of());
        }

        void begin() {
            write();
        }

        private void write() {
            written = System.nanoTime();
            apart(() -> store.progress(job, "running", done, total));
        }

        void end() {
            apart(() -> store.done(job, done, total, result));
        }

        private void apart(Runnable update) {
            if (seen) {
                work.apart(() -> {
                    update.run();
                    return job;
                });
            }
        }
    }
}
