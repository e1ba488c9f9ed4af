package org.cybox.operation;

import org.cybox.identity.Accounts;
import org.cybox.platform.CyboxSettings;
import org.cybox.platform.data.Work;
import org.cybox.platform.text.Words;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * An empty database gets the programme's own space, so that the bare host answers. Then either the demonstration (only
 * with {@code --demo}, never in production, never on a database that somebody uses) or an address to make the first
 * operator at.
 */
@Component
class FirstStart implements ApplicationRunner {

    private final Tenants tenants;
    private final Accounts accounts;
    private final Work work;
    private final CyboxSettings settings;
    private final StartSteps steps;
    private final Demonstration demonstration;

    FirstStart(
            Tenants tenants,
            Accounts accounts,
            Work work,
            CyboxSettings settings,
            StartSteps steps,
            Demonstration demonstration) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.work = work;
        this.settings = settings;
        this.steps = steps;
        this.demonstration = demonstration;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean demo = arguments.containsOption("demo") && !settings.production();
        if (demo && untouched()) {
            steps.note(Demonstration.BEGUN);
        }
        work.doInWorld(this::openProgramme);
        if (demo && steps.done(Demonstration.BEGUN)) {
            demonstration.load();
        }
        say(demo && steps.done(Demonstration.DONE));
    }

    /** Nobody and nothing there: the only database that demo content may ever enter. */
    private boolean untouched() {
        return work.inWorld(() -> tenants.all().isEmpty() && accounts.none());
    }

    private void openProgramme() {
        if (tenants.bySlug("programme").isEmpty()) {
            boolean demo = steps.done(Demonstration.BEGUN);
            Tenant programme = tenants.open("programme", Words.of("en", "CYBOX"), "en,fr,ar", true, demo);
            tenants.change(programme.coloured("#1f4e79"));
        }
    }

    private void say(boolean demo) {
        Console console = new Console();
        console.line("CYBOX is ready at " + settings.address());
        tenants.institutions()
                .forEach(space -> console.line(
                        "  " + space.address() + "  " + space.name().in("en")));
        if (demo) {
            Demonstration.signIns().forEach(console::line);
        }
        if (work.inWorld(() -> !accounts.anyOperator())) {
            String code = work.inWorld(accounts::setupCode);
            console.line("Nobody runs this installation yet. Make the first operator here (once, within 24 hours):");
            console.line("  " + settings.address() + "/setup?code=" + code);
        }
        console.print();
    }
}
