package org.cybox.courses.enrolment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.cybox.platform.text.T;
import org.cybox.platform.web.Visitor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
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

    /** A number or a text; a date is its ISO form. */
    sealed interface Value {
        record Text(String text) implements Value {}

        record Figure(double number) implements Value {}
    }

    /** All rows that the filter lets through, the head first. */
    List<List<Value>> rows(Course course, LearnerFilter filter, Visitor visitor, T t) {
        List<Outline.Block> blocks = course.releaseId() == null
                ? List.of()
                : releases.get(course.releaseId()).outline().blocks().toList();
        List<List<Value>> lines = new ArrayList<>();
        lines.add(head(blocks, visitor, t));
        LearnerFilter place = filter.fromStart();
        List<Row> rows;
        do {
            rows = learners.page(course.id(), place, visitor, PIECE);
            Map<UUID, Map<UUID, Cell>> cells = learners.cells(rows);
            rows.forEach(row -> lines.add(line(row, blocks, cells.getOrDefault(row.id(), Map.of()), t)));
            if (!rows.isEmpty()) {
                place = place.after(rows.getLast().sortName(), rows.getLast().id());
            }
        } while (rows.size() == PIECE);
        return lines;
    }

    private static List<Value> head(List<Outline.Block> blocks, Visitor visitor, T t) {
        List<Value> head = new ArrayList<>();
        for (String key : List.of(
                "enrolment.name",
                "enrolment.sign",
                "enrolment.state",
                "enrolment.sheet.done",
                "enrolment.sheet.total",
                "enrolment.sheet.percent",
                "enrolment.enrolledAt",
                "enrolment.due",
                "enrolment.overdue",
                "enrolment.seen",
                "enrolment.completedAt")) {
            head.add(new Value.Text(t.of(key)));
        }
        for (Outline.Block block : blocks) {
            String title = block.title().in(visitor.language());
            head.add(new Value.Text(title));
            head.add(new Value.Text(title + " – " + t.of("enrolment.points")));
        }
        return head;
    }

    private List<Value> line(Row row, List<Outline.Block> blocks, Map<UUID, Cell> cells, T t) {
        boolean overdue = row.state().equals("active")
                && row.dueOn() != null
                && row.dueOn().isBefore(learners.today());
        List<Value> line = new ArrayList<>();
        line.add(text(row.name()));
        line.add(text(row.email() != null ? row.email() : row.username()));
        line.add(text(t.of("enrolment.state." + row.state())));
        line.add(new Value.Figure(row.done()));
        line.add(new Value.Figure(row.total()));
        line.add(LearnersController.percent(row.score(), row.scoreMax())
                .<Value>map(percent -> new Value.Figure(percent))
                .orElse(text("")));
        line.add(day(row.enrolledAt()));
        line.add(text(row.dueOn() == null ? "" : row.dueOn().toString()));
        line.add(text(overdue ? t.of("enrolment.overdue") : ""));
        line.add(day(row.seenAt()));
        line.add(day(row.completedAt()));
        for (Outline.Block block : blocks) {
            Optional<Cell> cell = Optional.ofNullable(cells.get(block.id()));
            line.add(text(t.of("enrolment.reached." + cell.map(Cell::state).orElse("none"))));
            line.add(cell.map(Cell::score)
                    .<Value>map(score -> new Value.Figure(score / 100.0))
                    .orElse(text("")));
        }
        return line;
    }

    private static Value text(@Nullable String text) {
        return new Value.Text(text == null ? "" : text);
    }

    private static Value day(@Nullable Instant at) {
        return text(at == null ? "" : LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
    }

    static byte[] xlsx(List<List<Value>> lines, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "CYBOX", "1.0")) {
            Worksheet sheet = book.newWorksheet(name.replaceAll("[\\\\/*?\\[\\]:]", " "));
            sheet.freezePane(1, 1);
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    put(sheet, row, column, lines.get(row).get(column));
                }
            }
            sheet.range(0, 0, 0, lines.getFirst().size() - 1).style().bold().set();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(Worksheet sheet, int row, int column, Value value) {
        switch (value) {
            case Value.Text(String text) -> sheet.value(row, column, text);
            case Value.Figure(double number) -> sheet.value(row, column, number);
        }
    }

    /** UTF-8 with a byte order mark, since spreadsheets ask for it. */
    static byte[] csv(List<List<Value>> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            lines.forEach(line ->
                    csv.writeRecord(line.stream().map(LearnersSheet::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String cell(Value value) {
        return switch (value) {
            case Value.Text(String text) -> harmless(text);
            case Value.Figure(double number) ->
                number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        };
    }

    /** A text that a spreadsheet would take for a formula is told to be a text (OWASP: CSV injection). */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
