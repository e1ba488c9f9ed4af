package org.cybox.identity;

import java.util.List;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one goes after signing in at the bare host: one's own spaces. */
@Controller
class SpacesController {

    private final Switcher switcher;
    private final Tenants tenants;

    SpacesController(Switcher switcher, Tenants tenants) {
        this.switcher = switcher;
        this.tenants = tenants;
    }

    /** @param operator sees the way to the console */
    public record SpacesPage(List<Space> spaces, boolean operator) implements Page {}

    @GetMapping("/spaces")
    @Allow(Who.SIGNED_IN)
    @NoTransaction
    Object list(Space here, Visitor visitor) {
        if (!here.programme()) {
            return Redirect.to(tenants.programme().address() + "/spaces");
        }
        return new SpacesPage(switcher.of(visitor), visitor.operator());
    }
}
