package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Outage;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Everything that goes wrong ends here, in one sentence for the person; details stay in the log, under a number. */
@ControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final PageRenderer renderer;
    private final Shells shells;
    private final Texts texts;

    Problems(PageRenderer renderer, Shells shells, Texts texts) {
        this.renderer = renderer;
        this.shells = shells;
        this.texts = texts;
    }

    /**
     * @param status the HTTP status
     * @param number to quote to the operator, blank when there is nothing to look up
     * @param retryAfter seconds, 0 when waiting does not help
     * @param again what was sent, to be sent once more; without it nothing typed could be kept
     */
    public record ProblemPage(
            int status, String title, String text, String number, String signIn, int retryAfter, Optional<Again> again)
            implements Page {

        ProblemPage(int status, String title, String text, String number, String signIn) {
            this(status, title, text, number, signIn, 0, Optional.empty());
        }
    }

    @ExceptionHandler
    void any(Exception problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setHeader("X-Request-Number", RequestContext.number(request));
        switch (Outage.of(problem)) {
            case AWAY -> away(problem, request, response);
            case FULL -> noRoom(problem, request, response);
            case NONE -> sound(problem, request, response);
        }
    }

    private void sound(Exception problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (problem) {
            case NotFound e -> say(request, response, 404, "notFound", "");
            case MethodArgumentTypeMismatchException e -> say(request, response, 404, "notFound", "");
            case Forbidden e -> say(request, response, 403, "forbidden", "");
            case Guard.SignInNeeded e ->
                say(request, response, 401, "signIn", e.address(), Again.of(request, "platform.again.signIn"));
            case Refused e -> refused(e, request, response);
            case MaxUploadSizeExceededException e -> tooLarge(request, response, List.of());
            case ServletRequestBindingException e -> say(request, response, 400, "badRequest", "");
            case HttpMessageNotReadableException e -> say(request, response, 400, "badRequest", "");
            case DataIntegrityViolationException e -> {
                LOG.warn(
                        "request {}: {}",
                        RequestContext.number(request),
                        e.getMostSpecificCause().getMessage());
                say(request, response, 409, "conflict", "");
            }
            case ErrorResponse e -> other(e.getStatusCode().value(), request, response);
            default -> broken(problem, request, response);
        }
    }

    private void refused(Refused problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        T t = texts.in(RequestContext.visitor(request).language());
        String title = problem.seconds() > 0 ? "platform.later.title" : "platform.refused.title";
        page(
                request,
                response,
                new ProblemPage(
                        problem.status(), t.of(title), problem.text(t), "", "", problem.seconds(), Optional.empty()));
    }

    /** @param fields what was typed beside the file, as far as it could be read */
    void tooLarge(HttpServletRequest request, HttpServletResponse response, List<Again.Field> fields)
            throws IOException {
        say(request, response, 413, "tooLarge", "", Again.of(request, fields));
    }

    /** No room for a file, or none for the database. */
    private void noRoom(Exception problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("request {}: no room is left: {}", RequestContext.number(request), problem.getMessage());
        later(request, response, 507, "full");
    }

    private void away(Exception problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("request {}: the database is away: {}", RequestContext.number(request), problem.getMessage());
        later(request, response, 503, "away");
    }

    /** Nothing was stored, and nothing that was typed is lost. */
    private void later(HttpServletRequest request, HttpServletResponse response, int status, String key)
            throws IOException {
        response.setHeader("Retry-After", "5");
        say(request, response, status, key, "", Again.of(request, "platform.again.text"));
    }

    private void other(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = switch (status) {
            case 404 -> "notFound";
            case 405 -> "method";
            case 413 -> "tooLarge";
            default -> "badRequest";
        };
        say(request, response, status, key, "");
    }

    private void broken(Exception problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("request {} failed", RequestContext.number(request), problem);
        say(request, response, 500, "broken", "");
    }

    private void say(HttpServletRequest request, HttpServletResponse response, int status, String key, String signIn)
            throws IOException {
        say(request, response, status, key, signIn, Optional.empty());
    }

    private void say(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String key,
            String signIn,
            Optional<Again> again)
            throws IOException {
        if (!RequestContext.known(request)) {
            plain(response, status);
            return;
        }
        T t = texts.in(RequestContext.visitor(request).language());
        String number = status >= 500 ? RequestContext.number(request) : "";
        page(
                request,
                response,
                new ProblemPage(
                        status,
                        t.of("platform." + key + ".title"),
                        t.of("platform." + key + ".text"),
                        number,
                        signIn,
                        0,
                        again));
    }

    private void page(HttpServletRequest request, HttpServletResponse response, ProblemPage page) throws IOException {
        String accept = String.valueOf(request.getHeader("Accept"));
        if (accept.startsWith("application/json")) {
            response.setStatus(page.status());
            response.setContentType("application/problem+json");
            PageRenderer.sayWhen(page, response);
            response.getOutputStream()
                    .write(Json.write(Map.of("title", page.title(), "detail", page.text(), "status", page.status()))
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        renderer.render(page, shells.shell(request, response), request, response);
    }

    private static void plain(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write((HttpStatus.valueOf(status).getReasonPhrase() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
