package org.cybox.courses.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.cybox.courses.enrolment.LearnerStore.Cell;
import org.cybox.courses.enrolment.LearnerStore.Counts;
import org.cybox.courses.enrolment.LearnerStore.GroupName;
import org.cybox.courses.enrolment.LearnerStore.Row;
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

    /** @param more address of the next rows, or blank; @param query of this filter, for downloads, with its question mark */
    public record LearnersPage(
            UUID course,
            CourseHead head,
            LearnerFilter filter,
            Counts counts,
            List<GroupName> groups,
            List<Column> columns,
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
    }

    /** An activity of the present release. @param number as the matrix heads it */
    public record Column(UUID block, int number, Title title) {}

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
            boolean otherRelease,
            String reason,
            List<Mark> marks) {}

    /** @param state none, opened, started or done; @param percent of its points */
    public record Mark(String state, Optional<Integer> percent, boolean byHand) {}

    @GetMapping("/courses/{course}/learners")
    @Allow(Who.TRAINER)
    LearnersPage list(@PathVariable UUID course, @RequestParam Map<String, String> asked, Visitor visitor) {
        Course here = courses.runBy(visitor, course);
        LearnerFilter filter = LearnerFilter.of(asked);
        List<Row> rows = learners.page(course, filter, visitor, SIZE + 1);
        List<Row> shown = rows.subList(0, Math.min(SIZE, rows.size()));
        List<Column> columns = columns(here, visitor.language());
        Map<UUID, Map<UUID, Cell>> cells = filter.view().equals("matrix") ? learners.cells(shown) : Map.of();
        LocalDate today = learners.today();
        String path = "/courses/" + course + "/learners";
        return new LearnersPage(
                course,
                CourseHead.of(here, visitor),
                filter,
                store.counts(course, visitor, today),
                store.groups(visitor),
                columns,
                shown.stream()
                        .map(row -> learner(row, here, columns, cells.getOrDefault(row.id(), Map.of()), today))
                        .toList(),
                rows.size() > SIZE
                        ? filter.after(
                                        shown.getLast().sortName(),
                                        shown.getLast().id())
                                .address(path)
                        : "",
                filter.first() ? "" : filter.fromStart().address(path),
                filter.viewed("list").address(path),
                filter.viewed("matrix").address(path),
                query(filter));
    }

    private static String query(LearnerFilter filter) {
        String address = filter.fromStart().viewed("list").address("");
        return address.isEmpty() ? "?" : address + "&";
    }

    private List<Column> columns(Course course, String reader) {
        if (course.releaseId() == null) {
            return List.of();
        }
        List<Column> columns = new ArrayList<>();
        for (Outline.Block block :
                releases.get(course.releaseId()).outline().blocks().toList()) {
            columns.add(new Column(block.id(), columns.size() + 1, Title.of(block.title(), reader)));
        }
        return columns;
    }

    private static Learner learner(
            Row row, Course course, List<Column> columns, Map<UUID, Cell> cells, LocalDate today) {
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
                !row.releaseId().equals(course.releaseId()),
                row.reason(),
                columns.stream()
                        .map(column -> Optional.ofNullable(cells.get(column.block()))
                                .map(cell ->
                                        new Mark(cell.state(), percent(cell.score(), cell.scoreMax()), cell.byHand()))
                                .orElse(new Mark("none", Optional.empty(), false)))
                        .toList());
    }

    static Optional<Integer> percent(
            @org.jspecify.annotations.Nullable Integer score, @org.jspecify.annotations.Nullable Integer max) {
        return score == null || max == null || max == 0
                ? Optional.empty()
                : Optional.of(Math.round(score * 100f / max));
    }
}
