package org.cybox.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Releases;
import org.cybox.courses.Title;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.cybox.platform.web.Writes;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A running attempt: its questions page by page, and the look over it before handing in. */
@Controller
@RequestMapping("/learn/{course}/tests/{block}/attempts/{id}")
class AttemptController {

    private final Attempts attempts;
    private final QuestionViews views;
    private final Releases releases;
    private final Clock clock;

    AttemptController(Attempts attempts, QuestionViews views, Releases releases, Clock clock) {
        this.attempts = attempts;
        this.views = views;
        this.releases = releases;
        this.clock = clock;
    }

    /** @param now by the server, milliseconds; @param deadline milliseconds, 0: none; @param keep nothing stays on shared computers */
    public record Frame(
            UUID attempt,
            String here,
            String course,
            Title title,
            Title release,
            long now,
            long deadline,
            boolean keep) {

        /** ISO 8601, for {@code <time>}. */
        public String left() {
            return Duration.ofSeconds(seconds()).toString();
        }

        public long seconds() {
            return Math.max(0, (deadline - now) / 1000);
        }

        public long minutes() {
            return (seconds() + 59) / 60;
        }

        public Instant until() {
            return Instant.ofEpochMilli(deadline);
        }
    }

    public record Dot(int number, int page, String question, boolean answered, boolean current) {}

    /** @param page from 1 on */
    public record AttemptPage(Frame frame, int page, int pages, List<QuestionView> questions, List<Dot> dots)
            implements Page {}

    /** @param open how many have no full answer yet */
    public record ReviewPage(Frame frame, int pages, int open, int total, List<Dot> dots) implements Page {}

    @GetMapping
    @Allow(Who.LEARNER)
    @Writes
    Object show(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            Visitor visitor) {
        Attempt attempt = attempts.current(attempts.mine(visitor, course, block, id));
        if (!attempt.open()) {
            return Redirect.to(here(attempt) + "/result");
        }
        Paper paper = attempts.paper(attempt);
        int shown = Math.clamp(page, 1, paper.content().pages());
        Map<String, Answer> answers = attempts.answers(attempt);
        List<QuestionView> questions = paper.page(shown).stream()
                .map(question -> views.ask(paper, question, given(answers, question), visitor.language()))
                .toList();
        return new AttemptPage(
                frame(attempt, visitor), shown, paper.content().pages(), questions, dots(paper, answers, shown));
    }

    /** Saves what the page holds and goes on: the way without script, and with it a second belt. */
    @PostMapping
    @Allow(Who.LEARNER)
    Redirect save(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "review") String go,
            @RequestParam MultiValueMap<String, String> form,
            Visitor visitor) {
        Attempt attempt = attempts.mine(visitor, course, block, id);
        Paper paper = attempts.paper(attempt);
        Map<String, Given> changed = new LinkedHashMap<>();
        for (Question question : paper.questions()) {
            if (form.containsKey("was." + question.id())) {
                List<String> was = List.of(
                        String.valueOf(form.getFirst("was." + question.id())).split("\\R"));
                Given before = paper.read(question, was);
                Given now = paper.read(question, sent(paper, question, form));
                if (!now.equals(before)) {
                    changed.put(question.id(), now);
                }
            }
        }
        if (attempts.saveChanges(visitor, attempt, changed) == Attempts.Saved.CLOSED) {
            return Redirect.to(here(attempt) + "/result").warning("assessment.tooLate");
        }
        return Redirect.to(there(attempt, page, paper.content().pages(), go));
    }

    static List<String> sent(Paper paper, Question question, MultiValueMap<String, String> form) {
        String name = "a." + question.id();
        List<String> sent = new ArrayList<>(form.getOrDefault(name, List.of()));
        for (String part : Paper.parts(question)) {
            String token = paper.token(question, part);
            form.getOrDefault(name + "." + token, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .forEach(value -> sent.add(token + ":" + value));
        }
        return sent;
    }

    private static String there(Attempt attempt, int page, int pages, String go) {
        int next = switch (go) {
            case "next" -> page + 1;
            case "back" -> page - 1;
            case "stay" -> page;
            default -> go.matches("\\d{1,3}") ? Integer.parseInt(go) : pages + 1;
        };
        return next > pages ? here(attempt) + "/review" : here(attempt) + "?page=" + Math.max(1, next);
    }

    @GetMapping("/review")
    @Allow(Who.LEARNER)
    @Writes
    Object review(@PathVariable UUID course, @PathVariable UUID block, @PathVariable UUID id, Visitor visitor) {
        Attempt attempt = attempts.current(attempts.mine(visitor, course, block, id));
        if (!attempt.open()) {
            return Redirect.to(here(attempt) + "/result");
        }
        Paper paper = attempts.paper(attempt);
        List<Dot> dots = dots(paper, attempts.answers(attempt), 0);
        int open = (int) dots.stream().filter(dot -> !dot.answered()).count();
        return new ReviewPage(frame(attempt, visitor), paper.content().pages(), open, dots.size(), dots);
    }

    @PostMapping("/submission")
    @Allow(Who.LEARNER)
    Redirect submit(@PathVariable UUID course, @PathVariable UUID block, @PathVariable UUID id, Visitor visitor) {
        Attempt attempt = attempts.submit(attempts.mine(visitor, course, block, id));
        return Redirect.to(here(attempt) + "/result");
    }

    static String here(Attempt attempt) {
        return "/learn/" + attempt.courseId() + "/tests/" + attempt.blockId() + "/attempts/" + attempt.id();
    }

    static Given given(Map<String, Answer> answers, Question question) {
        Answer answer = answers.get(question.id());
        return answer == null ? Given.NOTHING : answer.given();
    }

    private static List<Dot> dots(Paper paper, Map<String, Answer> answers, int page) {
        List<Dot> dots = new ArrayList<>();
        List<Question> questions = paper.questions();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            int on = i / paper.content().perPage() + 1;
            dots.add(new Dot(i + 1, on, question.id(), question.complete(given(answers, question)), on == page));
        }
        return dots;
    }

    private Frame frame(Attempt attempt, Visitor visitor) {
        var release = releases.get(attempt.releaseId());
        Title title = release.outline()
                .block(attempt.blockId())
                .map(block -> Title.of(block.title(), visitor.language()))
                .orElseThrow();
        Instant deadline = attempt.deadline();
        return new Frame(
                attempt.id(),
                here(attempt),
                "/learn/" + attempt.courseId() + "/tests/" + attempt.blockId(),
                title,
                Title.of(release.title(), visitor.language()),
                clock.millis(),
                deadline == null ? 0 : deadline.toEpochMilli(),
                !visitor.sharedComputer());
    }
}
