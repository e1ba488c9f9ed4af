package org.cybox.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Courses;
import org.cybox.courses.Title;
import org.cybox.platform.text.T;
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

/** A wrong key of a released question is corrected, and everybody's attempts are marked anew. */
@Controller
@RequestMapping("/courses/{course}/tests/{block}/corrections")
@Allow(Who.TRAINER)
class CorrectionController {

    private final Regrading regrading;
    private final QuestionViews views;
    private final Courses courses;

    CorrectionController(Regrading regrading, QuestionViews views, Courses courses) {
        this.regrading = regrading;
        this.views = views;
        this.courses = courses;
    }

    /** @param past corrections of this question, newest first */
    public record Line(QuestionView question, List<Corrections.Correction> past) {}

    /**
     * @param chosen the question being corrected; empty: choose one
     * @param options its parts by their own identifiers; of a pair the right side, with the left one as feedback
     * @param key what its right answer is now, or what was typed
     */
    public record CorrectionPage(
            UUID course,
            Title courseTitle,
            UUID block,
            Title test,
            List<Line> lines,
            Optional<QuestionView> chosen,
            List<QuestionView.Option> options,
            Given key,
            boolean everyone,
            String reason,
            String field,
            String problem)
            implements Page {

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }

        public String here() {
            return "/courses/" + course + "/tests/" + block + "/corrections";
        }

        public String error(String of) {
            return field.equals(of) ? problem : "";
        }

        public String place(String part) {
            return key.pairs().getOrDefault(part, "");
        }
    }

    @GetMapping
    CorrectionPage show(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @RequestParam(defaultValue = "") String question,
            Visitor visitor,
            T t) {
        Regrading.Released released = regrading.released(visitor, course, block);
        Optional<Question> chosen = question.isBlank()
                ? Optional.empty()
                : Optional.of(released.content().question(question).orElseThrow(NotFound::new));
        Given key = chosen.map(released.marking()::key).orElse(Given.NOTHING);
        return page(released, chosen, key, false, "", "", "", visitor, t);
    }

    @PostMapping
    Object correct(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @RequestParam String question,
            @RequestParam(defaultValue = "false") boolean everyone,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> form,
            Visitor visitor,
            T t) {
        Regrading.Released released = regrading.released(visitor, course, block);
        Question chosen = released.content().question(question).orElseThrow(NotFound::new);
        Given key = key(chosen, form);
        try {
            UUID job = everyone
                    ? regrading.giveAway(visitor, released, chosen, reason)
                    : regrading.correct(visitor, released, chosen, key, reason);
            return Redirect.to("/jobs/" + job);
        } catch (Refused e) {
            return page(released, Optional.of(chosen), key, everyone, reason, e.field(), e.text(t), visitor, t);
        }
    }

    private static Given key(Question question, MultiValueMap<String, String> form) {
        List<String> sent = new ArrayList<>();
        for (String value : form.getOrDefault("key", List.of())) {
            value.lines().filter(line -> !line.isBlank()).forEach(sent::add);
        }
        for (String part : Paper.parts(question)) {
            form.getOrDefault("key." + part, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .forEach(value -> sent.add(part + ":" + value));
        }
        return new Given(sent);
    }

    private CorrectionPage page(
            Regrading.Released released,
            Optional<Question> chosen,
            Given key,
            boolean everyone,
            String reason,
            String field,
            String problem,
            Visitor visitor,
            T t) {
        String language = visitor.language();
        Paper plain = Paper.plain(released.content());
        return new CorrectionPage(
                released.course(),
                Title.of(courses.get(released.course()).title(), language),
                released.block(),
                Title.of(released.title(), language),
                released.content().questions().stream()
                        .map(question -> new Line(
                                views.key(plain, question, released.marking(), t, language), released.past(question)))
                        .toList(),
                chosen.map(question -> views.key(plain, question, released.marking(), t, language)),
                chosen.map(question -> options(question, language)).orElse(List.of()),
                key,
                everyone,
                reason,
                field,
                problem);
    }

    private static List<QuestionView.Option> options(Question question, String language) {
        Title none = new Title("", language, "ltr");
        return switch (question) {
            case ChoiceQuestion choice ->
                choice.choices().stream()
                        .map(one ->
                                new QuestionView.Option(one.id(), Title.of(one.text(), language), false, "", "", none))
                        .toList();
            case Matching matching ->
                matching.pairs().stream()
                        .map(one -> new QuestionView.Option(
                                one.id(),
                                Title.of(one.right(), language),
                                false,
                                "",
                                "",
                                Title.of(one.left(), language)))
                        .toList();
            case Ordering ordering ->
                ordering.items().stream()
                        .map(one ->
                                new QuestionView.Option(one.id(), Title.of(one.text(), language), false, "", "", none))
                        .toList();
            case TrueFalse t ->
                List.of(
                        new QuestionView.Option("true", none, false, "", "", none),
                        new QuestionView.Option("false", none, false, "", "", none));
            case ShortAnswer s -> List.of();
            case Numeric n -> List.of();
        };
    }
}
