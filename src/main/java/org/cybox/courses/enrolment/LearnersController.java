package org.cybox.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Outline;
import org.cybox.courses.Releases;
import org.cybox.courses.Title;
import org.cybox.courses.authoring.CourseHead;
import org.cybox.courses.enrolment.LearnerStore.Around;
import org.cybox.courses.enrolment.LearnerStore.Cell;
import org.cybox.courses.enrolment.LearnerStore.GroupName;
import org.cybox.courses.enrolment.LearnerStore.Row;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The table of a course's learners, as a list and as a matrix of learners and activities. */
@Controller
class LearnersController {

    private static final int SIZE = 50;

    private final Learners learners;
    private final LearnerStore store;
    private final Courses courses;
    private final Releases releases;

    LearnersController(Learners learners, LearnerStore store, Courses courses, Releases releases) {
        this.learners = learners;
        this.store = store;
        this.courses = courses;
        this.releases = releases;
    }

    /**
     * @param more address of the next rows, or blank; @param query of this filter and choice, for downloads, with its question mark
     * @param headings of the list, the name's first; @param columns of the matrix; @param activities all of the release
     * @param kept words of the address that the form of the filter has no field for
     */
    public record LearnersPage(
            UUID course,
            CourseHead head,
            LearnerFilter filter,
            Around around,
            List<GroupName> groups,
            List<Heading> headings,
            List<Option> sorts,
            List<Activity> columns,
            List<Activity> activities,
            List<Option> choice,
            Map<String, String> kept,
            List<Learner> rows,
            String more,
            String first,
            String list,
            String matrix,
            String query)
            implements Page {

        public String address() {
            return "/courses/" + course + "/learners";
        }

        public boolean has(String column) {
            return headings.stream().anyMatch(heading -> heading.column().equals(column));
        }
    }

    /** @param link sorts by it; @param order ascending or descending when it is sorted so, or blank */
    public record Heading(String column, String label, boolean figures, String link, String order) {}

    public record Option(String word, String label, boolean chosen) {}

    /** An activity of the present release. @param number as the matrix heads it; @param end of its identifier */
    public record Activity(UUID block, int number, Title title, String end, boolean shown) {}

    /** @param percent of the points that could be had so far; @param marks in the order of the columns, for the matrix */
    public record Learner(
            UUID id,
            String name,
            String sign,
            String state,
            int done,
            int total,
            Optional<Integer> percent,
            Optional<LocalDate> dueOn,
            boolean overdue,
            Optional<Instant> seenAt,
            Instant enrolledAt,
            Optional<Instant> completedAt,
            boolean otherRelease,
            String reason,
            List<Mark> marks) {}

    /** @param state none, opened, started or done; @param percent of its points */
    public record Mark(String state, Optional<Integer> percent, boolean byHand) {

        static final Mark NONE = new Mark("none", Optional.empty(), false);
    }

    @GetMapping("/courses/{course}/learners")
    @Allow(Who.TRAINER)
    LearnersPage list(@PathVariable UUID course, @RequestParam Map<String, String> asked, Visitor visitor, T t) {
        Course here = courses.runBy(visitor, course);
        LearnerFilter filter = LearnerFilter.of(asked);
        List<Row> rows = learners.page(course, filter, visitor, SIZE + 1);
        List<Row> shown = rows.subList(0, Math.min(SIZE, rows.size()));
        LocalDate today = learners.today();
        Around around = store.around(course, visitor, today);
        Shown choice = filter.shown().chosen() ? filter.shown() : around.remembered();
        boolean matrix = filter.view().equals("matrix");
        List<Activity> activities = activities(here, choice, visitor.language());
        List<Activity> columns =
                matrix ? activities.stream().filter(Activity::shown).toList() : List.of();
        Map<UUID, Map<UUID, Cell>> cells = matrix ? learners.cells(shown) : Map.of();
        String path = "/courses/" + course + "/learners";
        List<Column> list = choice.list().orElse(Column.USUAL);
        return new LearnersPage(
                course,
                CourseHead.of(here, visitor),
                filter,
                around,
                around.groups().list(),
                headings(list, filter, path, t),
                sorts(filter.sort(), t),
                columns,
                activities,
                Arrays.stream(Column.values())
                        .map(column -> new Option(column.word(), t.of(column.text), list.contains(column)))
                        .toList(),
                kept(filter),
                shown.stream()
                        .map(row -> learner(row, here, columns, cells.getOrDefault(row.id(), Map.of()), today))
                        .toList(),
                rows.size() > SIZE ? filter.after(shown.getLast().place()).address(path) : "",
                filter.first() ? "" : filter.fromStart().address(path),
                filter.viewed("list").address(path),
                filter.viewed("matrix").address(path),
                query(filter.showing(choice)));
    }

    private static List<Heading> headings(List<Column> list, LearnerFilter filter, String path, T t) {
        List<Heading> headings = new ArrayList<>();
        headings.add(heading("name", t.of("enrolment.name"), false, filter, path));
        list.forEach(column -> headings.add(heading(column.word(), t.of(column.text), column.figures, filter, path)));
        return headings;
    }

    private static Heading heading(String column, String label, boolean figures, LearnerFilter filter, String path) {
        Sort sort = filter.sort();
        return new Heading(
                column, label, figures, filter.sorted(sort.next(column)).address(path), sort.said(column));
    }

    private static List<Option> sorts(Sort present, T t) {
        return Sort.all().stream()
                .map(sort -> new Option(
                        sort.word(),
                        t.of(
                                sort.backwards() ? "enrolment.sort.down" : "enrolment.sort.up",
                                t.of(Column.named(sort.by())
                                        .map(column -> column.text)
                                        .orElse("enrolment.name"))),
                        sort.equals(present)))
                .toList();
    }

    private static Map<String, String> kept(LearnerFilter filter) {
        Map<String, String> kept = new LinkedHashMap<>(filter.parameters());
        kept.keySet().retainAll(List.of("view", "columns", "activities"));
        return kept;
    }

    private static String query(LearnerFilter filter) {
        String address = filter.fromStart().viewed("list").address("");
        return address.isEmpty() ? "?" : address + "&";
    }

    private List<Activity> activities(Course course, Shown choice, String reader) {
        if (course.releaseId() == null) {
            return List.of();
        }
        List<Activity> activities = new ArrayList<>();
        for (Outline.Block block :
                releases.get(course.releaseId()).outline().blocks().toList()) {
            activities.add(new Activity(
                    block.id(),
                    activities.size() + 1,
                    Title.of(block.title(), reader),
                    Shown.end(block.id()),
                    choice.has(block.id())));
        }
        return activities;
    }

    private static Learner learner(
            Row row, Course course, List<Activity> columns, Map<UUID, Cell> cells, LocalDate today) {
        return new Learner(
                row.id(),
                row.name(),
                row.email() != null ? row.email() : String.valueOf(row.username()),
                row.state(),
                row.done(),
                row.total(),
                percent(row.score(), row.scoreMax()),
                Optional.ofNullable(row.dueOn()),
                row.state().equals("active")
                        && row.dueOn() != null
                        && row.dueOn().isBefore(today),
                Optional.ofNullable(row.seenAt()),
                row.enrolledAt(),
                Optional.ofNullable(row.completedAt()),
                !row.releaseId().equals(course.releaseId()),
                row.reason(),
                columns.stream()
                        .map(column -> Optional.ofNullable(cells.get(column.block()))
                                .map(cell ->
                                        new Mark(cell.state(), percent(cell.score(), cell.scoreMax()), cell.byHand()))
                                .orElse(Mark.NONE))
                        .toList());
    }

    static Optional<Integer> percent(
            @org.jspecify.annotations.Nullable Integer score, @org.jspecify.annotations.Nullable Integer max) {
        return score == null || max == null || max == 0
                ? Optional.empty()
                : Optional.of(Math.round(score * 100f / max));
    }
}
