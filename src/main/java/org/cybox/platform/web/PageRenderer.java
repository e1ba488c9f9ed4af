package org.cybox.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Renders a page in its shell. The one place that knows templates. */
@Component
public class PageRenderer {

    private static final String BASE = "org.cybox";

    private final TemplateEngine engine;
    private final Map<Class<?>, String> templates = new ConcurrentHashMap<>();

    /** @param sources folder of templates to compile on the fly while developing; blank for the precompiled ones */
    PageRenderer(@Value("${cybox.templates:}") String sources) {
        engine = sources.isBlank()
                ? TemplateEngine.createPrecompiled(null, ContentType.Html, null, BASE)
                : TemplateEngine.create(
                        new DirectoryCodeResolver(Path.of(sources)),
                        Path.of("target/jte-dev"),
                        ContentType.Html,
                        PageRenderer.class.getClassLoader(),
                        BASE);
        engine.setTrimControlStructures(true);
    }

    void render(Page page, Shell shell, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template(page.getClass()), Map.of("page", page, "shell", shell), output);
        response.setStatus(page.status());
        sayWhen(page, response);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", shell.visitor().signedIn() ? "no-store" : "no-cache");
        response.addHeader("Vary", "HX-Request, Cookie, Accept-Language");
        response.setContentLength(output.getContentLength());
        if (!request.getMethod().equals("HEAD")) {
            // In one piece: a template is hundreds of small ones, and each would pass all filters and the compressor.
            response.getOutputStream().write(output.toByteArray());
        }
    }

    static void sayWhen(Page page, HttpServletResponse response) {
        if (page.retryAfter() > 0) {
            response.setHeader("Retry-After", String.valueOf(page.retryAfter()));
        }
    }

    /** What is not a page - a mail, a document to print - as text: the record's template gets it as {@code page}. */
    public String draw(Record model) {
        StringOutput output = new StringOutput();
        engine.render(template(model.getClass()), Map.of("page", model), output);
        return output.toString();
    }

    /** {@code org.cybox.courses.CourseController.CoursePage} is drawn by {@code courses/CoursePage.jte}. */
    private String template(Class<?> page) {
        return templates.computeIfAbsent(
                page,
                type -> type.getPackageName().substring(BASE.length() + 1).replace('.', '/')
                        + "/"
                        + type.getSimpleName()
                        + ".jte");
    }
}
