package org.cybox.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.MadeCourse;
import org.cybox.courses.MadeCourse.Part;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

/** A course with a test that Ben has handed in once and begun again. */
class AssessmentSeed implements RobotSeed {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        TestContent content = new TestContent(
                "practice",
                null,
                null,
                null,
                null,
                true,
                true,
                5,
                "afterSubmit",
                List.of(
                        new ShortAnswer(
                                "q1",
                                "o1",
                                BigDecimal.ONE,
                                Questions.en("<p>" + marker.secret("prompt") + "</p>"),
                                Questions.en(marker.secret("feedback")),
                                Map.of("en", List.of(marker.secret("key")))),
                        Questions.single("q2")));
        MadeCourse course = MadeCourse.by(
                        cast,
                        marker.open("testcourse"),
                        marker.open("testsection"),
                        marker.secret("testnotes"),
                        new Part("test", marker.open("test"), "submit", content.json()))
                .enrol(cast.ben().person());
        UUID block = course.blocks().getFirst();
        String test = "/learn/" + course.id() + "/tests/" + block;
        String first = begin(cast.ben(), test);
        cast.ben()
                .json(
                        "PUT",
                        first + "/answers/q1",
                        Map.of("values", List.of(marker.secret("answer")), "noted", System.currentTimeMillis()))
                .ok();
        cast.ben().post(first + "/submission").is(303);
        String second = begin(cast.ben(), test);
        return List.of(
                new Sample("test", cast.ben(), test, 6),
                new Sample("result", cast.ben(), first + "/result", 9),
                new Sample("attempt", cast.ben(), second, 3),
                new Sample("results of a course", cast.ada(), "/courses/" + course.id() + "/outcomes", 6));
    }

    private static String begin(Browser ben, String test) {
        return ben.post(test + "/attempts").is(303).location();
    }
}
