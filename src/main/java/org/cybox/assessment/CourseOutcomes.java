package org.cybox.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.assessment.Corrections.Correction;
import org.cybox.assessment.OutcomeStore.Points;
import org.cybox.courses.Course;
import org.cybox.courses.Outline;
import org.cybox.courses.Releases;
import org.cybox.courses.Title;
import org.cybox.platform.files.Html;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What those who learn in a course reached: by outcome, before and after it, and by question. Trainers see the same
 * results by name with each learner, so nothing is held back from them; what fewer than {@link #FEW} have done is marked,
 * since it says little.
 */
@Component
class CourseOutcomes {

    static final int FEW = 3;

    private final OutcomeStore store;
    private final Contents contents;
    private final Corrections corrections;
    private final Releases releases;

    CourseOutcomes(OutcomeStore store, Contents contents, Corrections corrections, Releases releases) {
        this.store = store;
        this.contents = contents;
        this.corrections = corrections;
        this.releases = releases;
    }

    /** @param share of the points, per cent; null when nobody was asked */
    record Reached(int learners, @Nullable Integer share) {

        public boolean few() {
            return learners > 0 && learners < FEW;
        }
    }

    /** @param gain in per cent, of those {@code compared} who did both; null when nobody did */
    record Line(
            Title outcome,
            Reached before,
            Reached after,
            @Nullable Integer gain,
            int compared) {}

    /** @param average hundredths, of {@code worth}; @param wrong what most gave who were wrong, and how many; null: nothing to tell */
    record Item(
            String anchor,
            int number,
            Title prompt,
            Optional<Title> outcome,
            int learners,
            int answered,
            int right,
            int partly,
            int average,
            int worth,
            @Nullable Title wrong,
            int wrongly) {

        public int share(int some) {
            return learners == 0 ? 0 : Math.round(some * 100f / learners);
        }

        public boolean few() {
            return learners > 0 && learners < FEW;
        }
    }

    /** @param purpose practice, pre or post */
    record Test(UUID block, Title title, String purpose, int learners, List<Item> items) {

        public boolean few() {
            return learners > 0 && learners < FEW;
        }
    }

    record Report(List<Line> lines, List<Test> tests) {}

    private record Released(Outline.Block block, TestContent content) {

        UUID id() {
            return block.id();
        }
    }

    Report of(Course course, Visitor visitor, T t) {
        List<Released> tests = tests(course);
        if (tests.isEmpty()) {
            return new Report(List.of(), List.of());
        }
        List<UUID> all = tests.stream().map(Released::id).toList();
        List<UUID> before = with("pre", tests);
        List<UUID> after = with("post", tests);
        List<Points> points = store.points(course.id(), all, before, after, visitor);
        List<OutcomeStore.Given> given = store.given(course.id(), all, visitor);
        Map<UUID, List<Correction>> corrected = corrections.of(all);
        List<Line> lines = course.outcomes().list().stream()
                .map(outcome -> line(outcome, points, before, after, visitor.language()))
                .filter(line -> line.before().learners() + line.after().learners() > 0)
                .toList();
        return new Report(
                lines,
                tests.stream()
                        .map(test -> test(
                                test, course, points, given, corrected.getOrDefault(test.id(), List.of()), visitor, t))
                        .toList());
    }

    private List<Released> tests(Course course) {
        return course.releaseId() == null
                ? List.of()
                : releases.get(course.releaseId())
                        .outline()
                        .blocks()
                        .filter(block -> block.kind().equals(TestKind.KIND))
                        .map(block -> new Released(block, contents.of(block.version())))
                        .toList();
    }

    private static List<UUID> with(String purpose, List<Released> tests) {
        return tests.stream()
                .filter(test -> test.content().purpose().equals(purpose))
                .map(Released::id)
                .toList();
    }

    private Line line(
            Course.Outcome outcome, List<Points> points, List<UUID> before, List<UUID> after, String language) {
        List<Points> asked = points.stream()
                .filter(one -> question(one)
                        .filter(question -> question.outcome().equals(outcome.id()))
                        .isPresent())
                .toList();
        Reached then = reached(asked.stream().filter(one -> before.contains(one.blockId())));
        Reached now = reached(asked.stream().filter(one -> after.contains(one.blockId())));
        Reached thenBoth = reached(asked.stream().filter(one -> one.compared() && before.contains(one.blockId())));
        Reached nowBoth = reached(asked.stream().filter(one -> one.compared() && after.contains(one.blockId())));
        return new Line(
                Title.of(outcome.text(), language),
                then,
                now,
                thenBoth.share() == null || nowBoth.share() == null ? null : nowBoth.share() - thenBoth.share(),
                Math.min(thenBoth.learners(), nowBoth.learners()));
    }

    /** How many learners: those of the question that most were asked. */
    private Reached reached(Stream<Points> asked) {
        Map<String, Integer> learners = new HashMap<>();
        long sum = 0;
        long most = 0;
        for (Points one : asked.toList()) {
            sum += (long) one.points() * one.learners();
            most += (long) question(one).map(Question::worth).orElse(0) * one.learners();
            learners.merge(one.blockId() + one.question(), one.learners(), Integer::sum);
        }
        int count = learners.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Reached(count, most == 0 ? null : Math.round(sum * 100f / most));
    }

    private Optional<Question> question(Points points) {
        return contents.of(points.versionId()).question(points.question());
    }

    private Test test(
            Released test,
            Course course,
            List<Points> points,
            List<OutcomeStore.Given> given,
            List<Correction> corrected,
            Visitor visitor,
            T t) {
        Corrections.Marking marking = Corrections.marking(test.content(), corrected);
        Map<String, List<Points>> byQuestion = points.stream()
                .filter(one -> one.blockId().equals(test.id()))
                .collect(Collectors.groupingBy(Points::question));
        Map<String, List<OutcomeStore.Given>> values = given.stream()
                .filter(one -> one.blockId().equals(test.id()))
                .collect(Collectors.groupingBy(OutcomeStore.Given::question));
        List<Item> items = new ArrayList<>();
        for (Question question : test.content().questions()) {
            items.add(item(
                    test,
                    items.size() + 1,
                    question,
                    course,
                    byQuestion.getOrDefault(question.id(), List.of()),
                    values.getOrDefault(question.id(), List.of()),
                    new WrongAnswers(question, marking.key(question), visitor.language(), t)));
        }
        return new Test(
                test.id(),
                Title.of(test.block().title(), visitor.language()),
                test.content().purpose(),
                items.stream().mapToInt(Item::learners).max().orElse(0),
                items);
    }

    private Item item(
            Released test,
            int number,
            Question question,
            Course course,
            List<Points> points,
            List<OutcomeStore.Given> given,
            WrongAnswers wrong) {
        int learners = points.stream().mapToInt(Points::learners).sum();
        long sum = points.stream()
                .mapToLong(one -> (long) one.points() * one.learners())
                .sum();
        int right = points.stream()
                .filter(one ->
                        one.points() >= question(one).map(Question::worth).orElse(question.worth()))
                .mapToInt(Points::learners)
                .sum();
        int none = points.stream()
                .filter(one -> one.points() <= 0)
                .mapToInt(Points::learners)
                .sum();
        Optional<OutcomeStore.Given> most = given.stream()
                .filter(one -> one.value() != null && wrong.is(one.value(), one.learners()))
                .findFirst();
        String language = wrong.language();
        Title prompt = Title.of(question.prompt(), language);
        return new Item(
                test.id() + "-" + number,
                number,
                new Title(shortened(Html.text(prompt.text())), prompt.language(), prompt.direction()),
                course.outcomes().list().stream()
                        .filter(outcome -> outcome.id().equals(question.outcome()))
                        .map(outcome -> Title.of(outcome.text(), language))
                        .findFirst(),
                learners,
                given.stream()
                        .filter(one -> one.value() == null)
                        .mapToInt(OutcomeStore.Given::learners)
                        .sum(),
                right,
                learners - right - none,
                learners == 0 ? 0 : Math.round((float) sum / learners),
                question.worth(),
                most.map(one -> wrong.said(String.valueOf(one.value()))).orElse(null),
                most.map(OutcomeStore.Given::learners).orElse(0));
    }

    private static String shortened(String text) {
        return text.length() > 160 ? text.substring(0, 157) + "…" : text;
    }
}
