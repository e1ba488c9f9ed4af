package org.cybox.courses.enrolment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Recurring;
import org.cybox.platform.text.Words;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds of due dates a week and a day before and when they have passed, each once for one date. */
@Component
class DueReminders implements Recurring {

    private static final int PIECE = 1_000;

    private final Tenants tenants;
    private final Work work;
    private final JdbcClient jdbc;
    private final EnrolmentNotices notices;
    private final Clock clock;

    DueReminders(Tenants tenants, Work work, JdbcClient jdbc, EnrolmentNotices notices, Clock clock) {
        this.tenants = tenants;
        this.work = work;
        this.jdbc = jdbc;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "enrolment.due";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (Tenant tenant : work.inWorld(tenants::all)) {
            remind(tenant.id());
        }
    }

    /** All that is due in one tenant, a thousand in one transaction. */
    void remind(UUID tenant) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), tenants.get(tenant).zone());
        Map<String, LocalDate[]> spans = Map.of(
                "week", new LocalDate[] {today.plusDays(2), today.plusDays(7)},
                "day", new LocalDate[] {today, today.plusDays(1)},
                "overdue", new LocalDate[] {today.minusDays(30), today.minusDays(1)});
        spans.forEach((occasion, span) -> {
            int reminded;
            do {
                reminded = work.inTenant(tenant, () -> remind(occasion, span[0], span[1]));
            } while (reminded == PIECE);
        });
    }

    record Due(UUID id, UUID courseId, UUID personId, LocalDate dueOn, Words title) {}

    private int remind(String occasion, LocalDate from, LocalDate to) {
        List<Due> due = jdbc.sql("""
                        select e.id, e.course_id, e.person_id, e.due_on, c.title
                        from courses.enrolment e
                        join courses.course c on c.tenant_id = e.tenant_id and c.id = e.course_id
                        where e.state = 'active'
                          and e.due_on between :from and :to
                          and c.state in ('open', 'archived')
                          and not exists (
                              select 1
                              from courses.reminded r
                              where r.tenant_id = e.tenant_id
                                and r.enrolment_id = e.id
                                and r.occasion = :occasion
                                and r.due_on = e.due_on)
                        limit :piece
                        """)
                .param("from", from)
                .param("to", to)
                .param("occasion", occasion)
                .param("piece", PIECE)
                .query(Due.class)
                .list();
        if (!due.isEmpty()) {
            note(due, occasion, clock.instant());
            tell(due, occasion);
        }
        return due.size();
    }

    private void note(List<Due> due, String occasion, Instant now) {
        jdbc.sql("""
                        insert into courses.reminded (enrolment_id, occasion, due_on, at)
                        select e.id, :occasion, e.due_on, :now
                        from courses.enrolment e
                        where e.id = any(:ids)
                        on conflict do nothing
                        """)
                .param("occasion", occasion)
                .param("now", Timestamp.from(now))
                .param("ids", due.stream().map(Due::id).toArray(UUID[]::new))
                .update();
    }

    private record Same(UUID course, LocalDate dueOn) {}

    private void tell(List<Due> due, String occasion) {
        due.stream()
                .collect(Collectors.groupingBy(one -> new Same(one.courseId(), one.dueOn())))
                .forEach((same, people) -> notices.reminded(
                        same.course(),
                        people.getFirst().title(),
                        people.stream().map(Due::personId).toList(),
                        same.dueOn(),
                        occasion));
    }
}
