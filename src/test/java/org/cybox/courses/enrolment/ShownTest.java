package org.cybox.courses.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import org.cybox.courses.CourseFixture;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Form;
import org.cybox.testing.Screen;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownTest {

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Evidence")
            .page("One", "view", "<p>One.</p>")
            .page("Two", "button", "<p>Two.</p>")
            .page("Three", "button", "<p>Three.</p>")
            .publish();
    private final CourseFixture other =
            CourseFixture.in(cast, "Other").page("Four", "view", "<p>Four.</p>").publish();

    @BeforeEach
    void benLearns() {
        course.enrol(cast.ben().person());
        other.enrol(cast.ben().person());
        course.does(cast.ben().person(), "Two");
    }

    private static Form choice(Answer page) {
        return page.form("/learners/columns").clear("show").clear("activity");
    }

    private Answer choose() {
        return choice(cast.ada().get(course.learners() + "?q=ben&view=matrix").ok())
                .tick("show", "score")
                .tick("show", "enrolled")
                .tick("activity", Shown.end(course.block("Two")))
                .submit()
                .is(303)
                .follow()
                .ok();
    }

    @Test
    void whatWasChosenStandsInTheAddressAndIsRemembered() {
        Answer matrix = choose();
        assertThat(matrix.address()).contains("columns=score.enrolled", "q=ben", "view=matrix");
        assertThat(matrix.all("thead th")).hasSize(2);
        assertThat(matrix.one("thead abbr").attr("title")).isEqualTo("Two");

        Answer list = cast.ada().get(course.learners()).ok();
        assertThat(list.all("thead th[scope=col]").eachText()).containsExactly("Name", "Score", "Enrolled on");
        assertThat(cast.ada().get(course.learners() + "?view=matrix").ok().all("thead th"))
                .hasSize(2);
        assertThat(Statements.least(() -> cast.ada().get(course.learners()))).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void anotherCourseIsSuggestedTheColumnsAndAnotherPersonNothing() {
        choose();
        assertThat(cast.ada()
                        .get(other.learners())
                        .ok()
                        .all("thead th[scope=col]")
                        .eachText())
                .containsExactly("Name", "Score", "Enrolled on");
        assertThat(cast.ada().get(other.learners() + "?view=matrix").ok().all("thead abbr"))
                .hasSize(1);
        assertThat(cast.chi().get(course.learners()).ok().all("thead th[scope=col]"))
                .hasSize(6);
    }

    @Test
    void anAddressSaysMoreThanTheMemory() {
        choose();
        Answer page = cast.ada().get(course.learners() + "?columns=due").ok();
        assertThat(page.all("thead th[scope=col]").eachText()).containsExactly("Name", "Due");
    }

    @Test
    void theChoiceIsTakenBack() {
        choose();
        choice(cast.ada().get(course.learners()).ok()).submit("usual").follow().ok();
        assertThat(cast.ada().get(course.learners()).ok().all("thead th[scope=col]"))
                .hasSize(6);
    }

    @Test
    void theDownloadHasWhatWasChosenAndElseEverything() {
        String all =
                cast.ada().get(course.learners() + "/download?format=csv").ok().body();
        assertThat(all).contains("State", "Completed on", "One", "Two", "Three");
        String address = choose().one("a[href*='format=csv']").attr("href");
        String chosen = cast.ada().get(address).ok().body();
        assertThat(chosen.lines().findFirst().orElseThrow().replace("\uFEFF", ""))
                .isEqualTo("Name,E-mail or user name,Points in per cent,Enrolled on,Two,Two – Points");
        assertThat(chosen).contains("Ben Learner").contains(",done,");
    }

    @Test
    void onlyThoseWhoRunTheCourseChoose() {
        cast.ben().post(course.learners() + "/columns", "show", "score").is(403);
        cast.mallory().post(course.learners() + "/columns", "show", "score").is(404);
    }

    @Test
    void theChoiceIsUsableByKeyboardOnAPhoneAndInArabic() {
        try (Screen ada = Screen.of(cast.ada());
                Screen phone = Screen.of(cast.ada()).phone().reading("ar").dark()) {
            ada.go(course.learners());
            ada.page().locator("details.fold > summary").first().focus();
            ada.page().keyboard().press("Enter");
            ada.picture("learners-columns");
            Axe.check(ada.page());
            phone.go(course.learners());
            phone.page().locator("details.fold > summary").first().click();
            phone.picture("learners-columns-ar-dark-phone");
            Axe.check(phone.page());
            phone.fits();
        }
    }
}
