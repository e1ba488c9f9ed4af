package org.cybox.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.web.Role;
import org.cybox.testing.Cast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProgressRebuildTest {

    private static final List<String> BLOCKS = List.of("One", "Two", "Test", "Exam", "Extra");

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Rebuilt")
            .page("One", "view", "<p>One.</p>")
            .page("Two", "button", "<p>Two.</p>")
            .page("Test", "submit", "<p>As if a test.</p>")
            .page("Exam", "pass", "<p>As if an exam.</p>")
            .page("Extra", "none", "<p>Does not count.</p>")
            .publish();
    private final List<UUID> people = new ArrayList<>();
    private final Random random = new Random(20261122);

    @BeforeEach
    void manyDoManyThings() {
        for (int n = 0; n < 6; n++) {
            UUID person = cast.also("Learner" + n + " Random", Role.LEARNER).person();
            people.add(person);
            course.enrol(person);
        }
        for (int n = 0; n < 250; n++) {
            UUID person = people.get(random.nextInt(people.size()));
            String block = BLOCKS.get(random.nextInt(BLOCKS.size()));
            cast.run(() -> something(person, block));
        }
    }

    private void something(UUID person, String block) {
        Learning learning = cast.program().get(Learning.class);
        Enrolments enrolments = cast.program().get(Enrolments.class);
        Lesson lesson = learning.lesson(enrolments.of(course.id(), person).orElseThrow(), course.block(block));
        switch (random.nextInt(10)) {
            case 0, 1 -> learning.open(lesson);
            case 2 -> learning.complete(lesson);
            case 3 -> learning.start(lesson, Ids.next());
            case 4 -> learning.score(lesson, Ids.next(), random.nextInt(1_000), 1_000, random.nextBoolean());
            case 5 -> learning.set(lesson, cast.ada().person(), "by hand", outcome(), 0, 0);
            case 6 -> learning.set(lesson, cast.ada().person(), "points", outcome(), random.nextInt(500), 500);
            case 7 -> learning.remember(lesson, "42");
            case 8 ->
                learning.regrade(
                        lesson,
                        Ids.next(),
                        random.nextInt(1_000),
                        1_000,
                        random.nextBoolean(),
                        cast.ada().person(),
                        "the key was wrong");
            default -> {
                if (random.nextInt(6) == 0) {
                    enrolments.leave(lesson.enrolment(), "gone");
                    enrolments.enrol(course.id(), person, "manager");
                }
            }
        }
    }

    private Learning.Outcome outcome() {
        return random.nextBoolean() ? Learning.Outcome.DONE : Learning.Outcome.NOT_DONE;
    }

    private ProgressRebuild.Report rebuild() {
        return cast.program().get(ProgressRebuild.class).tenant(cast.space().id());
    }

    @Test
    void whatTheLedgerSaysIsWhatIsKept() {
        ProgressRebuild.Report report = rebuild();
        assertThat(report.enrolments()).isEqualTo(6);
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void whatWasSpoiltIsFoundAndMended() {
        List<Enrolment> before = people.stream().map(course::enrolment).toList();
        cast.run(() -> {
            JdbcClient jdbc = cast.program().get(JdbcClient.class);
            jdbc.sql("delete from courses.progress where enrolment_id = :id")
                    .param("id", before.get(0).id())
                    .update();
            jdbc.sql("update courses.enrolment set done = 99, state = 'active' where id = :id")
                    .param("id", before.get(1).id())
                    .update();
            jdbc.sql("update courses.progress set score = 1, score_max = 3 where enrolment_id = :id")
                    .param("id", before.get(2).id())
                    .update();
        });
        assertThat(rebuild().differences()).isNotEmpty();
        assertThat(rebuild().differences()).isEmpty();
        assertThat(people.stream().map(course::enrolment).toList()).isEqualTo(before);
    }
}
