package org.cybox.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.identity.Account;
import org.cybox.identity.Accounts;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The members of the present tenant. */
@Component
public class People {

    private final PersonStore store;
    private final Groups groups;
    private final GroupStore places;
    private final Accounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            PersonStore store,
            Groups groups,
            GroupStore places,
            Accounts accounts,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.groups = groups;
        this.places = places;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Throws {@link NotFound} for an unknown member. Those who left are still known. */
    public Person get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** @param email in any case */
    public Optional<Person> byEmail(String email) {
        return store.byEmail(email.strip().toLowerCase(Locale.ROOT));
    }

    /** @return by lower-case address; addresses of nobody here are left out */
    public Map<String, Person> byEmails(Collection<String> emails) {
        List<String> plain = emails.stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .toList();
        return store.byEmails(plain).stream()
                .collect(Collectors.toMap(person -> String.valueOf(person.email()), Function.identity()));
    }

    /** @return by identifier; those who are unknown here are left out */
    public Map<UUID, Person> all(Collection<UUID> ids) {
        return store.all(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** The groups of the present tenant, by name. */
    public List<Group> groups() {
        return groups.all();
    }

    public Set<UUID> members(UUID group) {
        return groups.members(group);
    }

    /**
     * The groups a trainer is limited to, to be joined with {@code people.group_member} on {@code group_id = any(:groups)};
     * empty for whoever sees everybody. A limited trainer without a group sees nobody.
     */
    public Optional<List<UUID>> groupLimit(Visitor visitor) {
        boolean limited = visitor.onlyOwnGroups() && !visitor.manager();
        return limited
                ? Optional.of(places.places(List.of(visitor.person())).stream()
                        .map(GroupStore.Place::groupId)
                        .toList())
                : Optional.empty();
    }

    /** Whether that member is among those the trainer may look at. */
    public boolean sees(Visitor visitor, UUID person) {
        return groupLimit(visitor)
                .map(mine -> places.places(List.of(person)).stream().anyMatch(place -> mine.contains(place.groupId())))
                .orElse(true);
    }

    /**
     * Makes the owner of an e-mail address a member, at once and without an invitation: for demo content, imports and
     * the first manager of a space. A member with that address is returned as they are.
     *
     * @param surname blank: the last word of the name
     * @param language BCP 47 tag, or blank for English
     */
    public Person add(String email, String name, String surname, Role role, String language) {
        Optional<Person> there = byEmail(email);
        if (there.isPresent()) {
            return there.get();
        }
        Account account = accounts.withEmail(email, name, language.isBlank() ? "en" : language);
        Person person = fresh(name, surname, account.email(), null, role, language, "active");
        store.insert(person);
        admit(account.id(), person);
        return person;
    }

    /** Somebody who is invited and not yet a member; one who left or was invited before is invited again. */
    Person expect(String email, String name, String surname, Role role, String language) {
        Account account = accounts.withEmail(email, name, language);
        Optional<Person> there = byEmail(email);
        if (there.isPresent()) {
            if (there.get().active()) {
                throw new Refused("email", "people.member.already", there.get().name());
            }
            Person again = there.get()
                    .called(checked(name), surname(name, surname), there.get().institution())
                    .as(role, false)
                    .in("invited");
            store.update(again);
            return again;
        }
        Person person = fresh(name, surname, account.email(), null, role, language, "invited");
        store.insert(person);
        return person;
    }

    /** Somebody without e-mail, a member at once; they come in with a start code. */
    Person addOfficer(String username, String name, String surname, Role role, String language) {
        Account account = accounts.withUsername(username, checked(name), language);
        Person person = fresh(name, surname, null, account.username(), role, language, "invited");
        store.insert(person);
        admit(account.id(), person);
        return person;
    }

    /** An invited person said yes; refused when they are not expected any more. */
    void accept(UUID account, String email) {
        Person person =
                byEmail(email).filter(Person::invited).orElseThrow(() -> new Refused("", "people.invitation.gone"));
        store.update(person.in("active"));
        admit(account, person);
    }

    /** Has signed in with a start code. */
    void started(UUID id) {
        store.find(id).filter(Person::invited).ifPresent(person -> store.update(person.in("active")));
    }

    /** Changes what a member may do. The last manager stays one. */
    void change(Visitor by, UUID id, Role role, boolean onlyOwnGroups) {
        Person person = get(id);
        if (person.left()) {
            throw new NotFound();
        }
        if (role != Role.MANAGER) {
            keepLastManager(person);
        }
        Person changed = person.as(role, onlyOwnGroups);
        store.update(changed);
        if (accounts.ofPerson(id).isPresent()) {
            accounts.change(id, role, changed.onlyOwnGroups());
        }
        audit.record(
                by,
                "people.role",
                "person",
                id,
                "",
                Map.of("before", person.role(), "after", changed.role(), "onlyOwnGroups", changed.onlyOwnGroups()));
    }

    /** Corrects the name as it stands on certificates. */
    void rename(Visitor by, UUID id, String name, String surname, String institution) {
        Person person = get(id);
        Person changed = person.called(checked(name), surname(name, surname), institution.strip());
        store.update(changed);
        accounts.ofPerson(id).ifPresent(account -> accounts.rename(account.id(), changed.name()));
        audit.record(by, "people.renamed", "person", id, "", Map.of("before", person.name(), "after", changed.name()));
    }

    /** Ends a membership; what the person did here stays. The last manager cannot go. */
    void remove(Visitor by, UUID id) {
        Person person = get(id);
        if (person.left()) {
            return;
        }
        keepLastManager(person);
        if (person.email() != null) {
            accounts.find(person.email()).ifPresent(accounts::withdraw);
        }
        store.update(person.in("left"));
        places.removeFromAll(id);
        accounts.leave(id);
        audit.record(by, "people.removed", "person", id, "", Map.of("role", person.role()));
        events.publishEvent(new PersonLeft(Scope.tenant(), id));
    }

    private void keepLastManager(Person person) {
        if (store.lockManagers().equals(List.of(person.id()))) {
            throw new Refused("role", "people.manager.last");
        }
    }

    private void admit(UUID account, Person person) {
        accounts.join(account, person.id(), person.as());
        if (person.onlyOwnGroups()) {
            accounts.change(person.id(), person.as(), true);
        }
        events.publishEvent(new PersonJoined(Scope.tenant(), person.id()));
    }

    private Person fresh(
            String name,
            String surname,
            @Nullable String email,
            @Nullable String username,
            Role role,
            String language,
            String state) {
        return new Person(
                Ids.next(),
                checked(name),
                surname(name, surname),
                email,
                username,
                role.word(),
                false,
                language,
                state,
                "",
                clock.instant(),
                null);
    }

    private static String surname(String name, String surname) {
        return surname.isBlank() ? Person.lastWord(name) : surname.strip();
    }

    private static String checked(String name) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            throw new Refused("name", "people.name.missing");
        }
        if (plain.length() > 200) {
            throw new Refused("name", "people.name.long");
        }
        return plain;
    }
}
