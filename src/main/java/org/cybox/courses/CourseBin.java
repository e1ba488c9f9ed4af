package org.cybox.courses;

import java.time.Clock;
import java.time.Duration;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Recurring;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Empties the bins of courses. */
@Component
class CourseBin implements Recurring {

    static final Duration KEPT = Duration.ofDays(30);

    private final Tenants tenants;
    private final CourseStore store;
    private final Work work;
    private final Clock clock;

    CourseBin(Tenants tenants, CourseStore store, Work work, Clock clock) {
        this.tenants = tenants;
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "courses.purge";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        for (Tenant tenant : tenants.all()) {
            work.doInTenant(tenant.id(), () -> store.purge(clock.instant().minus(KEPT)));
        }
    }
}
