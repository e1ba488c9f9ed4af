package org.cybox.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form that could not be taken, kept in the answer so that one button sends it once more. Passwords are not repeated,
 * and no browser gives a file twice without being asked.
 *
 * @param address without its query, whose values are among the fields
 * @param hint text key of what to do before
 */
public record Again(String address, boolean multipart, String hint, List<Field> fields) {

    public record Field(String name, String value) {}

    private static final String FILES = "platform.again.files";

    /** @param hint unless files were sent, which the person has to choose anew */
    static Optional<Again> of(HttpServletRequest request, String hint) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean multipart = type.startsWith("multipart/form-data");
        if (!multipart && !type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        return of(request, fields(request), multipart, multipart && files(request) ? FILES : hint);
    }

    /** Of a form with a file that was not taken. */
    static Optional<Again> of(HttpServletRequest request, List<Field> fields) {
        return of(request, fields, true, FILES);
    }

    private static Optional<Again> of(HttpServletRequest request, List<Field> fields, boolean multipart, String hint) {
        List<Field> kept = fields.stream()
                .filter(field -> !field.name().toLowerCase(Locale.ROOT).contains("password"))
                .toList();
        return kept.isEmpty() || !request.getMethod().equals("POST")
                ? Optional.empty()
                : Optional.of(new Again(request.getRequestURI(), multipart, hint, kept));
    }

    /** None of a form that broke off before it could be read. */
    private static List<Field> fields(HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        try {
            request.getParameterMap()
                    .forEach((name, values) -> List.of(values).forEach(value -> fields.add(new Field(name, value))));
        } catch (IllegalStateException e) {
            return List.of();
        }
        return List.copyOf(fields);
    }

    private static boolean files(HttpServletRequest request) {
        try {
            Collection<Part> parts = request.getParts();
            return parts.stream().map(Part::getSubmittedFileName).anyMatch(name -> name != null && !name.isBlank());
        } catch (IOException | ServletException | IllegalStateException e) {
            return true;
        }
    }
}
