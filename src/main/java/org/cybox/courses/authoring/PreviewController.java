package org.cybox.courses.authoring;

import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Previews;
import org.cybox.courses.learning.LessonPages;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draft as a learner would see it. Nothing is recorded. */
@Controller
@RequestMapping("/courses/{course}/preview")
@Allow(Who.TRAINER)
class PreviewController {

    private final Previews previews;
    private final LessonPages pages;

    PreviewController(Previews previews, LessonPages pages) {
        this.previews = previews;
        this.pages = pages;
    }

    /** Begins with the first activity. */
    @GetMapping
    Redirect first(@PathVariable UUID course, Visitor visitor) {
        Optional<UUID> first = previews.first(visitor, course);
        return first.map(block -> Redirect.to("/courses/" + course + "/preview/" + block))
                .orElseGet(() -> Redirect.to("/courses/" + course).warning("courses.problem.noActivity"));
    }

    @GetMapping("/{block}")
    Object preview(
            @PathVariable UUID course,
            @PathVariable UUID block,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "false") boolean light,
            Visitor visitor) {
        Previews.Preview preview = previews.of(visitor, course, block);
        return preview.elsewhere().isPresent()
                ? Redirect.to(preview.elsewhere().get())
                : pages.page(preview.lesson(), preview.version(), visitor, in, light);
    }
}
