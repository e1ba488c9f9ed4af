package org.cybox.courses.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cybox.courses.CourseFixture;
import org.cybox.courses.Enrolment;
import org.cybox.people.Groups;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LearnersTest {

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Evidence")
            .page("One", "view", "<p>One.</p>")
            .page("Two", "button", "<p>Two.</p>")
            .publish();
    private final Browser dora = cast.also("Dora Late", Role.LEARNER);
    private Enrolment ben;

    @BeforeEach
    void twoLearn() {
        ben = course.enrol(cast.ben().person());
        course.enrol(dora.person());
        course.does(cast.ben().person(), "One");
    }

    @Test
    void aTrainerSeesHowFarEachIs() {
        cast.ada()
                .get(course.learners())
                .ok()
                .has("Ben Learner")
                .has("Dora Late")
                .has("1/2");
        assertThat(Statements.least(() -> cast.ada().get(course.learners()))).hasSizeLessThanOrEqualTo(8);
        Answer matrix = cast.ada().get(course.learners() + "?view=matrix").ok();
        assertThat(matrix.all("tbody tr")).hasSize(2);
        assertThat(Statements.least(() -> cast.ada().get(course.learners() + "?view=matrix")))
                .hasSizeLessThanOrEqualTo(8);
        cast.ben().get(course.learners()).is(403);
        cast.mallory().get(course.learners()).is(404);
    }

    @Test
    void theFilterStandsInTheAddress() {
        String done = course.learners() + "?block=" + course.block("One") + "&reached=done";
        cast.ada().get(done).ok().has("Ben Learner").hasNot("Dora Late");
        String unopened = course.learners() + "?block=" + course.block("One") + "&reached=none";
        cast.ada().get(unopened).ok().has("Dora Late").hasNot("Ben Learner");
        cast.ada().get(course.learners() + "?q=late").ok().has("Dora Late").hasNot("Ben Learner");
        cast.ada().get(course.learners() + "?overdue=1").ok().has("Nobody fits this filter");
    }

    @Test
    void aLimitedTrainerReachesTheirOwnGroupsOnly() {
        Browser eli = cast.also("Eli Limited", Role.TRAINER);
        cast.run(() -> {
            Groups groups = cast.program().get(Groups.class);
            UUID group = groups.named("Class A").id();
            groups.add(group, List.of(eli.person(), dora.person()));
            cast.program()
                    .get(JdbcClient.class)
                    .sql("update people.person set only_own_groups = true where id = :id")
                    .param("id", eli.person())
                    .update();
            cast.program().get(org.cybox.identity.Accounts.class).change(eli.person(), Role.TRAINER, true);
        });
        Eventually.isTrue(
                "Eli is limited", () -> !eli.get(course.learners()).ok().body().contains("Ben Learner"));
        eli.get(course.learners()).ok().has("Dora Late");
        eli.get(course.learners() + "/" + ben.id()).is(404);
        eli.post(course.learners() + "/" + ben.id() + "/due", "day", "2099-01-01", "reason", "x")
                .is(404);
    }

    @Test
    void aTrainerSetsByHandWithAReason() {
        Answer page = cast.ada()
                .get(course.learners() + "/" + ben.id())
                .ok()
                .has("Ben Learner")
                .has("Enrolled");
        page.form("/activities/" + course.block("Two"))
                .set("outcome", "done")
                .submit()
                .is(422)
                .has("Give a reason");
        page.form("/activities/" + course.block("Two"))
                .set("outcome", "done")
                .set("reason", "Was in class")
                .submit()
                .follow()
                .ok()
                .has("set by hand");
        assertThat(course.enrolment(cast.ben().person()).state()).isEqualTo("completed");
        assertThat(cast.in(() -> cast.program().get(Audit.class).of(ben.id()))).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("courses.set");
            assertThat(entry.reason()).isEqualTo("Was in class");
        });
        cast.ben().get("/notices").ok().has("counts as done");
    }

    @Test
    void aSelectionGetsANewDate() {
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        Answer ask = cast.ada()
                .post(
                        course.learners() + "/selection",
                        "act",
                        "extend",
                        "ids",
                        ben.id().toString())
                .ok()
                .has("New due date for 1 learner");
        ask.form("/selection/extend").set("day", day).submit().follow().ok().has("One learner has a new date");
        assertThat(course.enrolment(cast.ben().person()).dueOn()).isEqualTo(day);
    }

    @Test
    void aSelectionIsRemindedInTheTrainersWords() {
        cast.ada()
                .post(
                        course.learners() + "/selection",
                        "act",
                        "remind",
                        "ids",
                        ben.id().toString())
                .ok()
                .form("/selection/remind")
                .set("subject", "Hello Ben")
                .set("text", "Please go on.")
                .submit()
                .follow()
                .ok()
                .has("One learner was reminded");
        cast.ben().get("/notices").ok().has("Hello Ben");
    }

    @Test
    void whoIsTakenOutIsToldWhy() {
        cast.chi()
                .post(course.learners() + "/selection/withdraw", "ids", ben.id().toString(), "reason", "Wrong class")
                .follow()
                .ok();
        assertThat(course.enrolment(cast.ben().person()).state()).isEqualTo("left");
        cast.ben().get("/notices").ok().has("Evidence");
        assertThat(cast.ben().get(course.learn("One")).location()).isEqualTo(course.catalogue());
    }
}
