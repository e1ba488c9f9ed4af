package org.cybox.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.jobs.Recurring;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/**
 * Once a day, in the morning of the place where a space lives, orders its digest. Who is due is found in memory: the
 * database is asked once a day for each space, and once more after a start.
 */
@Component
class Digests implements Recurring {

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** What was not ordered by then, since the program was down, goes out the next morning and not at night. */
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Tenants tenants;
    private final NoticeStore store;
    private final Jobs jobs;
    private final Work work;
    private final Clock clock;
    private final Map<UUID, LocalDate> ordered = new ConcurrentHashMap<>();

    Digests(Tenants tenants, NoticeStore store, Jobs jobs, Work work, Clock clock) {
        this.tenants = tenants;
        this.store = store;
        this.jobs = jobs;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "notifications.digests";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (Tenant tenant : tenants.all()) {
            due(tenant.zone(), now)
                    .filter(day -> !day.equals(ordered.get(tenant.id())))
                    .ifPresent(day -> order(tenant.id()));
        }
    }

    /** The day whose digest may go now, at that place. */
    static Optional<LocalDate> due(ZoneId zone, Instant now) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        return time.isBefore(MORNING) || time.isAfter(EVENING) ? Optional.empty() : Optional.of(there.toLocalDate());
    }

    /** If it is due and nobody was first. */
    void order(UUID tenant) {
        work.doInTenant(
                tenant,
                () -> due(tenants.get(tenant).zone(), clock.instant()).ifPresent(day -> {
                    if (store.beginDigest(day)) {
                        jobs.later(DigestTask.KIND, day.toString());
                    }
                    ordered.put(tenant, day);
                }));
    }
}
