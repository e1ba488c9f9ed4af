package org.cybox.courses.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cybox.courses.Activity;
import org.cybox.courses.Courses;
import org.cybox.courses.Drafts;
import org.cybox.courses.Kinds;
import org.cybox.courses.Title;
import org.cybox.courses.WordsIn;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.files.Html;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was saved of an activity before, and bringing it back. */
@Controller
@RequestMapping("/courses/{course}/activities/{activity}/history")
@Allow(Who.TRAINER)
class HistoryController {

    private final Courses courses;
    private final Drafts drafts;
    private final Kinds kinds;
    private final People people;

    HistoryController(Courses courses, Drafts drafts, Kinds kinds, People people) {
        this.courses = courses;
        this.drafts = drafts;
        this.kinds = kinds;
        this.people = people;
    }

    public record HistoryPage(CourseHead head, ActivityHead activity, List<Line> lines) implements Page {}

    /** @param texts sanitised HTML in the language of the title; @param who who saved it */
    public record Line(UUID id, int revision, Title title, List<String> texts, String who, Instant at) {}

    @GetMapping
    HistoryPage history(@PathVariable UUID course, @PathVariable UUID activity, Visitor visitor, T t) {
        Activity found = courses.activity(visitor, course, activity);
        List<Drafts.Earlier> all = drafts.history(found);
        Map<UUID, Person> authors = people.all(all.stream()
                .map(Drafts.Earlier::changedBy)
                .filter(Objects::nonNull)
                .toList());
        return new HistoryPage(
                CourseHead.of(courses.get(course), visitor),
                ActivityHead.of(found, kinds, visitor),
                all.stream().map(one -> line(one, authors, visitor, t)).toList());
    }

    private static Line line(Drafts.Earlier earlier, Map<UUID, Person> authors, Visitor visitor, T t) {
        UUID by = earlier.changedBy();
        Person person = by == null ? null : authors.get(by);
        String who = by == null
                ? t.of("courses.history.program")
                : person == null ? t.of("courses.history.unknown") : person.name();
        Title title = Title.of(earlier.title(), visitor.language());
        return new Line(
                earlier.id(),
                earlier.revision(),
                title,
                WordsIn.content(earlier.content()).stream()
                        .map(words -> words.in(title.language()))
                        .filter(text -> !text.isBlank())
                        .map(Html::clean)
                        .limit(200)
                        .toList(),
                who,
                earlier.changedAt());
    }

    @PostMapping("/{earlier}/return")
    Redirect restore(
            @PathVariable UUID course, @PathVariable UUID activity, @PathVariable UUID earlier, Visitor visitor) {
        Activity found = courses.activity(visitor, course, activity);
        int revision = drafts.history(found).stream()
                .filter(one -> one.id().equals(earlier))
                .mapToInt(Drafts.Earlier::revision)
                .findFirst()
                .orElse(0);
        drafts.restore(visitor, found, earlier);
        return Redirect.to("/courses/" + course + "/activities/" + activity + "/history")
                .saying("courses.history.restored", revision);
    }
}
