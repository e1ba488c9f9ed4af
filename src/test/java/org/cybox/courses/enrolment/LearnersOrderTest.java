package org.cybox.courses.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cybox.courses.CourseFixture;
import org.cybox.courses.Enrolments;
import org.cybox.people.People;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.cybox.testing.Statements;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LearnersOrderTest {

    private static final int MANY = 117;

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Evidence")
            .page("One", "view", "<p>One.</p>")
            .page("Two", "button", "<p>Two.</p>")
            .publish();

    record Fact(
            String name,
            String sortName,
            @Nullable Integer state,
            @Nullable Integer progress,
            @Nullable Integer score,
            @Nullable Integer due,
            @Nullable Integer seen,
            @Nullable Integer enrolled,
            @Nullable Integer completed) {}

    /** Many with equal figures, many without any; two of three have namesakes. */
    @BeforeEach
    void manyLearn() {
        cast.run(() -> {
            People people = Program.bean(People.class);
            Program.bean(Enrolments.class)
                    .enrolAll(
                            course.id(),
                            IntStream.range(0, MANY)
                                    .mapToObj(n -> people.add(
                                                    "n" + n + "@" + cast.space().slug() + ".example",
                                                    "Person " + (char) ('A' + n % 26),
                                                    "",
                                                    Role.LEARNER,
                                                    "en")
                                            .id())
                                    .toList(),
                            "csv");
            Program.bean(JdbcClient.class).sql("""
                            update courses.enrolment e
                            set state = (array['requested', 'active', 'completed'])[1 + n % 3],
                                total = case when n % 7 = 0 then 0 else 4 end,
                                done = n % 5,
                                score = case when n % 3 > 0 then n % 11 * 100 end,
                                score_max = case when n % 3 > 0 then 1000 end,
                                due_on = case when n % 4 > 0 then date '2030-01-01' + n % 6 end,
                                seen_at = case when n % 5 > 0 then timestamptz '2026-01-01' + n % 9 * interval '1 second' end,
                                enrolled_at = timestamptz '2025-01-01' + n % 8 * interval '1 hour',
                                completed_at = case when n % 6 = 0 then timestamptz '2026-02-01' - n * interval '1 minute' end
                            from (select id, row_number() over (order by id)::int as n from courses.enrolment
                                  where course_id = :course) m
                            where m.id = e.id
                            """).param("course", course.id()).update();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "-name",
                "state",
                "-state",
                "progress",
                "-progress",
                "score",
                "-score",
                "due",
                "-due",
                "seen",
                "-seen",
                "enrolled",
                "-enrolled",
                "completed",
                "-completed"
            })
    void everybodyStandsOnceAndInOrderOverAllPages(String sort) {
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Answer page = cast.ada().get(course.learners() + "?sort=" + sort).ok();
        int pages = 1;
        while (true) {
            for (Element row : page.all("tbody tr")) {
                ids.add(row.select("input[name=ids]").attr("value"));
                names.add(row.select("th a").text());
            }
            if (page.all("a[rel=next]").isEmpty()) {
                break;
            }
            page = cast.ada().get(page.one("a[rel=next]").attr("href")).ok();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(names).isEqualTo(expected(sort));
    }

    private List<String> expected(String sort) {
        boolean backwards = sort.startsWith("-");
        Function<Fact, @Nullable Integer> figure = switch (sort.replace("-", "")) {
            case "state" -> Fact::state;
            case "progress" -> Fact::progress;
            case "score" -> Fact::score;
            case "due" -> Fact::due;
            case "seen" -> Fact::seen;
            case "enrolled" -> Fact::enrolled;
            case "completed" -> Fact::completed;
            default -> fact -> null;
        };
        Comparator<Integer> order = backwards ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Fact> byName = Comparator.comparing(Fact::sortName);
        Comparator<Fact> byFigure = Comparator.comparing(figure, Comparator.nullsLast(order));
        return facts().stream()
                .sorted(sort.equals("-name") ? byName.reversed() : byFigure.thenComparing(byName))
                .map(Fact::name)
                .toList();
    }

    private List<Fact> facts() {
        return cast.in(() -> Program.bean(JdbcClient.class)
                .sql("""
                        select p.name, p.sort_name, array_position(array['requested', 'active', 'completed'], e.state) as state,
                               case when e.total > 0 then e.done * 100 / e.total end as progress, e.score,
                               e.due_on - date '2020-01-01' as due, extract(epoch from e.seen_at)::int as seen,
                               extract(epoch from e.enrolled_at)::int as enrolled,
                               extract(epoch from e.completed_at)::int as completed
                        from courses.enrolment e
                        join people.person p on p.id = e.person_id
                        where e.course_id = :course
                        """)
                .param("course", course.id())
                .query(Fact.class)
                .list());
    }

    @Test
    void theHeadSaysTheOrderAndTurnsIt() {
        Answer page = cast.ada().get(course.learners()).ok();
        assertThat(page.one("th[aria-sort]").text()).isEqualTo("Name");
        page = page.click("Score").ok();
        assertThat(page.one("th[aria-sort=ascending]").text()).isEqualTo("Score");
        page = page.click("Score").ok();
        assertThat(page.one("th[aria-sort=descending]").text()).isEqualTo("Score");
        assertThat(page.one("select[name=sort] option[selected]").text()).isEqualTo("Score, descending");
        assertThat(page.one("a[href*=download]").attr("href")).contains("sort=-score");
        String address = page.address();
        assertThat(Statements.least(() -> cast.ada().get(address))).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aFilterStaysWhenTheOrderChanges() {
        Answer page = cast.ada()
                .get(course.learners() + "?state=completed")
                .ok()
                .click("Due")
                .ok();
        assertThat(page.one("select[name=state] option[selected]").attr("value"))
                .isEqualTo("completed");
        assertThat(page.all("tbody tr")).hasSize(MANY / 3);
    }

    @Test
    void aNewNameStandsInItsNewPlace() {
        cast.run(() -> Program.bean(JdbcClient.class)
                .sql("""
                        update people.person
                        set name = 'Zoe Last', sort_name = 'zzz zoe'
                        where id = (select person_id from courses.enrolment where course_id = :course order by id desc limit 1)
                        """)
                .param("course", course.id())
                .update());
        assertThat(cast.ada()
                        .get(course.learners() + "?sort=-name")
                        .ok()
                        .all("tbody th a")
                        .getFirst()
                        .text())
                .isEqualTo("Zoe Last");
    }

    private static List<String> ids(Answer page) {
        return page.all("tbody tr input[name=ids]").stream()
                .map(box -> box.attr("value"))
                .toList();
    }

    @Test
    void aMangledPlaceIsTheStart() {
        List<String> start =
                ids(cast.ada().get(course.learners() + "?sort=-due").ok());
        assertThat(start).hasSize(50);
        for (String after : List.of("%00", "abc", "AAAA", "MDAw IDEg", "x".repeat(3_000))) {
            Answer page = cast.ada()
                    .get(course.learners() + "?sort=-due&after=" + after.replace(" ", "%20"))
                    .ok();
            assertThat(ids(page)).as(after).isEqualTo(start);
        }
        cast.ada()
                .get(course.learners() + "?sort=tenant_id;drop&columns=..%00&activities=zz")
                .ok();
    }

    @Test
    void onAPhoneOneChoosesTheOrderFromAList() {
        try (Screen ada = Screen.of(cast.ada());
                Screen phone = Screen.of(cast.ada()).phone().reading("ar").withoutScript();
                Screen night = Screen.of(cast.ada()).phone().dark()) {
            ada.go(course.learners() + "?sort=-score");
            ada.picture("learners-list");
            Axe.check(ada.page());
            ada.quiet();
            phone.go(course.learners() + "?sort=-score");
            phone.page().selectOption("#sort", "due");
            phone.page().locator(".filter button").click();
            assertThat(phone.page().url()).contains("sort=due");
            phone.picture("learners-list-ar-phone");
            phone.fits();
            night.go(course.learners());
            night.picture("learners-list-dark-phone");
            Axe.check(night.page());
            night.fits();
            ada.go(course.learners() + "?view=matrix");
            ada.picture("learners-matrix");
            Axe.check(ada.page());
        }
    }
}
