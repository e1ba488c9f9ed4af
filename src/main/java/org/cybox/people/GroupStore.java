package org.cybox.people;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GroupStore {

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A group with the number of its members. */
    record Counted(UUID id, String name, int members) {}

    List<Group> all() {
        return jdbc.sql("select id, name, created_at from people.member_group order by name, id")
                .query(Group.class)
                .list();
    }

    List<Counted> counted() {
        return jdbc.sql("""
                        select g.id, g.name, count(m.person_id)::int as members
                        from people.member_group g
                        left join people.group_member m on m.tenant_id = g.tenant_id and m.group_id = g.id
                        group by g.id, g.name
                        order by g.name, g.id
                        """).query(Counted.class).list();
    }

    Optional<Group> find(UUID id) {
        return jdbc.sql("select id, name, created_at from people.member_group where id = :id")
                .param("id", id)
                .query(Group.class)
                .optional();
    }

    Optional<Group> named(String name) {
        return jdbc.sql("select id, name, created_at from people.member_group where name = :name")
                .param("name", name)
                .query(Group.class)
                .optional();
    }

    void insert(Group group) {
        jdbc.sql("insert into people.member_group (id, name, created_at) values (:id, :name, :created)")
                .param("id", group.id())
                .param("name", group.name())
                .param("created", Timestamp.from(group.createdAt()))
                .update();
    }

    void rename(UUID id, String name) {
        jdbc.sql("update people.member_group set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from people.member_group where id = :id")
                .param("id", id)
                .update();
    }

    int add(UUID group, Collection<UUID> people) {
        return jdbc.sql("""
                        insert into people.group_member (group_id, person_id)
                        select :group, p.id
                        from people.person p
                        where p.id = any(:people)
                        on conflict do nothing
                        """)
                .param("group", group)
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    int remove(UUID group, Collection<UUID> people) {
        return jdbc.sql("delete from people.group_member where group_id = :group and person_id = any(:people)")
                .param("group", group)
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    void removeFromAll(UUID person) {
        jdbc.sql("delete from people.group_member where person_id = :person")
                .param("person", person)
                .update();
    }

    Set<UUID> members(UUID group) {
        return new HashSet<>(jdbc.sql("select person_id from people.group_member where group_id = :group")
                .param("group", group)
                .query(UUID.class)
                .list());
    }

    /** One row for each place of these people in a group. */
    record Place(UUID personId, UUID groupId, String name) {}

    List<Place> places(Collection<UUID> people) {
        return jdbc.sql("""
                        select m.person_id, g.id as group_id, g.name
                        from people.group_member m
                        join people.member_group g on g.tenant_id = m.tenant_id and g.id = m.group_id
                        where m.person_id = any(:people)
                        order by g.name
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query(Place.class)
                .list();
    }
}
