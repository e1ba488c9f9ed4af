package org.cybox.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Lesson;
import org.cybox.courses.Previews;
import org.cybox.courses.Title;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The test of the draft as a learner would take it. Nothing is recorded. */
@Controller
@RequestMapping("/courses/{course}/tests/{activity}/preview")
@Allow(Who.TRAINER)
class PreviewController {

    private static final long SEED = 1;

    private final Previews previews;
    private final QuestionViews views;

    PreviewController(Previews previews, QuestionViews views) {
        this.previews = previews;
        this.views = views;
    }

    /** @param points hundredths; @param told answers were given and are explained */
    public record TryPage(
            Lesson lesson, Title title, String here, List<QuestionView> questions, boolean told, int points, int max)
            implements Page {}

    @GetMapping
    TryPage ask(@PathVariable UUID course, @PathVariable UUID activity, Visitor visitor) {
        Previews.Preview preview = preview(visitor, course, activity);
        Paper paper = new Paper(TestContent.read(preview.version().content()), SEED);
        List<QuestionView> questions = paper.questions().stream()
                .map(question -> views.ask(paper, question, Given.NOTHING, visitor.language()))
                .toList();
        return page(preview, visitor, paper, questions, 0);
    }

    @PostMapping
    TryPage tell(
            @PathVariable UUID course,
            @PathVariable UUID activity,
            @RequestParam MultiValueMap<String, String> form,
            Visitor visitor,
            T t) {
        Previews.Preview preview = preview(visitor, course, activity);
        Paper paper = new Paper(TestContent.read(preview.version().content()), SEED);
        Corrections.Marking marking = new Corrections.Marking(paper.content(), Map.of());
        Map<String, Given> given = new HashMap<>();
        paper.questions()
                .forEach(question ->
                        given.put(question.id(), paper.read(question, AttemptController.sent(paper, question, form))));
        Attempt.Marks marks = marking.marks(given);
        List<QuestionView> questions = paper.questions().stream()
                .map(question -> views.tell(
                        paper,
                        question,
                        given.getOrDefault(question.id(), Given.NOTHING),
                        marks.of(question.id()),
                        marking,
                        t,
                        visitor.language()))
                .toList();
        return page(preview, visitor, paper, questions, marks.sum());
    }

    private Previews.Preview preview(Visitor visitor, UUID course, UUID activity) {
        Previews.Preview preview = previews.of(visitor, course, activity);
        if (!preview.version().kind().equals(TestKind.KIND)) {
            throw new NotFound();
        }
        return preview;
    }

    private static TryPage page(
            Previews.Preview preview, Visitor visitor, Paper paper, List<QuestionView> questions, int points) {
        Lesson lesson = preview.lesson();
        return new TryPage(
                lesson,
                Title.of(lesson.block().title(), visitor.language()),
                "/courses/" + lesson.course() + "/tests/" + lesson.block().id() + "/preview",
                questions,
                questions.stream().anyMatch(question -> question.told() != null),
                points,
                paper.content().worth());
    }
}
