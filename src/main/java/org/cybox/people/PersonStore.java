package org.cybox.people;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonStore {

    private static final String COLUMNS =
            """
            select id, name, surname, email, username, role, only_own_groups, language, state, institution,
                   created_at, seen_at
            from people.person
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(Person.class).optional();
    }

    Optional<Person> byEmail(String email) {
        return jdbc.sql(COLUMNS + " where email = :email").param("email", email).query(Person.class).optional();
    }

    List<Person> all(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + " where id = any(:ids) order by sort_name, id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Person.class)
                .list();
    }

    void insert(Person person) {
        jdbc.sql(
                        """
                        insert into people.person (id, name, surname, sort_name, email, username, role, only_own_groups,
                                                   language, state, institution, created_at)
                        values (:id, :name, :surname, :sort, :email, :username, :role, :own, :language, :state,
                                :institution, :created)
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("surname", person.surname())
                .param("sort", sortName(person))
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

    /** Lower-case "surname name": what lists are sorted and searched by. */
    static String sortName(Person person) {
        return (person.surname() + " " + person.name()).toLowerCase(Locale.ROOT).strip();
    }
}
