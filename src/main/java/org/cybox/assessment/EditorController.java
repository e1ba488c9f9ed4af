package org.cybox.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Activity;
import org.cybox.courses.ActivityKind;
import org.cybox.courses.ChangedMeanwhile;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Kinds;
import org.cybox.courses.Title;
import org.cybox.courses.authoring.ActivityHead;
import org.cybox.courses.authoring.CourseHead;
import org.cybox.courses.authoring.Translating;
import org.cybox.courses.authoring.Typed;
import org.cybox.platform.files.Html;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a test: its rules, its questions and their order. */
@Controller
@RequestMapping("/courses/{course}/tests/{activity}")
@Allow(Who.TRAINER)
class EditorController {

    private final Courses courses;
    private final Kinds kinds;

    EditorController(Courses courses, Kinds kinds) {
        this.courses = courses;
        this.kinds = kinds;
    }

    /** @param text the first words of what it asks */
    public record Line(String id, int number, String kind, int worth, Title text, List<String> problems) {}

    public record Pair(UUID id, Title title, boolean chosen) {}

    /** @param meanwhile somebody else has saved: what was asked for was not done */
    public record EditorPage(
            CourseHead head,
            ActivityHead activity,
            TestContent content,
            int revision,
            boolean released,
            List<Line> lines,
            List<Pair> pairs,
            List<String> problems,
            boolean meanwhile)
            implements Page {

        public String here() {
            return "/courses/" + head.id() + "/tests/" + activity.id();
        }

        @Override
        public int status() {
            return meanwhile ? 409 : 200;
        }

        public String number(@org.jspecify.annotations.Nullable Integer value) {
            return value == null ? "" : String.valueOf(value);
        }
    }

    @GetMapping
    EditorPage show(@PathVariable UUID course, @PathVariable UUID activity, Visitor visitor, T t) {
        return page(find(visitor, course, activity), visitor, t, false);
    }

    @PostMapping("/settings")
    Object settings(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @RequestParam int revision,
            @RequestParam MultiValueMap<String, String> form,
            Visitor visitor,
            T t) {
        Activity found = find(visitor, course, activity);
        Course whole = courses.get(course);
        QuestionForm typed = new QuestionForm(new Typed(form, Translating.of(whole, "")), Translating.of(whole, ""));
        List<UUID> pairs = pairs(whole, found, visitor).stream().map(Pair::id).toList();
        TestContent content = typed.settings(TestContent.read(found.content()), pairs);
        return save(visitor, found, content, revision, t, "");
    }

    @PostMapping("/order")
    Object order(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(defaultValue = "") String move,
            Visitor visitor,
            T t) {
        Activity found = find(visitor, course, activity);
        TestContent content = TestContent.read(found.content());
        return save(visitor, found, content.with(ordered(content.questions(), order, move)), revision, t, "#questions");
    }

    private static List<Question> ordered(List<Question> questions, List<String> order, String move) {
        List<Question> result = new ArrayList<>(questions);
        String id = move.replaceAll(":(up|down)$", "");
        for (int i = 0; i < result.size(); i++) {
            if (!move.isBlank() && result.get(i).id().equals(id)) {
                int to = Math.clamp(move.endsWith(":up") ? i - 1L : i + 1L, 0, result.size() - 1);
                Collections.swap(result, i, to);
                return result;
            }
        }
        result.sort(java.util.Comparator.comparingInt(
                question -> order.contains(question.id()) ? order.indexOf(question.id()) : Integer.MAX_VALUE));
        return result;
    }

    @PostMapping("/questions")
    Object add(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @RequestParam int revision,
            @RequestParam String kind,
            Visitor visitor,
            T t) {
        Activity found = find(visitor, course, activity);
        TestContent content = TestContent.read(found.content());
        Question fresh = QuestionForm.fresh(kind, content.freshId());
        List<Question> questions = new ArrayList<>(content.questions());
        questions.add(fresh);
        return save(visitor, found, content.with(questions), revision, t, "/questions/" + fresh.id());
    }

    @PostMapping("/questions/{question}/copies")
    Object copy(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @PathVariable String question,
            @RequestParam int revision,
            Visitor visitor,
            T t) {
        Activity found = find(visitor, course, activity);
        TestContent content = TestContent.read(found.content());
        Question original = content.question(question).orElseThrow(NotFound::new);
        List<Question> questions = new ArrayList<>(content.questions());
        questions.add(questions.indexOf(original) + 1, original.copy(content.freshId()));
        return save(visitor, found, content.with(questions), revision, t, "#questions");
    }

    @PostMapping("/questions/{question}/removal")
    Object remove(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @PathVariable String question,
            @RequestParam int revision,
            Visitor visitor,
            T t) {
        Activity found = find(visitor, course, activity);
        TestContent content = TestContent.read(found.content());
        List<Question> questions = content.questions().stream()
                .filter(one -> !one.id().equals(question))
                .toList();
        return save(visitor, found, content.with(questions), revision, t, "#questions");
    }

    private Object save(Visitor visitor, Activity found, TestContent content, int revision, T t, String there) {
        try {
            courses.saveContent(
                    visitor, found.saying(found.title(), content.json()).at(revision));
        } catch (ChangedMeanwhile e) {
            return page(e.stored(), visitor, t, true);
        }
        return Redirect.to("/courses/" + found.courseId() + "/tests/" + found.id() + there)
                .saying("assessment.saved");
    }

    private Activity find(Visitor visitor, UUID course, UUID activity) {
        Activity found = courses.activity(visitor, course, activity);
        if (!found.kind().equals(TestKind.KIND)) {
            throw new NotFound();
        }
        return found;
    }

    private EditorPage page(Activity activity, Visitor visitor, T t, boolean meanwhile) {
        Course course = courses.get(activity.courseId());
        TestContent content = TestContent.read(activity.content());
        List<Line> lines = new ArrayList<>();
        for (Question question : content.questions()) {
            lines.add(line(question, lines.size() + 1, visitor, t));
        }
        return new EditorPage(
                CourseHead.of(course, visitor),
                ActivityHead.of(activity, kinds, visitor),
                content,
                activity.revision(),
                course.published(),
                lines,
                pairs(course, activity, visitor),
                content.problems().stream()
                        .map((ActivityKind.Problem one) ->
                                t.of(one.key(), one.arguments().toArray()))
                        .toList(),
                meanwhile);
    }

    private static Line line(Question question, int number, Visitor visitor, T t) {
        Title prompt = Title.of(question.prompt(), visitor.language());
        String text = Html.text(prompt.text());
        return new Line(
                question.id(),
                number,
                question.kind(),
                question.worth(),
                new Title(
                        text.length() > 120 ? text.substring(0, 117) + "…" : text,
                        prompt.language(),
                        prompt.direction()),
                question.problems().stream().map(key -> t.of(key, number)).toList());
    }

    /** The other tests of the course. */
    private List<Pair> pairs(Course course, Activity activity, Visitor visitor) {
        Optional<UUID> chosen =
                Optional.ofNullable(TestContent.read(activity.content()).pair());
        return courses.draft(course).inOrder().stream()
                .filter(other ->
                        other.kind().equals(TestKind.KIND) && !other.id().equals(activity.id()))
                .map(other -> new Pair(
                        other.id(),
                        Title.of(other.title(), visitor.language()),
                        chosen.filter(other.id()::equals).isPresent()))
                .toList();
    }
}
