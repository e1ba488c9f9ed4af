package org.cybox.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.jobs.Recurring;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Once a day, in the morning, orders the digest of each space. */
@Component
class Digests implements Recurring {

    /** When the day's digest may go, UTC: early morning from Dakar to Tbilisi. */
    private static final LocalTime MORNING = LocalTime.of(4, 0);

    private final Tenants tenants;
    private final NoticeStore store;
    private final Jobs jobs;
    private final Work work;
    private final Clock clock;

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
        return Duration.ofMinutes(20);
    }

    @Override
    public void run() {
        for (Tenant tenant : tenants.all()) {
            order(tenant.id());
        }
    }

    void order(UUID tenant) {
        work.doInTenant(tenant, () -> {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            LocalDate day = now.toLocalDate();
            if (!now.toLocalTime().isBefore(MORNING) && store.beginDigest(day)) {
                jobs.later(DigestTask.KIND, day.toString());
            }
        });
    }
}
