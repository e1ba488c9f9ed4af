package org.cybox.courses.enrolment;

import static org.cybox.platform.files.Sheet.figure;
import static org.cybox.platform.files.Sheet.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.Outline;
import org.cybox.courses.Releases;
import org.cybox.courses.enrolment.LearnerStore.Cell;
import org.cybox.courses.enrolment.LearnerStore.Row;
import org.cybox.platform.files.Sheet;
import org.cybox.platform.files.Sheet.Value;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of learners as a file: one line a learner, two columns an activity. */
@Component
class LearnersSheet {

    private static final int PIECE = 500;

    private final Learners learners;
    private final Releases releases;

    LearnersSheet(Learners learners, Releases releases) {
        this.learners = learners;
        this.releases = releases;
    }

    /** All rows that the filter lets through, in its order, the head first; what was chosen to be seen, else everything. */
    Sheet of(Course course, LearnerFilter filter, Visitor visitor, T t) {
        List<Outline.Block> blocks = course.releaseId() == null
                ? List.of()
                : releases.get(course.releaseId())
                        .outline()
                        .blocks()
                        .filter(block -> filter.shown().has(block.id()))
                        .toList();
        List<Column> columns = filter.shown().list().orElse(List.of(Column.values()));
        List<List<Value>> lines = new ArrayList<>();
        lines.add(head(columns, blocks, visitor, t));
        LearnerFilter place = filter.fromStart();
        List<Row> rows;
        do {
            rows = learners.page(course.id(), place, visitor, PIECE);
            Map<UUID, Map<UUID, Cell>> cells = learners.cells(rows);
            rows.forEach(row -> lines.add(line(row, columns, blocks, cells.getOrDefault(row.id(), Map.of()), t)));
            if (!rows.isEmpty()) {
                place = place.after(rows.getLast().place());
            }
        } while (rows.size() == PIECE);
        return new Sheet(t.of("enrolment.learners"), lines);
    }

    private static List<Value> head(List<Column> columns, List<Outline.Block> blocks, Visitor visitor, T t) {
        List<Value> head = new ArrayList<>();
        head.add(text(t.of("enrolment.name")));
        head.add(text(t.of("enrolment.sign")));
        for (Column column : columns) {
            switch (column) {
                case PROGRESS -> {
                    head.add(text(t.of("enrolment.sheet.done")));
                    head.add(text(t.of("enrolment.sheet.total")));
                }
                case SCORE -> head.add(text(t.of("enrolment.sheet.percent")));
                case DUE -> {
                    head.add(text(t.of("enrolment.due")));
                    head.add(text(t.of("enrolment.overdue")));
                }
                case STATE, SEEN, ENROLLED, COMPLETED -> head.add(text(t.of(column.text)));
            }
        }
        for (Outline.Block block : blocks) {
            String title = block.title().in(visitor.language());
            head.add(text(title));
            head.add(text(title + " – " + t.of("enrolment.points")));
        }
        return head;
    }

    private List<Value> line(Row row, List<Column> columns, List<Outline.Block> blocks, Map<UUID, Cell> cells, T t) {
        List<Value> line = new ArrayList<>();
        line.add(text(row.name()));
        line.add(text(row.email() != null ? row.email() : row.username()));
        columns.forEach(column -> line.addAll(values(row, column, t)));
        for (Outline.Block block : blocks) {
            Optional<Cell> cell = Optional.ofNullable(cells.get(block.id()));
            line.add(text(t.of("enrolment.reached." + cell.map(Cell::state).orElse("none"))));
            line.add(cell.map(Cell::score)
                    .<Value>map(score -> figure(score / 100.0))
                    .orElse(text("")));
        }
        return line;
    }

    private List<Value> values(Row row, Column column, T t) {
        return switch (column) {
            case STATE -> List.of(text(t.of("enrolment.state." + row.state())));
            case PROGRESS -> List.of(figure(row.done()), figure(row.total()));
            case SCORE ->
                List.of(LearnersController.percent(row.score(), row.scoreMax())
                        .<Value>map(percent -> figure(percent))
                        .orElse(text("")));
            case DUE -> {
                boolean overdue = row.state().equals("active")
                        && row.dueOn() != null
                        && row.dueOn().isBefore(learners.today());
                yield List.of(
                        text(row.dueOn() == null ? "" : row.dueOn().toString()),
                        text(overdue ? t.of("enrolment.overdue") : ""));
            }
            case SEEN -> List.of(day(row.seenAt()));
            case ENROLLED -> List.of(day(row.enrolledAt()));
            case COMPLETED -> List.of(day(row.completedAt()));
        };
    }

    private Value day(@Nullable Instant at) {
        return text(at == null ? "" : learners.day(at).toString());
    }
}
