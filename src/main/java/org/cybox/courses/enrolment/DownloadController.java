package org.cybox.courses.enrolment;

import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Sheet;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The table to take along, in the present filter. A long one is made by a job that one follows. */
@Controller
class DownloadController {

    static final int AT_ONCE = 500;

    private final Courses courses;
    private final Learners learners;
    private final LearnersSheet sheet;
    private final Jobs jobs;

    DownloadController(Courses courses, Learners learners, LearnersSheet sheet, Jobs jobs) {
        this.courses = courses;
        this.learners = learners;
        this.sheet = sheet;
        this.jobs = jobs;
    }

    @GetMapping("/courses/{course}/learners/download")
    @Allow(Who.TRAINER)
    @org.cybox.platform.web.Writes
    ResponseEntity<?> download(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam Map<String, String> asked,
            Visitor visitor,
            T t) {
        Course here = courses.runBy(visitor, course);
        LearnerFilter filter = LearnerFilter.of(asked).fromStart();
        String kind = Sheet.kind(format);
        if (learners.page(course, filter, visitor, AT_ONCE + 1).size() > AT_ONCE) {
            UUID job = jobs.follow(
                    DownloadTask.KIND,
                    Json.write(new DownloadTask.Order(
                            course,
                            kind,
                            filter.parameters(),
                            visitor.person(),
                            visitor.onlyOwnGroups(),
                            visitor.language())),
                    visitor.person());
            return ResponseEntity.status(303)
                    .header(HttpHeaders.LOCATION, "/jobs/" + job)
                    .build();
        }
        return Sheet.download(sheet.of(here, filter, visitor, t).as(kind), "learners", kind);
    }
}
