package org.cybox.courses.authoring;

import java.util.UUID;
import org.cybox.courses.Courses;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A course put away and brought back. */
@Controller
@RequestMapping("/courses/{course}")
@Allow(Who.TRAINER)
class CourseStateController {

    private final Courses courses;

    CourseStateController(Courses courses) {
        this.courses = courses;
    }

    @PostMapping("/archive")
    Redirect archive(@PathVariable UUID course, Visitor visitor) {
        courses.archive(visitor, course);
        return Redirect.to("/courses/" + course).saying("courses.archived");
    }

    @PostMapping("/reopen")
    Redirect reopen(@PathVariable UUID course, Visitor visitor) {
        courses.reopen(visitor, course);
        return Redirect.to("/courses/" + course).saying("courses.reopened");
    }

    @PostMapping("/bin")
    Redirect bin(@PathVariable UUID course, Visitor visitor) {
        try {
            courses.bin(visitor, course);
        } catch (Refused e) {
            return Redirect.to("/courses/" + course).warning("courses.bin.learners");
        }
        return Redirect.to("/courses?state=binned").saying("courses.binned");
    }

    @PostMapping("/return")
    Redirect restore(@PathVariable UUID course, Visitor visitor) {
        courses.restore(visitor, course);
        return Redirect.to("/courses/" + course).saying("courses.restored");
    }
}
