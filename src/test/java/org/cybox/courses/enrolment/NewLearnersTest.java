package org.cybox.courses.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cybox.courses.CourseFixture;
import org.cybox.courses.Enrolments;
import org.cybox.people.Groups;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Form;
import org.junit.jupiter.api.Test;

class NewLearnersTest {

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Evidence")
            .page("One", "view", "<p>One.</p>")
            .publish();

    @Test
    void aPastedListIsSeenBeforeAnybodyIsEnrolled() {
        course.enrol(cast.chi().person());
        String list = "name;email\nBen;BEN@" + cast.space().slug() + ".example\nchi@"
                + cast.space().slug() + ".example\nnobody@elsewhere.example\n";
        Answer preview = cast.ada()
                .get(course.learners() + "/new")
                .ok()
                .form("form:has(#pasted)")
                .set("pasted", list)
                .submit()
                .ok()
                .has("1 person will be enrolled")
                .has("1 person is in the course already")
                .has("1 line cannot be enrolled")
                .has("Invite the person first");
        preview.form("/new/enrolment").submit().follow().ok().has("One person was enrolled");
        assertThat(course.enrolment(cast.ben().person()).via()).isEqualTo("csv");
        cast.ben().get(course.learn("One")).ok();
    }

    @Test
    void aWholeGroupIsEnrolled() {
        Browser dora = cast.also("Dora Group", Role.LEARNER);
        cast.run(() -> {
            Groups groups = cast.program().get(Groups.class);
            groups.add(
                    groups.named("Class").id(),
                    List.of(dora.person(), cast.ben().person()));
        });
        cast.ada()
                .get(course.learners() + "/new")
                .ok()
                .form("form:has(select#group)")
                .submit()
                .ok()
                .has("2 people will be enrolled")
                .form("/new/enrolment")
                .submit()
                .follow()
                .ok()
                .has("2 people were enrolled");
        cast.ada().post(course.learners() + "/new").is(422).has("Name at least one person");
    }

    @Test
    void theTableIsTakenAlong() {
        Browser evil = cast.also("=1+1 Formula", Role.LEARNER);
        course.enrol(evil.person());
        Answer csv = cast.ada().get(course.learners() + "/download?format=csv").ok();
        String text = new String(csv.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").contains("'=1+1 Formula").contains("not opened");
        Answer xlsx =
                cast.ada().get(course.learners() + "/download?format=xlsx").ok();
        assertThat(xlsx.bytes()).startsWith('P', 'K');
        cast.ben().get(course.learners() + "/download?format=csv").is(403);
    }

    @Test
    void anAnnouncementSentTwiceIsToldOnce() throws Exception {
        course.enrol(cast.ben().person());
        Form form = cast.ada()
                .get("/courses/" + course.id() + "/announcements")
                .form("/announcements")
                .set("subject", "Tomorrow")
                .set("text", "We meet at nine.");
        try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> click = () -> form.submit().status();
            for (Future<Integer> one : clicks.invokeAll(List.of(click, click, click))) {
                assertThat(one.get()).isEqualTo(303);
            }
        }
        String notices = cast.ben().get("/notices").ok().text();
        assertThat(notices.split("We meet at nine", -1)).hasSize(2);
        form.set("text", "We meet at ten.").submit().is(303);
        cast.ben().get("/notices").ok().has("We meet at ten.");
    }

    @Test
    void anAnnouncementReachesTheCourse() {
        course.enrol(cast.ben().person());
        cast.ada()
                .get("/courses/" + course.id() + "/announcements")
                .ok()
                .form("/announcements")
                .set("subject", "Tomorrow")
                .set("text", "We meet at nine.")
                .submit()
                .follow()
                .ok()
                .has("One person is told");
        cast.ben().get("/notices").ok().has("Tomorrow");
        cast.ben().get("/learn/" + course.id() + "/announcements").ok().has("We meet at nine.");
        cast.chi().get("/learn/" + course.id() + "/announcements").is(404);
    }

    @Test
    void dueDatesAreRemindedOfOnce() {
        cast.run(() -> {
            Enrolments enrolments = cast.program().get(Enrolments.class);
            enrolments.due(
                    enrolments.enrol(course.id(), cast.ben().person(), "manager"),
                    java.util.Optional.of(LocalDate.now(ZoneOffset.UTC).plusDays(6)));
        });
        DueReminders reminders = cast.program().get(DueReminders.class);
        reminders.remind(cast.space().id());
        reminders.remind(cast.space().id());
        assertThat(cast.ben().get("/notices").ok().all("main li").eachText())
                .filteredOn(text -> text.contains("is due on"))
                .hasSize(1);
    }
}
