package org.cybox.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Learning;
import org.cybox.courses.Lesson;
import org.cybox.courses.Outline;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Work;
import org.cybox.platform.demo.DemoContent;
import org.cybox.platform.web.Space;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The invented learners of the demonstration are in the courses, each as far as somebody in a class is, and have really
 * taken the tests on their way: so the tables and the results are worth looking at. Those who sign in are enrolled and
 * begin for themselves.
 */
@Component
@Order(20)
class DemoLearners implements DemoContent {

    /** How far the others are, in per cent of the course. */
    private static final int[] REACHED = {100, 60, 0, 35, 85, 10, 45, 100, 20, 70, 0};

    private final Enrolments enrolments;
    private final Learning learning;
    private final Releases releases;
    private final Attempts attempts;
    private final AttemptStore store;
    private final JdbcClient jdbc;
    private final Work work;
    private final Clock clock;

    DemoLearners(
            Enrolments enrolments,
            Learning learning,
            Releases releases,
            Attempts attempts,
            AttemptStore store,
            JdbcClient jdbc,
            Work work,
            Clock clock) {
        this.enrolments = enrolments;
        this.learning = learning;
        this.releases = releases;
        this.attempts = attempts;
        this.store = store;
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "learners";
    }

    @Override
    public void load(Map<String, Space> spaces) {
        for (String slug : List.of("academy", "police")) {
            work.doInTenant(java.util.Objects.requireNonNull(spaces.get(slug)).id(), this::fill);
        }
    }

    record Someone(UUID id, @Nullable String email) {

        boolean signsIn() {
            return email != null && email.startsWith("learner@");
        }
    }

    private void fill() {
        List<UUID> courses = jdbc.sql("select id from courses.course where state = 'open' order by id")
                .query(UUID.class)
                .list();
        List<Someone> people = jdbc.sql("select id, email from people.person where role = 'learner' order by sort_name")
                .query(Someone.class)
                .list();
        for (int course = 0; course < courses.size(); course++) {
            for (int n = 0; n < people.size(); n++) {
                boolean in = (n + course) % 4 != 3 || people.get(n).signsIn();
                if (in && enrolments.of(courses.get(course), people.get(n).id()).isEmpty()) {
                    enrol(courses.get(course), people.get(n), n + course * 3);
                }
            }
        }
    }

    private void enrol(UUID course, Someone person, int n) {
        Enrolment enrolment = enrolments.enrol(course, person.id(), n % 2 == 0 ? "open" : "manager");
        int reached = person.signsIn() ? 0 : REACHED[n % REACHED.length];
        Release release = releases.get(enrolment.releaseId());
        List<Outline.Block> blocks = release.outline().blocks().toList();
        int many = blocks.size() * reached / 100;
        for (int place = 0; place < many; place++) {
            Lesson lesson = learning.lesson(
                    enrolments.get(enrolment.id()), blocks.get(place).id());
            learning.open(lesson);
            reach(lesson, n + place);
        }
        age(enrolment.id(), n, many);
    }

    private void reach(Lesson lesson, int n) {
        if (lesson.block().kind().equals(TestKind.KIND)) {
            take(lesson, n);
        } else if (List.of("view", "button").contains(lesson.block().completion())) {
            learning.complete(lesson);
        }
    }

    /** Before a course about half is right; what has to be passed is. */
    private void take(Lesson lesson, int n) {
        Attempt attempt = store.find(attempts.start(lesson)).orElseThrow();
        boolean ready = lesson.block().completion().equals("pass");
        List<Question> questions = attempts.paper(attempt).content().questions();
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            boolean known = (i + n) % (ready ? 6 : 2) != 0;
            Given answer = known ? questions.get(i).key() : wrong(questions.get(i));
            if (!answer.blank()) {
                given.put(questions.get(i).id(), Json.write(answer));
            }
        }
        Instant now = clock.instant();
        store.save(attempt.id(), attempt.personId(), given, now.toEpochMilli(), null, now);
        attempts.submit(attempt);
    }

    /** What somebody might take for right, or nothing. */
    private static Given wrong(Question question) {
        return switch (question) {
            case ChoiceQuestion choice ->
                choice.choices().stream()
                        .filter(one -> !one.correct())
                        .findFirst()
                        .map(one -> Given.of(one.id()))
                        .orElse(Given.NOTHING);
            case TrueFalse statement -> Given.of(String.valueOf(!statement.answer()));
            case ShortAnswer open -> Given.NOTHING;
            case Numeric open -> Given.NOTHING;
            case Matching open -> Given.NOTHING;
            case Ordering open -> Given.NOTHING;
        };
    }

    /** As if it had happened over the last weeks; the ledger keeps its own time. */
    private void age(UUID enrolment, int n, int many) {
        Instant now = clock.instant();
        Instant begun = now.minus(Duration.ofDays(21 + n % 14));
        Instant seen = now.minus(Duration.ofDays(n * 5 % 24)).minus(Duration.ofMinutes(n * 37L));
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(n % 3 == 0 ? -3 : 21);
        jdbc.sql("""
                        update courses.enrolment
                        set enrolled_at = :begun,
                            seen_at = case when :many > 0 then :seen::timestamptz end,
                            due_on = :due
                        where id = :id
                        """)
                .param("begun", java.sql.Timestamp.from(begun))
                .param("many", many)
                .param("seen", java.sql.Timestamp.from(seen))
                .param("due", due)
                .param("id", enrolment)
                .update();
    }
}
