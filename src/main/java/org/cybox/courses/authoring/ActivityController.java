package org.cybox.courses.authoring;

import java.util.List;
import java.util.UUID;
import org.cybox.courses.Activity;
import org.cybox.courses.ActivityKind;
import org.cybox.courses.ChangedMeanwhile;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Draft;
import org.cybox.courses.Drafts;
import org.cybox.courses.Kinds;
import org.cybox.courses.Title;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An activity of any kind: its title, when it counts as done, what must be done before, where it stands. */
@Controller
@RequestMapping("/courses/{course}/activities/{activity}")
@Allow(Who.TRAINER)
class ActivityController {

    private final Courses courses;
    private final Drafts drafts;
    private final Kinds kinds;

    ActivityController(Courses courses, Drafts drafts, Kinds kinds) {
        this.courses = courses;
        this.drafts = drafts;
        this.kinds = kinds;
    }

    /**
     * @param completions rules that its kind can have
     * @param others activities it can wait for
     * @param meanwhile somebody else has saved it since it was opened
     */
    public record ActivityPage(
            CourseHead head,
            ActivityHead activity,
            Activity values,
            Translating languages,
            List<String> completions,
            List<Choice> others,
            List<Choice> sections,
            boolean meanwhile,
            String field,
            String problem)
            implements Page {
        @Override
        public int status() {
            return meanwhile ? 409 : problem.isBlank() ? 200 : 422;
        }
    }

    public record Choice(UUID id, Title title, boolean chosen) {}

    @GetMapping
    Redirect edit(@PathVariable UUID course, @PathVariable UUID activity, Visitor visitor) {
        Activity found = courses.activity(visitor, course, activity);
        return Redirect.to(kinds.find(found.kind())
                .map(kind -> kind.editAddress(course, activity))
                .orElse("/courses/" + course + "/activities/" + activity + "/settings"));
    }

    @GetMapping("/settings")
    ActivityPage settings(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @RequestParam(defaultValue = "") String to,
            Visitor visitor) {
        return page(courses.activity(visitor, course, activity), to, visitor, false, "", "");
    }

    @PostMapping("/settings")
    Object save(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @RequestParam MultiValueMap<String, String> form,
            Visitor visitor,
            T t) {
        Activity before = courses.activity(visitor, course, activity);
        Translating languages = Translating.of(courses.get(course), String.valueOf(form.getFirst("to")));
        Typed typed = new Typed(form, languages);
        Activity changed = before;
        try {
            List<String> completions = completions(before);
            String completion =
                    completions.contains(typed.get("completion")) ? typed.get("completion") : before.completion();
            changed = before.saying(typed.line("title", before.title()), before.content())
                    .ruled(typed.number("minutes", 6_000), completion, new Activity.Blocks(typed.ids("requires")));
            if (changed.title().isBlank()) {
                throw new Refused("title." + languages.from(changed.title()), "courses.title.missing");
            }
            courses.saveContent(visitor, changed.at(typed.number("revision", Integer.MAX_VALUE)));
        } catch (ChangedMeanwhile e) {
            return page(changed.at(e.stored().revision()), languages.to(), visitor, true, "", "");
        } catch (Refused e) {
            Activity typing = changed.at(typed.number("revision", Integer.MAX_VALUE));
            return page(typing, languages.to(), visitor, false, e.field(), e.text(t));
        }
        typed.ids("section").stream()
                .filter(section -> !section.equals(before.sectionId()))
                .forEach(section -> drafts.moveInto(visitor, course, activity, section));
        return Redirect.to("/courses/" + course + "/activities/" + activity + "/settings" + languages.query())
                .saying("courses.saved");
    }

    @PostMapping("/bin")
    Redirect bin(@PathVariable UUID course, @PathVariable UUID activity, Visitor visitor) {
        drafts.binActivity(visitor, course, activity);
        return Redirect.to("/courses/" + course + "?thrown=" + activity);
    }

    private List<String> completions(Activity activity) {
        return kinds.find(activity.kind()).map(ActivityKind::completions).orElse(List.of());
    }

    private ActivityPage page(
            Activity activity, String to, Visitor visitor, boolean meanwhile, String field, String problem) {
        Course course = courses.get(activity.courseId());
        Draft draft = courses.draft(course);
        String language = visitor.language();
        return new ActivityPage(
                CourseHead.of(course, visitor),
                ActivityHead.of(activity, kinds, visitor),
                activity,
                Translating.of(course, to),
                completions(activity),
                draft.inOrder().stream()
                        .filter(other -> !other.id().equals(activity.id()))
                        .map(other -> new Choice(
                                other.id(),
                                Title.of(other.title(), language),
                                activity.requires().list().contains(other.id())))
                        .toList(),
                draft.sections().stream()
                        .map(section -> new Choice(
                                section.id(),
                                Title.of(section.title(), language),
                                section.id().equals(activity.sectionId())))
                        .toList(),
                meanwhile,
                field,
                problem);
    }
}
