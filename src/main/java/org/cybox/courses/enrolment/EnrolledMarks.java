package org.cybox.courses.enrolment;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.catalogue.Standing;
import org.cybox.platform.web.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In the catalogue: which of these courses the visitor is in already. */
@Component
class EnrolledMarks implements Standing {

    private static final Map<String, Mark> MARKS = Map.of(
            "active", new Mark("enrolment.mark.active", "good"),
            "completed", new Mark("enrolment.mark.completed", "good"),
            "requested", new Mark("enrolment.mark.requested", "info"));

    private final JdbcClient jdbc;

    EnrolledMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Row(UUID courseId, String state) {}

    @Override
    public Map<UUID, Mark> of(Visitor visitor, Collection<UUID> offers) {
        return jdbc
                .sql("""
                        select course_id, state
                        from courses.enrolment
                        where person_id = :person
                          and course_id = any(:courses)
                          and state in ('active', 'completed', 'requested')
                        """)
                .param("person", visitor.person())
                .param("courses", offers.toArray(UUID[]::new))
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::courseId, row -> MARKS.get(row.state())));
    }
}
