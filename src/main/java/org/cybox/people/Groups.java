package org.cybox.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.springframework.stereotype.Component;

/** The groups of the present tenant and who is in them. */
@Component
public class Groups {

    private static final int LONGEST_NAME = 100;

    private final GroupStore store;
    private final Clock clock;

    Groups(GroupStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By name. */
    public List<Group> all() {
        return store.all();
    }

    /** Throws {@link NotFound} for an unknown group. */
    public Group get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    public Set<UUID> members(UUID group) {
        return store.members(group);
    }

    /** The group of that name, made when there is none. */
    public Group named(String name) {
        String plain = checked(name);
        return store.named(plain).orElseGet(() -> make(plain));
    }

    /** A group that has not been there; refused when the name is taken. */
    Group open(String name) {
        String plain = checked(name);
        if (store.named(plain).isPresent()) {
            throw new Refused("name", "people.group.taken", plain);
        }
        return make(plain);
    }

    void rename(UUID id, String name) {
        Group group = get(id);
        String plain = checked(name);
        if (store.named(plain).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new Refused("name", "people.group.taken", plain);
        }
        store.rename(group.id(), plain);
    }

    /** The members stay in the space. */
    void delete(UUID id) {
        store.delete(get(id).id());
    }

    /** @return how many were not in it before */
    public int add(UUID group, Collection<UUID> people) {
        return store.add(get(group).id(), people);
    }

    /** @return how many were in it */
    public int remove(UUID group, Collection<UUID> people) {
        return store.remove(get(group).id(), people);
    }

    private Group make(String name) {
        Group group = new Group(Ids.next(), name, clock.instant());
        store.insert(group);
        return group;
    }

    private static String checked(String name) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            throw new Refused("name", "people.group.unnamed");
        }
        if (plain.length() > LONGEST_NAME) {
            throw new Refused("name", "people.group.long");
        }
        return plain;
    }
}
