package org.cybox.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.identity.Account;
import org.cybox.identity.Accounts;
import org.cybox.platform.data.Ids;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Role;
import org.springframework.stereotype.Component;

/** The members of the present tenant. */
@Component
public class People {

    private final PersonStore store;
    private final Accounts accounts;
    private final Clock clock;

    People(PersonStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for an unknown member. */
    public Person get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    public Optional<Person> byEmail(String email) {
        return store.byEmail(email.strip().toLowerCase(Locale.ROOT));
    }

    /** @return by identifier; those who are unknown here are left out */
    public Map<UUID, Person> all(Collection<UUID> ids) {
        return store.all(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /**
     * Makes the owner of an e-mail address a member, at once and without an invitation: for demo content, imports and
     * the first manager of a space. A member with that address is returned as they are.
     *
     * @param surname blank: the last word of the name
     */
    public Person add(String email, String name, String surname, Role role, String language) {
        Optional<Person> there = byEmail(email);
        if (there.isPresent()) {
            return there.get();
        }
        Account account = accounts.withEmail(email, name, language.isBlank() ? "en" : language);
        Person person = new Person(
                Ids.next(),
                name.strip(),
                surname.isBlank() ? lastWord(name) : surname.strip(),
                account.email(),
                null,
                role.word(),
                false,
                language,
                "active",
                "",
                clock.instant(),
                null);
        store.insert(person);
        accounts.join(account.id(), person.id(), role);
        return person;
    }

    private static String lastWord(String name) {
        String[] words = name.strip().split("\\s+");
        return words[words.length - 1];
    }
}
