package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.springframework.stereotype.Component;

/** What stands at the address of a space that the operator has closed for now: nothing of it, and a word why. */
@Component
class ClosedSpace {

    private final PageRenderer renderer;
    private final VisitorLanguage language;
    private final Texts texts;
    private final Assets assets;

    ClosedSpace(PageRenderer renderer, VisitorLanguage language, Texts texts, Assets assets) {
        this.renderer = renderer;
        this.language = language;
        this.texts = texts;
        this.assets = assets;
    }

    /** The model of the template {@code platform/web/ClosedNote.jte}. @param style address of the style sheet */
    public record ClosedNote(String language, String direction, String style, String title, String text) {}

    void answer(HttpServletRequest request, HttpServletResponse response, Space space) throws IOException {
        T t = texts.in(language.nearest(request, space));
        ClosedNote note = new ClosedNote(
                t.language(),
                t.direction(),
                assets.address("css/cybox.css"),
                t.of("platform.closed.title", space.name().in(t.language())),
                t.of("platform.closed.text"));
        response.setStatus(503);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(renderer.draw(note).getBytes(StandardCharsets.UTF_8));
    }
}
