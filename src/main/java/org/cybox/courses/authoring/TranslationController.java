package org.cybox.courses.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cybox.courses.Activity;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Draft;
import org.cybox.courses.Kinds;
import org.cybox.courses.Section;
import org.cybox.courses.Title;
import org.cybox.courses.WordsIn;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How far each language of a course is. */
@Controller
@RequestMapping("/courses/{course}/translations")
@Allow(Who.TRAINER)
class TranslationController {

    private final Courses courses;
    private final Kinds kinds;

    TranslationController(Courses courses, Kinds kinds) {
        this.courses = courses;
        this.kinds = kinds;
    }

    public record TranslationsPage(CourseHead head, String original, List<Language> languages) implements Page {}

    /** @param todo what has gaps or is out of date */
    public record Language(String tag, int translated, int total, int outdated, List<Todo> todo) {}

    /** @param about blank for the course itself */
    public record Todo(Title about, int missing, int outdated, String address) {}

    @GetMapping
    TranslationsPage progress(@PathVariable UUID course, Visitor visitor) {
        Course found = courses.editableBy(visitor, course);
        Draft draft = courses.draft(found);
        return new TranslationsPage(
                CourseHead.of(found, visitor),
                found.language(),
                found.languageList().stream()
                        .skip(1)
                        .map(tag -> language(tag, draft, visitor.language()))
                        .toList());
    }

    private Language language(String tag, Draft draft, String reader) {
        Tally tally = new Tally(tag);
        Course course = draft.course();
        String here = "/courses/" + course.id();
        tally.add(Title.of(Words.NONE, reader), WordsIn.course(course), here + "/settings?to=" + tag);
        for (Section section : draft.sections()) {
            String address = here + "/sections/" + section.id() + "?to=" + tag;
            tally.add(Title.of(section.title(), reader), WordsIn.section(section), address);
            for (Activity activity : draft.in(section)) {
                tally.add(Title.of(activity.title(), reader), WordsIn.activity(activity), edit(activity, tag));
            }
        }
        return tally.result();
    }

    private String edit(Activity activity, String tag) {
        String settings = "/courses/" + activity.courseId() + "/activities/" + activity.id() + "/settings";
        return kinds.find(activity.kind())
                        .map(kind -> kind.editAddress(activity.courseId(), activity.id()))
                        .orElse(settings)
                + "?to="
                + tag;
    }

    /** Counts one language over everything there is to read. */
    private static final class Tally {

        private final String tag;
        private final List<Todo> todo = new ArrayList<>();
        private int total;
        private int translated;
        private int outdated;

        Tally(String tag) {
            this.tag = tag;
        }

        void add(Title about, List<Words> texts, String address) {
            List<Words> there = texts.stream()
                    .filter(words -> !words.exactly(words.original()).isBlank()
                            && !words.original().equals(tag))
                    .toList();
            int done = (int) there.stream()
                    .filter(words -> !words.exactly(tag).isBlank())
                    .count();
            int old = (int) there.stream().filter(words -> words.outdated(tag)).count();
            total += there.size();
            translated += done;
            outdated += old;
            if (done < there.size() || old > 0) {
                todo.add(new Todo(about, there.size() - done, old, address));
            }
        }

        Language result() {
            return new Language(tag, translated, total, outdated, List.copyOf(todo));
        }
    }
}
