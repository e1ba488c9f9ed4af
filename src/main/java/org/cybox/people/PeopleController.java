package org.cybox.people;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The list of members. A limited trainer sees those of their own groups. */
@Controller
class PeopleController implements ShellContributor {

    private static final int PAGE = 40;

    private final PersonStore store;
    private final GroupStore places;
    private final People people;

    PeopleController(PersonStore store, GroupStore places, People people) {
        this.store = store;
        this.places = places;
        this.people = people;
    }

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        return visitor.trainer() ? List.of(new Entry(40, "people.title", "/people")) : List.of();
    }

    /** What the filter says. @param group id or blank; @param after sort name and id of the last row before, or blank */
    public record Filter(String q, String role, UUID group, String state, String after) {

        public Filter {
            q = q == null ? "" : q.strip();
            role = role == null ? "" : role;
            group = group == null ? Visitor.NOBODY : group;
            state = state == null ? "" : state;
            after = after == null ? "" : after;
        }

        public boolean any() {
            return !(q + role + state).isBlank() || !group.equals(Visitor.NOBODY);
        }

        public boolean in(UUID other) {
            return group.equals(other);
        }

        /** The address of the list from there on. */
        public String from(String last) {
            return "/people?q=" + encode(q) + "&role=" + encode(role) + "&state=" + encode(state)
                    + (group.equals(Visitor.NOBODY) ? "" : "&group=" + group)
                    + (last.isBlank() ? "" : "&after=" + encode(last));
        }

        private static String encode(String value) {
            return UriUtils.encode(value, StandardCharsets.UTF_8);
        }
    }

    public record Row(Person person, List<String> groups) {}

    /** @param next address of the next page, or blank; @param manager may change things; @param empty nobody at all */
    public record PeoplePage(
            Filter filter, List<Row> rows, List<Group> groups, String next, boolean manager, boolean empty)
            implements Page {}

    @GetMapping("/people")
    @Allow(Who.TRAINER)
    PeoplePage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam Optional<UUID> group,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor) {
        Filter filter = new Filter(q, role, group.orElse(Visitor.NOBODY), state, after);
        Optional<List<UUID>> limit = people.groupLimit(visitor);
        List<Person> found = store.list(wanted(filter, limit), PAGE + 1);
        List<Person> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Group> groups = people.groups().stream()
                .filter(one -> limit.isEmpty() || limit.get().contains(one.id()))
                .toList();
        boolean empty = found.isEmpty() && !filter.any() && filter.after().isBlank();
        return new PeoplePage(filter, rows(shown), groups, next(filter, found, shown), visitor.manager(), empty);
    }

    private static PersonStore.Wanted wanted(Filter filter, Optional<List<UUID>> limit) {
        boolean chosen = !filter.group().equals(Visitor.NOBODY);
        List<UUID> groups = new ArrayList<>(limit.orElse(List.of()));
        if (chosen) {
            boolean allowed = limit.isEmpty() || groups.contains(filter.group());
            groups = allowed ? List.of(filter.group()) : List.of();
        }
        String[] after = filter.after().split("\\|", 2);
        boolean further = after.length == 2 && after[0].matches("[0-9a-f-]{36}");
        return new PersonStore.Wanted(
                Person.folded(filter.q()),
                filter.role(),
                filter.state(),
                limit.isEmpty() && !chosen,
                groups,
                further ? after[1] : "",
                further ? UUID.fromString(after[0]) : Visitor.NOBODY);
    }

    private List<Row> rows(Collection<Person> shown) {
        List<UUID> ids = shown.stream().map(Person::id).toList();
        Map<UUID, List<String>> names = places.places(ids).stream()
                .collect(Collectors.groupingBy(
                        GroupStore.Place::personId, Collectors.mapping(GroupStore.Place::name, Collectors.toList())));
        return shown.stream()
                .map(person -> new Row(person, names.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static String next(Filter filter, List<Person> found, List<Person> shown) {
        if (found.size() == shown.size()) {
            return "";
        }
        Person last = shown.getLast();
        return filter.from(last.id() + "|" + last.sortName());
    }
}
