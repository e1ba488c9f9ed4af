package org.cybox.operation;

import org.cybox.platform.data.Work;
import org.cybox.platform.text.Words;
import org.cybox.tenancy.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** An empty database gets the programme's own space, so that the bare host answers. */
@Component
class FirstStart implements ApplicationRunner {

    private final Tenants tenants;
    private final Work work;

    FirstStart(Tenants tenants, Work work) {
        this.tenants = tenants;
        this.work = work;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        work.doInWorld(() -> {
            if (tenants.all().stream().noneMatch(tenant -> tenant.programme())) {
                tenants.open("programme", Words.of("en", "CYBOX"), "en,fr,ar", true, false);
            }
        });
    }
}
