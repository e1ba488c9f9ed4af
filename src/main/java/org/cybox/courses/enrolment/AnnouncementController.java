package org.cybox.courses.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Title;
import org.cybox.courses.authoring.CourseHead;
import org.cybox.courses.enrolment.LearnerStore.GroupName;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What trainers announce to the people of a course. */
@Controller
class AnnouncementController {

    private final Announcements announcements;
    private final Courses courses;
    private final Enrolments enrolments;
    private final LearnerStore store;

    AnnouncementController(Announcements announcements, Courses courses, Enrolments enrolments, LearnerStore store) {
        this.announcements = announcements;
        this.courses = courses;
        this.enrolments = enrolments;
        this.store = store;
    }

    public record AnnouncementsPage(
            UUID course,
            CourseHead head,
            List<Said> list,
            List<GroupName> groups,
            boolean limited,
            List<String> languages,
            Typed typed,
            String field,
            String problem)
            implements Page {

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    public record Typed(String subject, String text, String group, String language) {}

    /** @param group its name, or blank for everybody */
    public record Said(
            String title, String body, String language, String direction, String group, String by, Instant at) {}

    /** As a learner reads them. */
    public record NoticeboardPage(UUID course, Title title, List<Said> list) implements Page {}

    @GetMapping("/courses/{course}/announcements")
    @Allow(Who.TRAINER)
    AnnouncementsPage list(@PathVariable UUID course, Visitor visitor, Space space) {
        Course here = courses.runBy(visitor, course);
        return page(here, visitor, space, new Typed("", "", "", visitor.language()), "", "");
    }

    @PostMapping("/courses/{course}/announcements")
    @Allow(Who.TRAINER)
    Object announce(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String language,
            Visitor visitor,
            Space space,
            T t) {
        Course here = courses.runBy(visitor, course);
        Typed typed = new Typed(subject, text, group, Languages.valid(language) ? language : visitor.language());
        try {
            int told = announcements.announce(visitor, here, typed);
            return Redirect.to("/courses/" + course + "/announcements").saying("enrolment.announced", told);
        } catch (Refused refused) {
            return page(here, visitor, space, typed, refused.field(), refused.text(t));
        }
    }

    @GetMapping("/learn/{course}/announcements")
    @Allow(Who.LEARNER)
    NoticeboardPage read(@PathVariable UUID course, Visitor visitor) {
        Enrolment mine = enrolments
                .of(course, visitor.person())
                .filter(Enrolment::learning)
                .orElseThrow(NotFound::new);
        return new NoticeboardPage(
                course, Title.of(courses.get(course).title(), visitor.language()), announcements.forLearner(mine));
    }

    private AnnouncementsPage page(
            Course course, Visitor visitor, Space space, Typed typed, String field, String problem) {
        return new AnnouncementsPage(
                course.id(),
                CourseHead.of(course, visitor),
                announcements.ofCourse(course.id(), visitor),
                store.groups(visitor),
                visitor.onlyOwnGroups(),
                Optional.of(space.languages()).filter(all -> !all.isEmpty()).orElse(List.of("en")),
                typed,
                field,
                problem);
    }
}
