package org.cybox.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonStore {

    private static final String COLUMNS = """
            select p.id, p.name, p.surname, p.email, p.username, p.role, p.only_own_groups, p.language, p.state,
                   p.institution, p.created_at, p.seen_at
            from people.person p
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql(COLUMNS + " where p.id = :id")
                .param("id", id)
                .query(Person.class)
                .optional();
    }

    Optional<Person> byEmail(String email) {
        return jdbc.sql(COLUMNS + " where p.email = :email")
                .param("email", email)
                .query(Person.class)
                .optional();
    }

    List<Person> byEmails(Collection<String> emails) {
        return jdbc.sql(COLUMNS + " where p.email = any(:emails)")
                .param("emails", emails.toArray(String[]::new))
                .query(Person.class)
                .list();
    }

    List<Person> all(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + " where p.id = any(:ids) order by p.sort_name, p.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Person.class)
                .list();
    }

    /**
     * What a list shows. Blank strings mean no such condition.
     *
     * @param start beginning of surname, name or address, folded
     * @param groups in one of these; looked at only when {@code everybody} is false
     * @param afterName sort name of the last row of the page before; @param afterId its id
     */
    record Wanted(
            String start,
            String role,
            String state,
            boolean everybody,
            List<UUID> groups,
            String afterName,
            UUID afterId) {}

    List<Person> list(Wanted wanted, int most) {
        return jdbc.sql(COLUMNS + """
                                where (p.sort_name, p.id) > (:afterName, :afterId)
                                  and ((p.sort_name >= :start and p.sort_name < :end)
                                       or (p.search_name >= :start and p.search_name < :end)
                                       or (p.email collate "C" >= :start and p.email collate "C" < :end)
                                       or (p.username collate "C" >= :start and p.username collate "C" < :end))
                                  and (:role = '' or p.role = :role)
                                  and (p.state = :state or (:state = '' and p.state <> 'left'))
                                  and (:everybody or exists (
                                      select 1 from people.group_member m
                                      where m.tenant_id = p.tenant_id and m.person_id = p.id
                                        and m.group_id = any(:groups)))
                                order by p.sort_name, p.id
                                limit :most
                                """)
                .param("afterName", wanted.afterName())
                .param("afterId", wanted.afterId())
                .param("start", wanted.start())
                .param("end", wanted.start() + "\uDBFF\uDFFF")
                .param("role", wanted.role())
                .param("state", wanted.state())
                .param("everybody", wanted.everybody())
                .param("groups", wanted.groups().toArray(UUID[]::new))
                .param("most", most)
                .query(Person.class)
                .list();
    }

    /** The managers there are, kept from changing until this transaction ends: so that the last one stays. */
    List<UUID> lockManagers() {
        return jdbc.sql(
                        "select id from people.person where role = 'manager' and state = 'active' order by id for update")
                .query(UUID.class)
                .list();
    }

    boolean usernameTaken(String username) {
        return jdbc.sql("select exists (select 1 from people.person where username = :username)")
                .param("username", username)
                .query(Boolean.class)
                .single();
    }

    void insert(Person person) {
        jdbc.sql("""
                        insert into people.person (id, name, surname, sort_name, search_name, email, username, role,
                                                   only_own_groups, language, state, institution, created_at)
                        values (:id, :name, :surname, :sort, :search, :email, :username, :role, :own, :language, :state,
                                :institution, :created)
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("surname", person.surname())
                .param("sort", person.sortName())
                .param("search", Person.folded(person.name()))
                .param("email", person.email())
                .param("username", person.username())
                .param("role", person.role())
                .param("own", person.onlyOwnGroups())
                .param("language", person.language())
                .param("state", person.state())
                .param("institution", person.institution())
                .param("created", Timestamp.from(person.createdAt()))
                .update();
    }

    void update(Person person) {
        jdbc.sql("""
                        update people.person
                        set name = :name, surname = :surname, sort_name = :sort, search_name = :search, role = :role,
                            only_own_groups = :own, state = :state, institution = :institution, language = :language
                        where id = :id
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("surname", person.surname())
                .param("sort", person.sortName())
                .param("search", Person.folded(person.name()))
                .param("role", person.role())
                .param("own", person.onlyOwnGroups())
                .param("state", person.state())
                .param("institution", person.institution())
                .param("language", person.language())
                .update();
    }

    /** @return 0 when it is theirs already */
    int setEmail(UUID id, String email) {
        return jdbc.sql("""
                        update people.person set email = :email
                        where id = :id and email is distinct from :email
                        """).param("email", email).param("id", id).update();
    }

    void seen(UUID id, Instant now) {
        jdbc.sql("update people.person set seen_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void speak(UUID id, String language) {
        jdbc.sql("update people.person set language = :language where id = :id")
                .param("language", language)
                .param("id", id)
                .update();
    }
}
