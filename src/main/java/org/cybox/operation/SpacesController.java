package org.cybox.operation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.identity.Accounts;
import org.cybox.people.Invitations;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Work;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Found;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's page of spaces: opens one for an institution, closes one for now, opens it again. */
@Controller("operatorSpacesController")
class SpacesController implements ShellContributor {

    private final Tenants tenants;
    private final Invitations invitations;
    private final Audit audit;
    private final Work work;

    SpacesController(Tenants tenants, Invitations invitations, Audit audit, Work work) {
        this.tenants = tenants;
        this.invitations = invitations;
        this.audit = audit;
        this.work = work;
    }

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        return visitor.operator() && space.programme()
                ? List.of(new Entry(60, "operation.spaces", "/operator/spaces"))
                : List.of();
    }

    public record Row(Tenant tenant, String address) {}

    /** What was typed for a new space. */
    public record Typed(String slug, String name, String languages, String manager, String email) {

        public Typed {
            slug = slug == null ? "" : slug;
            name = name == null ? "" : name;
            languages = languages == null ? "" : languages;
            manager = manager == null ? "" : manager;
            email = email == null ? "" : email;
        }
    }

    /** @param bare host and port that new addresses end in */
    public record OperatorSpacesPage(
            List<Row> spaces, Found found, Typed typed, String bare, String field, String problem) implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/operator/spaces")
    @Allow(Who.OPERATOR)
    @NoTransaction
    OperatorSpacesPage list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Space here) {
        requireBare(here);
        return page(found(q, after), new Typed("", "", "en", "", ""), "", "");
    }

    /** The space first, then its manager's invitation inside it: two tenants, two transactions. */
    @PostMapping("/operator/spaces")
    @Allow(Who.OPERATOR)
    @NoTransaction
    Object open(@ModelAttribute Typed typed, Space here, Visitor visitor, T t) {
        requireBare(here);
        try {
            List<String> languages = Tenants.languages(typed.languages());
            requireManager(typed);
            Tenant opened = work.here(() -> {
                Tenant tenant = tenants.open(
                        typed.slug(),
                        Words.of(languages.getFirst(), typed.name()),
                        String.join(",", languages),
                        false,
                        here.demo());
                audit.record(visitor, "operation.opened", "tenant", tenant.id(), "", Map.of("slug", tenant.slug()));
                return tenant;
            });
            invite(visitor, opened.id(), typed.email(), typed.manager(), languages.getFirst());
            return Redirect.to("/operator/spaces").saying("operation.spaces.opened", typed.name(), typed.email());
        } catch (Refused refused) {
            return page(found("", ""), typed, refused.field(), refused.text(t));
        }
    }

    @PostMapping("/operator/spaces/{id}/manager")
    @Allow(Who.OPERATOR)
    @NoTransaction
    Object inviteManager(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String manager,
            Space here,
            Visitor visitor,
            T t) {
        requireBare(here);
        Tenant tenant = tenants.get(id);
        try {
            requireManager(new Typed("", "", "", manager, email));
            invite(visitor, id, email, manager, tenant.language());
            return Redirect.to("/operator/spaces").saying("operation.manager.invited", email);
        } catch (Refused refused) {
            return page(found(tenant.slug(), ""), new Typed("", "", "en", "", ""), "", refused.text(t));
        }
    }

    @PostMapping("/operator/spaces/{id}/suspension")
    @Allow(Who.OPERATOR)
    Redirect suspend(@PathVariable UUID id, Space here, Visitor visitor) {
        requireBare(here);
        Tenant tenant = institution(id);
        tenants.change(tenant.suspended());
        audit.record(visitor, "operation.suspended", "tenant", id, "", Map.of());
        return Redirect.to("/operator/spaces").saying("operation.spaces.suspended");
    }

    @PostMapping("/operator/spaces/{id}/resumption")
    @Allow(Who.OPERATOR)
    Redirect resume(@PathVariable UUID id, Space here, Visitor visitor) {
        requireBare(here);
        Tenant tenant = institution(id);
        tenants.change(tenant.resumed());
        audit.record(visitor, "operation.resumed", "tenant", id, "", Map.of());
        return Redirect.to("/operator/spaces").saying("operation.spaces.resumed");
    }

    private Tenant institution(UUID id) {
        Tenant tenant = tenants.current(id);
        if (tenant.programme()) {
            throw new NotFound();
        }
        return tenant;
    }

    private void invite(Visitor visitor, UUID tenant, String email, String name, String language) {
        work.inTenant(
                tenant,
                () -> invitations.invite(
                        Visitor.stranger(visitor.language()),
                        new Invitations.Guest(email, name, "", Role.MANAGER, "", Languages.ofInterface(language))));
    }

    private static void requireManager(Typed typed) {
        if (!Accounts.isAddress(typed.email().strip())) {
            throw new Refused("email", "identity.email.malformed", typed.email());
        }
        if (typed.manager().isBlank()) {
            throw new Refused("manager", "identity.name.missing");
        }
    }

    private static void requireBare(Space here) {
        if (!here.programme()) {
            throw new NotFound();
        }
    }

    private Found found(String words, String after) {
        return Found.of(tenants, tenant -> true, words, after, "/operator/spaces");
    }

    private OperatorSpacesPage page(Found found, Typed typed, String field, String problem) {
        List<Row> rows = found.tenants().stream()
                .map(tenant -> new Row(tenant, tenants.space(tenant.id()).address()))
                .toList();
        String bare = tenants.programme().address().replaceFirst("https?://", "");
        return new OperatorSpacesPage(rows, found, typed, bare, field, problem);
    }
}
