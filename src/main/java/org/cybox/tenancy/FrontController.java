package org.cybox.tenancy;

import java.util.List;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands at the address of a host: the public page of the whole, or the welcome of one institution. */
@Controller
class FrontController {

    private final Tenants tenants;
    private final ObjectProvider<Showcase> showcases;
    private final Work work;

    FrontController(Tenants tenants, ObjectProvider<Showcase> showcases, Work work) {
        this.tenants = tenants;
        this.showcases = showcases;
        this.work = work;
    }

    public record ProgrammePage(List<Space> spaces, Found found, boolean signedIn, boolean demo) implements Page {}

    public record WelcomePage(List<Showcase.Shown> shown) implements Page {}

    @GetMapping("/")
    @Allow(Who.ANYONE)
    @NoTransaction
    Object front(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Space space,
            Visitor visitor) {
        if (space.programme()) {
            Found found = Found.of(tenants, Tenant::active, q, after, "/");
            List<Space> spaces = found.tenants().stream()
                    .map(tenant -> tenants.space(tenant.id()))
                    .toList();
            return new ProgrammePage(spaces, found, visitor.signedIn(), space.demo());
        }
        if (visitor.learner()) {
            return Redirect.to("/learn");
        }
        return visitor.signedIn() ? Redirect.to("/membership") : welcomePage();
    }

    /** What strangers see, for those who are none. */
    @GetMapping("/welcome")
    @Allow(Who.ANYONE)
    @NoTransaction
    Object welcome(Space space) {
        return space.programme() ? Redirect.to("/") : welcomePage();
    }

    private WelcomePage welcomePage() {
        return work.here(() -> new WelcomePage(
                showcases.stream().flatMap(one -> one.shown().stream()).toList()));
    }
}
