package org.cybox.platform.jobs;

import java.util.UUID;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How long work goes, for the one who started it. */
@Controller
class JobController {

    private final JobStore store;

    JobController(JobStore store) {
        this.store = store;
    }

    /**
     * @param text what is to be said: how far it is, what came out or why it failed
     * @param total 0 while nobody knows
     * @param link where the result lies, or blank
     */
    public record JobPage(
            UUID id, String title, String state, String text, int done, int total, String share, String link)
            implements Page {

        public boolean running() {
            return !state.equals("done") && !state.equals("failed");
        }
    }

    @GetMapping("/jobs/{id}")
    @Allow(Who.SIGNED_IN)
    JobPage show(@PathVariable UUID id, Visitor visitor, T t) {
        Job job = store.find(id)
                .filter(there -> visitor.person().equals(there.personId()))
                .orElseThrow(NotFound::new);
        String share = job.total() == 0 ? "" : t.percent(Math.min(1.0, (double) job.done() / job.total()));
        return new JobPage(
                id,
                title(job, t),
                job.state(),
                text(job, t),
                job.done(),
                job.total(),
                share,
                job.result().get("link"));
    }

    private static String title(Job job, T t) {
        String key = job.kind() + ".job";
        return t.of(t.has(key) ? key : "platform.job.title");
    }

    private static String text(Job job, T t) {
        return switch (job.state()) {
            case "done" -> done(job, t);
            case "failed" -> failed(job, t);
            case "running" ->
                job.total() == 0
                        ? t.of("platform.job.running")
                        : t.of("platform.job.progress", job.done(), job.total());
            default -> t.of("platform.job.waiting");
        };
    }

    private static String done(Job job, T t) {
        String key = job.kind() + ".done";
        return t.has(key)
                ? t.of(
                        key,
                        job.result().numbered().stream()
                                .map(JobController::number)
                                .toArray())
                : t.of("platform.job.done");
    }

    private static String failed(Job job, T t) {
        String key = job.result().refused();
        return t.has(key)
                ? t.of(
                        key,
                        job.result().arguments().stream()
                                .map(JobController::number)
                                .toArray())
                : t.of("platform.job.failed");
    }

    /** Plurals need a number where a number was said. */
    private static Object number(String value) {
        return value.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(value) : value;
    }
}
