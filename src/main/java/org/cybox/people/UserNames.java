package org.cybox.people;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.cybox.identity.Accounts;
import org.springframework.stereotype.Component;

/** Proposes a user name that nobody has yet, made from a person's name. */
@Component
class UserNames {

    private final Accounts accounts;

    UserNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Such as {@code peter.tembo}; for names in other scripts {@code officer} and a number. */
    String propose(String name) {
        String plain = Arrays.stream(Person.folded(name).split("[^a-z0-9]+"))
                .filter(part -> !part.isEmpty())
                .limit(4)
                .collect(Collectors.joining("."));
        String base = plain.length() < 3 ? "officer" : plain.substring(0, Math.min(40, plain.length()));
        String candidate = base;
        for (int n = 2; accounts.find(candidate).isPresent(); n++) {
            candidate = base + n;
        }
        return candidate;
    }
}
