package org.cybox.assessment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.courses.Courses;
import org.cybox.courses.Title;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How the questions of a test do: what is too easy, too hard, or misunderstood. No names. */
@Controller
class StatisticsController {

    private final Regrading regrading;
    private final QuestionViews views;
    private final Courses courses;
    private final JdbcClient jdbc;

    StatisticsController(Regrading regrading, QuestionViews views, Courses courses, JdbcClient jdbc) {
        this.regrading = regrading;
        this.views = views;
        this.courses = courses;
        this.jdbc = jdbc;
    }

    /** @param attempts that count; @param share of the points that were reached, per cent */
    public record Line(QuestionView question, int attempts, int share, Map<String, Integer> chosen) {

        /** How many per cent chose it. */
        public int chose(String token) {
            return attempts == 0 ? 0 : chosen.getOrDefault(token, 0) * 100 / attempts;
        }
    }

    public record StatisticsPage(UUID course, Title courseTitle, UUID block, Title test, int attempts, List<Line> lines)
            implements Page {}

    private record Sum(String question, int attempts, long points) {}

    private record Count(String question, String value, int n) {}

    @GetMapping("/courses/{course}/tests/{block}/statistics")
    @Allow(Who.TRAINER)
    StatisticsPage show(@PathVariable UUID course, @PathVariable UUID block, Visitor visitor, T t) {
        Regrading.Released released = regrading.released(visitor, course, block);
        Map<String, Sum> sums = sums(block).stream().collect(Collectors.toMap(Sum::question, Function.identity()));
        Map<String, Map<String, Integer>> counts = counts(block).stream()
                .collect(Collectors.groupingBy(Count::question, Collectors.toMap(Count::value, Count::n)));
        Paper plain = Paper.plain(released.content());
        List<Line> lines = released.content().questions().stream()
                .map(question -> line(
                        views.key(plain, question, released.marking(), t, visitor.language()),
                        plain,
                        question,
                        sums.getOrDefault(question.id(), new Sum(question.id(), 0, 0)),
                        counts.getOrDefault(question.id(), Map.of())))
                .toList();
        return new StatisticsPage(
                course,
                Title.of(courses.get(course).title(), visitor.language()),
                block,
                Title.of(released.title(), visitor.language()),
                lines.stream().mapToInt(Line::attempts).max().orElse(0),
                lines);
    }

    private static Line line(QuestionView view, Paper paper, Question question, Sum sum, Map<String, Integer> counts) {
        long most = (long) sum.attempts() * question.worth();
        Map<String, Integer> byToken = counts.entrySet().stream()
                .collect(Collectors.toMap(
                        one -> question instanceof ChoiceQuestion ? paper.token(question, one.getKey()) : one.getKey(),
                        Map.Entry::getValue));
        return new Line(view, sum.attempts(), most == 0 ? 0 : (int) (sum.points() * 100 / most), byToken);
    }

    private List<Sum> sums(UUID block) {
        return jdbc.sql("""
                        select m.key as question, count(*)::int as attempts, sum(m.value::int) as points
                        from assessment.attempt a
                        cross join jsonb_each_text(a.marks -> 'points') m
                        where a.block_id = :block and a.state <> 'open'
                        group by m.key
                        """).param("block", block).query(Sum.class).list();
    }

    private List<Count> counts(UUID block) {
        return jdbc.sql("""
                        select n.question_id as question, v.value, count(*)::int as n
                        from assessment.attempt a
                        join assessment.answer n on n.tenant_id = a.tenant_id and n.attempt_id = a.id
                        cross join jsonb_array_elements_text(n.given -> 'values') v (value)
                        where a.block_id = :block and a.state <> 'open'
                        group by n.question_id, v.value
                        """).param("block", block).query(Count.class).list();
    }
}
