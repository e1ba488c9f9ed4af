package org.cybox.courses.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.cybox.courses.CourseFixture;
import org.cybox.testing.Answer;
import org.cybox.testing.Cast;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.Test;

class EntryTest {

    private final Cast cast = Cast.open();

    @Test
    void aLearnerJoinsAnOpenCourseOnce() {
        CourseFixture course = CourseFixture.in(cast, "Open")
                .page("One", "view", "<p>One.</p>")
                .dueAfter(10)
                .publish();
        Answer entry = cast.ben()
                .get(course.catalogue())
                .ok()
                .has("You can join at once")
                .has("Part one");
        entry.form("/enrolment").submit().follow().ok().has("You are in");
        assertThat(course.enrolment(cast.ben().person()).dueOn())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(10));
        cast.ben().post(course.catalogue() + "/enrolment").follow().ok().has("in this course already");
        cast.ben().get(course.catalogue()).ok().has("You are in this course");
        assertThat(Statements.least(() -> cast.ben().get(course.catalogue()))).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aKeyIsNeededAndCannotBeGuessed() {
        CourseFixture course = CourseFixture.in(cast, "Keyed")
                .page("One", "view", "<p>One.</p>")
                .byKey("open sesame")
                .publish();
        for (int n = 0; n < 5; n++) {
            cast.ben()
                    .post(course.catalogue() + "/enrolment", "key", "guess " + n)
                    .is(422)
                    .has("That is not the key");
        }
        cast.ben()
                .post(course.catalogue() + "/enrolment", "key", "open sesame")
                .is(429)
                .has("Too many wrong keys");
        cast.chi()
                .post(course.catalogue() + "/enrolment", "key", " open sesame ")
                .follow()
                .ok()
                .has("You are in");
    }

    @Test
    void aRequestIsDecidedByATrainer() {
        CourseFixture course = CourseFixture.in(cast, "Asked")
                .page("One", "view", "<p>One.</p>")
                .byApproval()
                .publish();
        cast.ben()
                .get(course.catalogue())
                .ok()
                .form("/enrolment")
                .set("message", "For my work")
                .submit()
                .follow()
                .ok()
                .has("waits for a decision");
        assertThat(cast.ben().get(course.learn()).location()).isEqualTo(course.catalogue());
        cast.ada().get("/notices").ok().has("asks to join");
        cast.ada().get(course.learners() + "?state=requested").ok().has("For my work");
        String id = course.enrolment(cast.ben().person()).id().toString();
        cast.ada()
                .post(course.learners() + "/selection/admit", "ids", id)
                .follow()
                .ok()
                .has("One person was enrolled");
        cast.ben().get("/notices").ok().has("You are in");
        cast.ben().get(course.learn("One")).ok();
    }

    @Test
    void aRefusalSaysWhy() {
        CourseFixture course = CourseFixture.in(cast, "Refused")
                .page("One", "view", "<p>One.</p>")
                .byApproval()
                .publish();
        cast.ben().post(course.catalogue() + "/enrolment", "message", "").is(303);
        String id = course.enrolment(cast.ben().person()).id().toString();
        cast.ada()
                .post(course.learners() + "/selection/withdraw", "ids", id)
                .is(422)
                .has("Give a reason");
        cast.ada()
                .post(course.learners() + "/selection/withdraw", "ids", id, "reason", "Judges only")
                .is(303);
        cast.ben().get(course.catalogue()).ok().has("Your request was declined").has("Judges only");
    }

    @Test
    void whatIsOverOrClosedSaysSo() {
        CourseFixture over = CourseFixture.in(cast, "Over")
                .page("One", "view", "<p>One.</p>")
                .until(LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .publish();
        cast.ben().get(over.catalogue()).ok().has("The time to enrol in this course has passed");
        cast.ben().post(over.catalogue() + "/enrolment").is(422);
        CourseFixture closed = CourseFixture.in(cast, "Closed")
                .page("One", "view", "<p>One.</p>")
                .byManager()
                .publish();
        cast.ben().get(closed.catalogue()).ok().has("Learners do not join this course by themselves");
        cast.ben().post(closed.catalogue() + "/enrolment").is(422);
        cast.stranger().get(closed.catalogue()).is(404);
    }

    @Test
    void aStrangerSeesWhatIsOpenToAnyoneAndIsLedToSignIn() {
        CourseFixture course = CourseFixture.in(cast, "Seen by all")
                .page("One", "view", "<p>Secret.</p>")
                .publish();
        CourseFixture.in(cast, "Members only")
                .page("One", "view", "<p>One.</p>")
                .forMembers()
                .publish();
        cast.stranger().get("/catalogue").ok().has("Seen by all").hasNot("Members only");
        Answer entry = cast.stranger()
                .get(course.catalogue())
                .ok()
                .has("Sign in to join")
                .hasNot("Secret.");
        assertThat(entry.one(".next a.button").attr("href")).contains("catalogue");
        cast.ben().get("/catalogue").ok().has("Members only");
        cast.trudy().get(course.catalogue()).is(404);
        cast.trudy().get("/catalogue").ok().hasNot("Seen by all");
    }

    @Test
    void theCatalogueIsSearchedByBeginningsOfWords() {
        CourseFixture.in(cast, "Électronique evidence")
                .page("One", "view", "<p>One.</p>")
                .publish();
        CourseFixture.in(cast, "Open sources")
                .page("One", "view", "<p>One.</p>")
                .byKey("k")
                .publish();
        cast.ben().get("/catalogue?q=elec").ok().has("Électronique").hasNot("Open sources");
        cast.ben().get("/catalogue?q=evi+ele").ok().has("Électronique");
        cast.ben().get("/catalogue?q=ronique").ok().has("Nothing fits");
        cast.ben().get("/catalogue?joining=key").ok().has("Open sources").hasNot("Électronique");
        cast.ben().get("/catalogue?language=ar").ok().has("Nothing fits");
        assertThat(Statements.least(() -> cast.ben().get("/catalogue"))).hasSizeLessThanOrEqualTo(3);
    }
}
