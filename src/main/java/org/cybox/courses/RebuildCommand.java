package org.cybox.courses;

import org.cybox.courses.ProgressRebuild.Report;
import org.cybox.platform.data.Work;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code cybox.jar rebuild}: computes all progress from the ledger, says what differed, and ends. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RebuildCommand implements ApplicationRunner {

    private final ProgressRebuild rebuild;
    private final Tenants tenants;
    private final Work work;
    private final ConfigurableApplicationContext context;

    RebuildCommand(ProgressRebuild rebuild, Tenants tenants, Work work, ConfigurableApplicationContext context) {
        this.rebuild = rebuild;
        this.tenants = tenants;
        this.work = work;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.getNonOptionArgs().contains("rebuild")) {
            return;
        }
        int differences = 0;
        for (Tenant tenant : work.inWorld(tenants::all)) {
            Report report = rebuild.tenant(tenant.id());
            differences += report.differences().size();
            System.out.printf(
                    "%s: %d enrolments, %d differences%n",
                    tenant.slug(), report.enrolments(), report.differences().size());
            report.differences().stream()
                    .limit(20)
                    .forEach(one -> System.out.printf("  %s %s%n", one.enrolment(), one.what()));
        }
        System.out.printf("Progress has been rebuilt from the ledger: %d differences, all put right.%n", differences);
        System.exit(SpringApplication.exit(context));
    }
}
