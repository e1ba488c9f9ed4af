package org.cybox.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.cybox.testing.Cast;

/**
 * A course that Ada makes and publishes by the doors, for tests that need one and are not about making it.
 *
 * @param blocks its activities in order
 */
public record MadeCourse(Cast cast, UUID id, Release release, List<UUID> blocks) {

    /** An activity to be. @param content as its kind keeps it */
    public record Part(String kind, String title, String completion, String content) {

        public static Part page(String title, String html) {
            return new Part(
                    "page", title, "view", Json.write(new Material(Words.of("en", html), null, null, Words.NONE)));
        }
    }

    public static MadeCourse by(Cast cast, String title, String section, String notes, Part... parts) {
        return cast.in(() -> make(cast, title, section, notes, List.of(parts)));
    }

    private static MadeCourse make(Cast cast, String title, String section, String notes, List<Part> parts) {
        Courses courses = cast.program().get(Courses.class);
        Drafts drafts = cast.program().get(Drafts.class);
        Visitor ada = cast.ada().visitor(Role.TRAINER);
        UUID id = courses.make(ada, title, "en,fr", "6").id();
        Section first = drafts.addSection(ada, id, "section", section);
        drafts.saveSection(ada, first.noting(Words.of("en", notes), new Section.FileIds(List.of())));
        List<UUID> blocks = new ArrayList<>();
        for (Part part : parts) {
            Activity activity = drafts.addActivity(ada, id, first.id(), part.kind(), part.title());
            courses.saveContent(
                    ada,
                    activity.saying(activity.title(), part.content())
                            .ruled(10, part.completion(), Activity.Blocks.NONE));
            blocks.add(activity.id());
        }
        Release release = courses.publish(ada, id, "");
        return new MadeCourse(cast, id, release, List.copyOf(blocks));
    }

    public MadeCourse enrol(UUID person) {
        cast.run(() -> cast.program().get(Enrolments.class).enrol(id, person, "manager"));
        return this;
    }

    /** The learner does a block, by the door. */
    public void does(UUID person, UUID block) {
        cast.run(() -> {
            Learning learning = cast.program().get(Learning.class);
            Enrolment enrolment =
                    cast.program().get(Enrolments.class).of(id, person).orElseThrow();
            Lesson lesson = learning.lesson(enrolment, block);
            learning.open(lesson);
            learning.complete(lesson);
        });
    }
}
