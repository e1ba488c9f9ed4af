package org.cybox.courses.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Learning;
import org.cybox.courses.OutlineView;
import org.cybox.courses.Title;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a learner begins the day: what is next, and everything they are in. */
@Controller
class HomeController {

    private final Learning learning;
    private final JdbcClient jdbc;
    private final Tenants tenants;

    HomeController(Learning learning, JdbcClient jdbc, Tenants tenants) {
        this.learning = learning;
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /** @param next the one thing to do now; none when everything is done or nothing was begun */
    public record HomePage(Optional<Next> next, List<Mine> active, List<Mine> waiting, List<Mine> completed)
            implements Page {

        public boolean empty() {
            return active.isEmpty() && waiting.isEmpty() && completed.isEmpty();
        }
    }

    public record Next(Title course, OutlineView.Line line, boolean fresh) {}

    /** @param dueOn the day, and {@code overdue} when it has passed; @param certificate there may be one to fetch */
    public record Mine(
            UUID course,
            Title title,
            int done,
            int total,
            Optional<LocalDate> dueOn,
            boolean overdue,
            Optional<Instant> completedAt,
            boolean certificate) {}

    /** A row as it is read. */
    public record Row(
            UUID id,
            UUID courseId,
            UUID personId,
            UUID releaseId,
            String state,
            String via,
            @Nullable UUID lastBlock,
            Words title,
            int done,
            int total,
            @Nullable LocalDate dueOn,
            @Nullable Instant seenAt,
            Instant enrolledAt,
            @Nullable Instant completedAt,
            String certificate) {

        Enrolment enrolment() {
            return new Enrolment(
                    id,
                    courseId,
                    personId,
                    releaseId,
                    state,
                    via,
                    enrolledAt,
                    dueOn,
                    seenAt,
                    lastBlock,
                    done,
                    total,
                    completedAt,
                    "");
        }
    }

    @GetMapping("/learn")
    @Allow(Who.LEARNER)
    HomePage home(Visitor visitor) {
        List<Row> rows = rows(visitor.person());
        LocalDate today = tenants.today();
        Optional<Next> next = rows.stream()
                .filter(row -> row.state().equals("active"))
                .max(Comparator.comparing(HomeController::touched))
                .flatMap(row -> learning.next(row.enrolment())
                        .map(lesson -> new Next(
                                Title.of(row.title(), visitor.language()),
                                OutlineView.line(lesson, lesson.block(), visitor.language()),
                                row.seenAt() == null)));
        return new HomePage(
                next,
                mine(rows, "active", visitor, today),
                mine(rows, "requested", visitor, today),
                mine(rows, "completed", visitor, today));
    }

    private static Instant touched(Row row) {
        return row.seenAt() == null ? row.enrolledAt() : row.seenAt();
    }

    private static List<Mine> mine(List<Row> rows, String state, Visitor visitor, LocalDate today) {
        return rows.stream()
                .filter(row -> row.state().equals(state))
                .sorted(Comparator.comparing(HomeController::touched).reversed())
                .map(row -> new Mine(
                        row.courseId(),
                        Title.of(row.title(), visitor.language()),
                        row.done(),
                        row.total(),
                        Optional.ofNullable(row.dueOn()),
                        row.dueOn() != null && row.dueOn().isBefore(today),
                        Optional.ofNullable(row.completedAt()),
                        !row.certificate().equals("none")))
                .toList();
    }

    private List<Row> rows(UUID person) {
        return jdbc.sql("""
                        select e.id, e.course_id, e.person_id, e.release_id, e.state, e.via, e.last_block, r.title, e.done, e.total, e.due_on, e.seen_at, e.enrolled_at,
                               e.completed_at, c.certificate
                        from courses.enrolment e
                        join courses.release r on r.tenant_id = e.tenant_id and r.id = e.release_id
                        join courses.course c on c.tenant_id = e.tenant_id and c.id = e.course_id
                        where e.person_id = :person
                          and e.state in ('requested', 'active', 'completed')
                          and c.state <> 'binned'
                        order by e.enrolled_at desc
                        limit 200
                        """).param("person", person).query(Row.class).list();
    }
}
