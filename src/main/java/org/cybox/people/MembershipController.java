package org.cybox.people;

import java.util.Objects;
import java.util.Optional;
import org.cybox.identity.Account;
import org.cybox.identity.Accounts;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Forbidden;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** For who is signed in and not a member of this space: the open invitation, or the word that there is none. */
@Controller
class MembershipController {

    private final People people;
    private final Accounts accounts;

    MembershipController(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    /** @param invited there is an invitation for this account; @param confirmed they have shown that the mailbox is theirs */
    public record MembershipPage(boolean invited, boolean confirmed) implements Page {}

    @GetMapping("/membership")
    @Allow(Who.SIGNED_IN)
    Object show(Visitor visitor) {
        if (visitor.learner()) {
            return Redirect.to("/");
        }
        Account account = accounts.get(visitor.account());
        return new MembershipPage(expected(account).isPresent(), account.emailConfirmedAt() != null);
    }

    @PostMapping("/membership")
    @Allow(Who.SIGNED_IN)
    Redirect accept(Visitor visitor) {
        Account account = accounts.get(visitor.account());
        if (expected(account).isEmpty() || account.emailConfirmedAt() == null) {
            throw new Forbidden();
        }
        people.accept(account.id(), Objects.requireNonNull(account.email()));
        accounts.withdraw(account);
        return Redirect.to("/").saying("people.joined");
    }

    private Optional<Person> expected(Account account) {
        return Optional.ofNullable(account.email()).flatMap(people::byEmail).filter(Person::invited);
    }
}
