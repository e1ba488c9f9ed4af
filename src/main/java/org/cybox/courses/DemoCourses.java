package org.cybox.courses;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.demo.DemoContent;
import org.cybox.platform.files.Files;
import org.cybox.platform.web.Space;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The courses of the demonstration: each institution's own, and all of them in the programme's space. */
@Component
@Order(10)
class DemoCourses implements DemoContent {

    private static final String JUDICIAL = "judicial-introduction";
    private static final String RESPONDERS = "first-responders";
    private static final String OPEN_SOURCE = "open-source-intelligence";

    private static final Map<String, List<String>> WHERE = Map.of(
            "academy", List.of(JUDICIAL),
            "police", List.of(RESPONDERS, OPEN_SOURCE),
            "programme", List.of(JUDICIAL, RESPONDERS, OPEN_SOURCE));

    private final Courses courses;
    private final Offers offers;
    private final CourseStore store;
    private final Importing importing;
    private final Files files;
    private final Work work;

    DemoCourses(Courses courses, Offers offers, CourseStore store, Importing importing, Files files, Work work) {
        this.courses = courses;
        this.offers = offers;
        this.store = store;
        this.importing = importing;
        this.files = files;
        this.work = work;
    }

    @Override
    public String name() {
        return "courses";
    }

    @Override
    public void load(Map<String, Space> spaces) {
        spaces.forEach((slug, space) -> WHERE.getOrDefault(slug, List.of())
                .forEach(code -> work.doInTenant(space.id(), () -> load(code, space))));
    }

    private void load(String code, Space space) {
        SeedCourse seed = new SeedCourse(code, files);
        String title = seed.title().toLowerCase(Locale.ROOT);
        boolean there = store.list("open", title, "", new UUID(0, 0), 50).stream()
                .anyMatch(course -> course.title().in(course.language()).equals(seed.title()));
        if (there) {
            return;
        }
        Draft draft = importing.create(seed.read(), Map.of(), Packages.Identity.NEW, null, Course.Origin.OWN);
        Release release = importing.publish(draft, "");
        if (space.programme()) {
            offers.put(courses.get(draft.course().id()), release);
        }
    }
}
