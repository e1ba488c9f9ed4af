package org.cybox.operation;

import org.cybox.identity.Account;
import org.cybox.identity.Accounts;
import org.cybox.people.People;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Space;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first operator, made once at the address that the start has printed. Without its code there is no such page. */
@Controller
class SetupController {

    private final Accounts accounts;
    private final People people;

    SetupController(Accounts accounts, People people) {
        this.accounts = accounts;
        this.people = people;
    }

    /** @param field where the problem is, or blank */
    public record SetupPage(String code, String name, String email, String field, String problem) implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/setup")
    @Allow(Who.ANYONE)
    SetupPage show(@RequestParam(defaultValue = "") String code, Space space) {
        requireOpen(code, space);
        return new SetupPage(code, "", "", "", "");
    }

    @PostMapping("/setup")
    @Allow(Who.ANYONE)
    Object make(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Space space,
            T t) {
        requireOpen(code, space);
        try {
            Account operator = accounts.setUp(code, email, name, password);
            people.add(String.valueOf(operator.email()), name, "", Role.MANAGER, t.language());
            return Redirect.to("/sign-in?to=/operator/spaces").saying("operation.setup.done");
        } catch (Refused refused) {
            return new SetupPage(code, name, email, refused.field(), refused.text(t));
        }
    }

    private void requireOpen(String code, Space space) {
        if (!space.programme() || !accounts.setupOpen(code)) {
            throw new NotFound();
        }
    }
}
