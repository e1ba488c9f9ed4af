package org.cybox.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.identity.Account;
import org.cybox.identity.Accounts;
import org.cybox.people.Groups;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.data.Work;
import org.cybox.platform.demo.DemoContent;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Space;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;

/** Two invented institutions with invented people, for trying things out. Every step can be repeated. */
@Component
class Demonstration {

    static final String BEGUN = "demonstration begun";
    static final String DONE = "demonstration done";

    private final Tenants tenants;
    private final Accounts accounts;
    private final People people;
    private final Groups groups;
    private final Work work;
    private final StartSteps steps;
    private final ObjectProvider<DemoContent> content;

    Demonstration(
            Tenants tenants,
            Accounts accounts,
            People people,
            Groups groups,
            Work work,
            StartSteps steps,
            ObjectProvider<DemoContent> content) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.people = people;
        this.groups = groups;
        this.work = work;
        this.steps = steps;
        this.content = content;
    }

    void load() {
        if (steps.done(DONE)) {
            return;
        }
        once("operator", this::makeOperator);
        DemoCast.SPACES.forEach(space -> {
            once("space " + space.slug(), () -> work.doInWorld(() -> open(space)));
            once("people " + space.slug(), () -> work.doInTenant(tenant(space.slug()), () -> fill(space)));
        });
        loadContent();
        steps.note(DONE);
    }

    static List<String> signIns() {
        List<String> lines = new ArrayList<>();
        lines.add("Demonstration: the password of each of these is " + DemoCast.PASSWORD);
        lines.add("  " + DemoCast.OPERATOR + "  runs everything");
        DemoCast.SPACES.stream()
                .flatMap(space -> space.people().stream())
                .filter(DemoCast.Part::signsIn)
                .map(DemoCast.Part::email)
                .distinct()
                .forEach(email -> lines.add("  " + email));
        return lines;
    }

    private void once(String step, Runnable work) {
        if (!steps.done(step)) {
            work.run();
            steps.note(step);
        }
    }

    private UUID tenant(String slug) {
        return work.inWorld(() -> tenants.bySlug(slug).orElseThrow().id());
    }

    private void makeOperator() {
        work.doInTenant(tenant("programme"), () -> {
            if (accounts.find(DemoCast.OPERATOR).isEmpty()) {
                accounts.operator(DemoCast.OPERATOR, "Ingrid Solberg", DemoCast.PASSWORD);
            }
            people.add(DemoCast.OPERATOR, "Ingrid Solberg", "Solberg", Role.MANAGER, "en");
        });
    }

    private void open(DemoCast.Institution space) {
        if (tenants.bySlug(space.slug()).isEmpty()) {
            Tenant tenant = tenants.open(space.slug(), space.name(), space.languages(), false, true);
            tenants.change(tenant.welcoming(space.welcome()).coloured(space.accent()));
        }
    }

    private void fill(DemoCast.Institution space) {
        Map<String, UUID> byName = new HashMap<>();
        for (DemoCast.Part part : space.people()) {
            Person person = people.add(part.email(), part.name(), part.surname(), part.role(), part.language());
            if (part.signsIn()) {
                Account account = accounts.ofPerson(person.id()).orElseThrow();
                accounts.setPassword(account.id(), DemoCast.PASSWORD);
            }
            if (!part.group().isBlank()) {
                UUID group = byName.computeIfAbsent(
                        part.group(), name -> groups.named(name).id());
                groups.add(group, List.of(person.id()));
            }
        }
    }

    private void loadContent() {
        Map<String, Space> spaces = new HashMap<>();
        for (String slug : List.of("programme", "academy", "police")) {
            spaces.put(slug, tenants.space(tenant(slug)));
        }
        Comparator<Object> order = AnnotationAwareOrderComparator.INSTANCE;
        content.stream()
                .sorted(order)
                .forEach(one -> once("content " + one.name(), () -> one.load(Map.copyOf(spaces))));
    }
}
