package org.cybox.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Activity;
import org.cybox.courses.ChangedMeanwhile;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Kinds;
import org.cybox.courses.Title;
import org.cybox.courses.authoring.ActivityHead;
import org.cybox.courses.authoring.CourseHead;
import org.cybox.courses.authoring.Translating;
import org.cybox.courses.authoring.Typed;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
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

/** Writing one question, in one language or in two side by side. */
@Controller
@RequestMapping("/courses/{course}/tests/{activity}/questions/{question}")
@Allow(Who.TRAINER)
class QuestionController {

    private final Courses courses;
    private final Kinds kinds;

    QuestionController(Courses courses, Kinds kinds) {
        this.courses = courses;
        this.kinds = kinds;
    }

    public record Outcome(String id, Title text, boolean chosen) {}

    /** @param told texts of choices: what is said to who chose it; @param second right side of a pair */
    public record Part(
            String id, int number, Words text, Words second, boolean right, Words other, Words otherSecond) {}

    /**
     * @param question what the author has before them, stored or not
     * @param other what somebody else saved meanwhile
     * @param hints what keeps the question from being asked
     */
    public record QuestionPage(
            CourseHead head,
            ActivityHead activity,
            Question question,
            int number,
            int revision,
            Translating languages,
            List<Outcome> outcomes,
            List<Part> parts,
            Optional<Question> other,
            List<String> hints,
            String field,
            String problem)
            implements Page {

        @Override
        public int status() {
            return other.isPresent() ? 409 : problem.isBlank() ? 200 : 422;
        }

        public String test() {
            return "/courses/" + head.id() + "/tests/" + activity.id();
        }

        public String here() {
            return test() + "/questions/" + question.id();
        }

        public Words otherPrompt() {
            return other.map(Question::prompt).orElse(Words.NONE);
        }

        public Words otherFeedback() {
            return other.map(Question::feedback).orElse(Words.NONE);
        }

        public boolean is(String... some) {
            return List.of(some).contains(question.kind());
        }

        public String accepted(String language) {
            return question instanceof ShortAnswer typed
                    ? String.join("\n", typed.accepted().getOrDefault(language, List.of()))
                    : "";
        }

        public String value(int n) {
            return question instanceof Numeric ? question.key().values().get(n) : "";
        }

        public Words unit() {
            return question instanceof Numeric numeric ? numeric.unit() : Words.NONE;
        }

        public boolean answer() {
            return question instanceof TrueFalse one && one.answer();
        }
    }

    @GetMapping
    QuestionPage show(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String to,
            Visitor visitor,
            T t) {
        Activity found = find(visitor, course, activity);
        Question asked = TestContent.read(found.content()).question(question).orElseThrow(NotFound::new);
        return page(found, asked, Translating.of(courses.get(course), to), visitor, Optional.empty(), "", "", t);
    }

    @PostMapping
    Object save(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @PathVariable String question,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String act,
            @RequestParam MultiValueMap<String, String> form,
            Visitor visitor,
            T t) {
        Activity found = find(visitor, course, activity);
        TestContent content = TestContent.read(found.content());
        Question before = content.question(question).orElseThrow(NotFound::new);
        Translating languages = Translating.of(courses.get(course), String.valueOf(form.getFirst("to")));
        Question after = before;
        try {
            after = new QuestionForm(new Typed(form, languages), languages).read(before);
            Question changed = after;
            String json = content.changing(question, one -> changed).json();
            courses.saveContent(visitor, found.saying(found.title(), json).at(revision));
        } catch (ChangedMeanwhile e) {
            Optional<Question> other = TestContent.read(e.stored().content()).question(question);
            return page(e.stored(), after, languages, visitor, other.or(() -> Optional.of(before)), "", "", t);
        } catch (Refused e) {
            return page(found.at(revision), after, languages, visitor, Optional.empty(), e.field(), e.text(t), t);
        }
        String test = "/courses/" + course + "/tests/" + activity;
        return act.isBlank()
                ? Redirect.to(test + "#questions").saying("assessment.saved")
                : Redirect.to(test + "/questions/" + question + languages.query() + "#parts");
    }

    private Activity find(Visitor visitor, UUID course, UUID activity) {
        Activity found = courses.activity(visitor, course, activity);
        if (!found.kind().equals(TestKind.KIND)) {
            throw new NotFound();
        }
        return found;
    }

    private QuestionPage page(
            Activity activity,
            Question question,
            Translating languages,
            Visitor visitor,
            Optional<Question> other,
            String field,
            String problem,
            T t) {
        Course course = courses.get(activity.courseId());
        List<String> ids = TestContent.read(activity.content()).questions().stream()
                .map(Question::id)
                .toList();
        int number = ids.indexOf(question.id()) + 1;
        return new QuestionPage(
                CourseHead.of(course, visitor),
                ActivityHead.of(activity, kinds, visitor),
                question,
                number,
                activity.revision(),
                languages,
                course.outcomes().list().stream()
                        .map(one -> new Outcome(
                                one.id(),
                                Title.of(one.text(), visitor.language()),
                                one.id().equals(question.outcome())))
                        .toList(),
                parts(question, other),
                other,
                question.prompt().isBlank()
                        ? List.of()
                        : question.problems().stream()
                                .map(key -> t.of(key, number))
                                .toList(),
                field,
                problem);
    }

    private static List<Part> parts(Question question, Optional<Question> other) {
        List<Part> theirs = other.map(one -> parts(one, Optional.empty())).orElse(List.of());
        List<String> ids = Paper.parts(question);
        return ids.stream()
                .map(id -> {
                    Optional<Part> same =
                            theirs.stream().filter(one -> one.id().equals(id)).findFirst();
                    return part(
                            question,
                            id,
                            ids.indexOf(id) + 1,
                            same.map(Part::text).orElse(Words.NONE),
                            same.map(Part::second).orElse(Words.NONE));
                })
                .toList();
    }

    private static Part part(Question question, String id, int number, Words other, Words otherSecond) {
        return switch (question) {
            case ChoiceQuestion choice ->
                choice.choices().stream()
                        .filter(one -> one.id().equals(id))
                        .map(one -> new Part(id, number, one.text(), one.feedback(), one.correct(), other, otherSecond))
                        .findFirst()
                        .orElseThrow();
            case Matching matching ->
                matching.pair(id)
                        .map(one -> new Part(id, number, one.left(), one.right(), true, other, otherSecond))
                        .orElseThrow();
            case Ordering ordering ->
                ordering.item(id)
                        .map(one -> new Part(id, number, one.text(), Words.NONE, true, other, otherSecond))
                        .orElseThrow();
            case TrueFalse t -> throw new NotFound();
            case ShortAnswer s -> throw new NotFound();
            case Numeric n -> throw new NotFound();
        };
    }
}
