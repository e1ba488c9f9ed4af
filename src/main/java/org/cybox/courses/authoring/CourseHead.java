package org.cybox.courses.authoring;

import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Title;
import org.cybox.platform.web.Visitor;

/**
 * What stands above every page of a course that one writes or runs.
 *
 * @param state draft, open, archived or binned
 * @param sealed run as it was offered
 * @param release number of the release that new learners get, 0 when there is none
 */
public record CourseHead(UUID id, Title title, String state, boolean sealed, int release) {

    public static CourseHead of(Course course, Visitor visitor) {
        return new CourseHead(
                course.id(),
                Title.of(course.title(), visitor.language()),
                course.state(),
                course.sealed(),
                course.releaseNumber());
    }

    public String address() {
        return "/courses/" + id;
    }
}
