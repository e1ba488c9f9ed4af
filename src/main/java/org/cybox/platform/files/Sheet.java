package org.cybox.platform.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as a file for spreadsheets. @param name of its sheet; @param lines the head first */
public record Sheet(String name, List<List<Value>> lines) {

    /** A number or a text; a date is its ISO form. */
    public sealed interface Value {
        record Text(String text) implements Value {}

        record Figure(double number) implements Value {}
    }

    public static Value text(@Nullable String text) {
        return new Value.Text(text == null ? "" : text);
    }

    public static Value figure(double number) {
        return new Value.Figure(number);
    }

    /** {@code csv}, or {@code xlsx} for whatever else is asked for. */
    public static String kind(String asked) {
        return asked.equals("csv") ? "csv" : "xlsx";
    }

    public static String type(String kind) {
        return kind.equals("csv")
                ? "text/csv;charset=UTF-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    /** To be saved, and kept by no cache. */
    public static ResponseEntity<byte[]> download(byte[] bytes, String name, String kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type(kind)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + kind)
                                .build()
                                .toString())
                .body(bytes);
    }

    public byte[] as(String kind) {
        return kind.equals("csv") ? csv() : xlsx(List.of(this));
    }

    /** All in one book. */
    public static byte[] xlsx(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "CYBOX", "1.0")) {
            sheets.forEach(sheet -> sheet.write(book));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(Workbook book) {
        Worksheet sheet = book.newWorksheet(name.replaceAll("[\\\\/*?\\[\\]:]", " "));
        sheet.freezePane(1, 1);
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                put(sheet, row, column, lines.get(row).get(column));
            }
        }
        sheet.range(0, 0, 0, lines.getFirst().size() - 1).style().bold().set();
    }

    private static void put(Worksheet sheet, int row, int column, Value value) {
        switch (value) {
            case Value.Text(String text) -> sheet.value(row, column, text);
            case Value.Figure(double number) -> sheet.value(row, column, number);
        }
    }

    /** UTF-8 with a byte order mark, since spreadsheets ask for it. */
    public byte[] csv() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            lines.forEach(line -> csv.writeRecord(line.stream().map(Sheet::cell).toList()));
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
