package org.cybox.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cybox.courses.MadeCourse.Part;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

/** A course that Ben is half through, one that is offered to other institutions, and a draft. */
class CourseSeed implements RobotSeed {

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        MadeCourse course = MadeCourse.by(
                        cast,
                        marker.open("course"),
                        marker.open("section"),
                        marker.secret("trainernotes"),
                        Part.page(marker.open("lesson"), "<p>" + marker.secret("lessontext") + "</p>"),
                        Part.page(marker.open("nextlesson"), "<p>" + marker.secret("nexttext") + "</p>"))
                .enrol(cast.ben().person());
        course.does(cast.ben().person(), course.blocks().getFirst());
        MadeCourse offered = MadeCourse.by(
                cast,
                marker.published("offered"),
                marker.published("section"),
                marker.published("notes"),
                Part.page(marker.published("lesson"), "<p>" + marker.published("text") + "</p>"));
        cast.run(() -> cast.program()
                .get(Offers.class)
                .put(cast.program().get(Courses.class).get(offered.id()), offered.release()));
        return samples(cast, course.id(), course.blocks().getLast());
    }

    private static List<Sample> samples(Cast cast, UUID course, UUID block) {
        Browser ben = cast.ben();
        List<Sample> all = new ArrayList<>();
        all.add(new Sample("front page of a space", cast.stranger(), "/", 3));
        all.add(new Sample("catalogue for a stranger", cast.stranger(), "/catalogue", 3));
        all.add(new Sample("course for a stranger", cast.stranger(), "/catalogue/" + course, 3));
        all.add(new Sample("home of a learner", ben, "/learn", 3));
        all.add(new Sample("catalogue", ben, "/catalogue", 3));
        all.add(new Sample("course", ben, "/learn/" + course, 3));
        all.add(new Sample("table of learners", cast.ada(), "/courses/" + course + "/learners?sort=-score", 4));
        all.add(new Sample("matrix of learners", cast.ada(), "/courses/" + course + "/learners?view=matrix", 5));
        all.add(new Sample("lesson", ben, "/learn/" + course + "/" + block, 3));
        return all;
    }
}
