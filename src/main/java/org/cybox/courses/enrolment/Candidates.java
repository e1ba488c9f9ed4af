package org.cybox.courses.enrolment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could be enrolled: read from what a trainer chose, typed or pasted. */
@Component
class Candidates {

    static final int MOST = 2_000;

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param enrolled state of an enrolment there is already, or null; @param within the trainer may reach them */
    record Member(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String username,
            String state,
            @Nullable String enrolled,
            boolean within) {

        boolean learning() {
            return "active".equals(enrolled) || "completed".equals(enrolled);
        }
    }

    /** @param why text key; @param line what was typed */
    record Turned(String line, String why) {}

    record Sorted(List<Member> fresh, List<Member> there, List<Turned> refused) {}

    /** Addresses and user names out of a pasted list or CSV: one person a line, whatever else stands beside. */
    static List<String> signs(String pasted) {
        List<String> lines = pasted.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        boolean withMail = lines.stream().anyMatch(line -> line.contains("@"));
        Set<String> signs = new LinkedHashSet<>();
        for (String line : lines) {
            List<String> cells = Arrays.stream(line.split("[,;\t<>\"\uFEFF]+"))
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            Optional<String> mail =
                    cells.stream().filter(cell -> cell.contains("@")).findFirst();
            boolean head = signs.isEmpty() && withMail && mail.isEmpty() && cells.size() > 1;
            if (!head) {
                mail.or(() -> cells.stream().findFirst()).ifPresent(sign -> signs.add(sign.toLowerCase(Locale.ROOT)));
            }
        }
        if (signs.size() > MOST) {
            throw new Refused("pasted", "enrolment.tooMany", MOST);
        }
        return List.copyOf(signs);
    }

    /** Sorts people by what would happen to them; {@code signs} that nobody here has are refused. */
    Sorted sort(UUID course, Visitor visitor, List<String> signs, List<UUID> ids, @Nullable UUID group) {
        List<Member> found = find(course, visitor, signs, ids, group);
        Map<String, Member> bySign = new HashMap<>();
        found.forEach(member -> {
            Optional.ofNullable(member.email()).ifPresent(email -> bySign.put(email, member));
            Optional.ofNullable(member.username()).ifPresent(name -> bySign.put(name, member));
        });
        List<Turned> refused = new ArrayList<>();
        signs.stream()
                .filter(sign -> !bySign.containsKey(sign))
                .map(sign -> new Turned(sign, sign.contains("@") ? "enrolment.why.stranger" : "enrolment.why.unknown"))
                .forEach(refused::add);
        List<Member> fresh = new ArrayList<>();
        List<Member> there = new ArrayList<>();
        for (Member member : found) {
            if (member.state().equals("left")) {
                refused.add(new Turned(member.name(), "enrolment.why.left"));
            } else if (!member.within()) {
                refused.add(new Turned(member.name(), "enrolment.why.otherGroup"));
            } else if (member.learning()) {
                there.add(member);
            } else {
                fresh.add(member);
            }
        }
        return new Sorted(fresh, there, refused);
    }

    private List<Member> find(UUID course, Visitor visitor, List<String> signs, List<UUID> ids, @Nullable UUID group) {
        return jdbc.sql("""
                        select p.id, p.name, p.email, p.username, p.state, e.state as enrolled,
                               (not :limited or exists (
                                   select 1
                                   from people.group_member mine
                                   join people.group_member theirs
                                     on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                                   where mine.person_id = :visitor
                                     and theirs.person_id = p.id)) as within
                        from people.person p
                        left join courses.enrolment e
                          on e.tenant_id = p.tenant_id and e.person_id = p.id and e.course_id = :course
                        where p.email = any(:signs)
                           or p.username = any(:signs)
                           or p.id = any(:ids)
                           or p.id in (select m.person_id from people.group_member m where m.group_id = :group::uuid)
                        order by p.sort_name, p.id
                        """)
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .param("course", course)
                .param("signs", signs.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .param("group", group, java.sql.Types.OTHER)
                .query(Member.class)
                .list();
    }

    record Choice(UUID id, String name, @Nullable String email) {}

    /** Members who are not in the course, by name, at most 50. */
    List<Choice> choices(UUID course, Visitor visitor, String word) {
        return jdbc.sql("""
                        select p.id, p.name, p.email
                        from people.person p
                        where p.state <> 'left'
                          and ' ' || p.sort_name like '% ' || :word || '%'
                          and not exists (
                              select 1
                              from courses.enrolment e
                              where e.tenant_id = p.tenant_id
                                and e.course_id = :course
                                and e.person_id = p.id
                                and e.state in ('active', 'completed'))
                          and (not :limited or exists (
                              select 1
                              from people.group_member mine
                              join people.group_member theirs
                                on theirs.tenant_id = mine.tenant_id and theirs.group_id = mine.group_id
                              where mine.person_id = :visitor
                                and theirs.person_id = p.id))
                        order by p.sort_name, p.id
                        limit 50
                        """)
                .param("word", word.toLowerCase(Locale.ROOT).replaceAll("[%_\\\\\0]", ""))
                .param("course", course)
                .param("limited", visitor.onlyOwnGroups())
                .param("visitor", visitor.person())
                .query(Choice.class)
                .list();
    }
}
