package org.cybox.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cybox.courses.Activity;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Drafts;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;

class EditorTest {

    private final Cast cast = Cast.open();
    private final Visitor author = new Visitor(
            cast.ada().account(),
            cast.ada().person(),
            UUID.randomUUID(),
            "Ada",
            java.util.Optional.of(Role.TRAINER),
            false,
            false,
            "en",
            false);
    private final Course course = cast.in(() -> Program.bean(Courses.class).make(author, "Evidence", "en,fr", "3"));
    private final Activity activity = cast.in(() -> {
        Drafts drafts = Program.bean(Drafts.class);
        UUID section =
                drafts.addSection(author, course.id(), "section", "Part one").id();
        return drafts.addActivity(author, course.id(), section, "test", "Final test");
    });
    private final String here = "/courses/" + course.id() + "/tests/" + activity.id();

    private TestContent content() {
        return TestContent.read(cast.in(() -> Program.bean(Courses.class).activity(author, course.id(), activity.id()))
                .content());
    }

    private Answer add(Browser person, String kind) {
        return person.get(here)
                .ok()
                .form("[action$='/questions']")
                .set("kind", kind)
                .submit()
                .is(303)
                .follow()
                .ok();
    }

    @Test
    void anAuthorWritesAQuestionInTwoLanguages() {
        Answer page = add(cast.ada(), "single");
        page.form("/questions/q1")
                .set("prompt.en", "<p>Which <script>alert(1)</script>one?</p>")
                .set("key", "c1")
                .set("part-c1.en", "This")
                .set("part-c2.en", "That")
                .set("told-c2.en", "Not that")
                .set("feedback.en", "So it is")
                .set("points", "1,5")
                .submit("button.primary")
                .is(303);
        assertThat(content().question("q1")).get().satisfies(question -> {
            assertThat(question.prompt().in("en")).isEqualTo("<p>Which one?</p>");
            assertThat(question.worth()).isEqualTo(150);
            assertThat(question.key()).isEqualTo(Given.of("c1"));
        });
        cast.ada().get(here).ok().has("empty choice");

        Answer french = cast.ada().get(here + "/questions/q1?to=fr").ok();
        french.form("/questions/q1")
                .set("part-c1.fr", "Ceci")
                .submit("Remove choice 3")
                .is(303)
                .follow()
                .ok();
        ChoiceQuestion question = (ChoiceQuestion) content().question("q1").orElseThrow();
        assertThat(question.choices()).hasSize(2);
        assertThat(question.choices().getFirst().text().in("fr")).isEqualTo("Ceci");

        cast.ada()
                .get(here + "/questions/q1")
                .form("/questions/q1")
                .set("part-c1.en", "This one")
                .submit("button.primary")
                .is(303);
        cast.ada().get(here + "/questions/q1?to=fr").ok().has("has changed");
        assertThat(content().problems()).isEmpty();
    }

    @Test
    void everyKindCanBeWritten() {
        for (String kind : Question.KINDS) {
            Answer page = add(cast.ada(), kind);
            page.form("/questions/q")
                    .set("prompt.en", "<p>Asked</p>")
                    .submit("button.primary")
                    .is(303)
                    .follow()
                    .ok()
                    .has("Asked");
        }
        assertThat(content().questions()).extracting(Question::kind).isEqualTo(Question.KINDS);
        assertThat(content().questions())
                .extracting(Question::id)
                .containsExactly("q1", "q2", "q3", "q4", "q5", "q6", "q7");
        cast.ada()
                .get(here + "/preview")
                .ok()
                .has("Asked")
                .form("/preview")
                .submit("button.primary")
                .ok()
                .has("0 of 7");
    }

    @Test
    void partsAreAddedAndPutInOrder() {
        add(cast.ada(), "ordering")
                .form("/questions/q1")
                .set("prompt.en", "<p>Order</p>")
                .set("part-i1.en", "Second")
                .set("part-i2.en", "First")
                .set("part-i3.en", "Third")
                .set("place-i1", "2")
                .set("place-i2", "1")
                .submit("Add one")
                .is(303)
                .follow()
                .ok();
        Ordering question = (Ordering) content().question("q1").orElseThrow();
        assertThat(question.items()).extracting(Ordering.Item::id).containsExactly("i2", "i1", "i3", "i4");
    }

    @Test
    void questionsAreMovedCopiedAndDeleted() {
        add(cast.ada(), "trueFalse");
        add(cast.ada(), "numeric");
        Answer page = cast.ada().get(here).ok();
        String revision = page.one("input[name=revision]").attr("value");
        cast.ada()
                .post(here + "/order", "revision", revision, "order", "q1", "order", "q2", "move", "q2:up")
                .is(303);
        assertThat(content().questions()).extracting(Question::id).containsExactly("q2", "q1");
        cast.ada().get(here).form("/questions/q2/copies").submit().is(303);
        assertThat(content().questions()).extracting(Question::id).containsExactly("q2", "q3", "q1");
        cast.ada().get(here).form("/questions/q2/removal").submit().is(303);
        assertThat(content().questions()).extracting(Question::id).containsExactly("q3", "q1");
    }

    @Test
    void theRulesAreSet() {
        cast.ada()
                .get(here)
                .form("/settings")
                .set("purpose", "post")
                .set("timeLimitMinutes", "40")
                .set("attempts", "3")
                .set("passMark", "70")
                .set("questionsPerPage", "")
                .set("feedback", "afterPass")
                .clear("shuffleAnswers")
                .submit()
                .is(303);
        TestContent content = content();
        assertThat(content.purpose()).isEqualTo("post");
        assertThat(content.timeLimitMinutes()).isEqualTo(40);
        assertThat(content.questionsPerPage()).isNull();
        assertThat(content.shuffleAnswers()).isFalse();
        assertThat(content.feedback()).isEqualTo("afterPass");
    }

    @Test
    void theSecondOfTwoAuthorsIsShownBothAndLosesNothing() {
        add(cast.ada(), "shortAnswer");
        Answer mine = cast.ada().get(here + "/questions/q1").ok();
        Answer theirs = cast.chi().get(here + "/questions/q1").ok();
        theirs.form("/questions/q1")
                .set("prompt.en", "<p>Theirs</p>")
                .submit("button.primary")
                .is(303);
        Answer both = mine.form("/questions/q1")
                .set("prompt.en", "<p>Mine</p>")
                .submit("button.primary")
                .is(409);
        assertThat(both.body()).contains("Theirs").contains("Mine");
        both.form("/questions/q1").submit("button.primary").is(303);
        assertThat(content().question("q1").orElseThrow().prompt().in("en")).isEqualTo("<p>Mine</p>");
    }

    @Test
    void learnersAndStrangersWriteNothing() {
        add(cast.ada(), "numeric");
        for (String path : new String[] {here, here + "/questions/q1", here + "/preview"}) {
            cast.ben().get(path).is(403);
            cast.mallory().get(path).is(404);
            cast.stranger().get(path).is(303);
        }
        cast.ben().post(here + "/questions", "revision", "1", "kind", "single").is(403);
        cast.mallory()
                .post(here + "/questions", "revision", "1", "kind", "single")
                .is(404);
    }
}
