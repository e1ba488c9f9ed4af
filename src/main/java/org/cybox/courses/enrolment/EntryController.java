package org.cybox.courses.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.courses.Kinds;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.courses.Title;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Outcome;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A course in the catalogue: what it teaches, and how one joins. */
@Controller
class EntryController {

    private final EntryStore entries;
    private final Enrolments enrolments;
    private final Releases releases;
    private final Joining joining;
    private final Kinds kinds;

    EntryController(EntryStore entries, Enrolments enrolments, Releases releases, Joining joining, Kinds kinds) {
        this.entries = entries;
        this.enrolments = enrolments;
        this.releases = releases;
        this.joining = joining;
        this.kinds = kinds;
    }

    /**
     * @param standing stranger, outsider (signed in, no member here), none, requested, refused, left, active or completed
     * @param way open, key, approval, closed or over
     * @param reason why a request was refused, or blank; @param problem why joining did not work, or blank
     */
    public record EntryPage(
            UUID course,
            Title title,
            Title summary,
            Title audience,
            List<Title> outcomes,
            List<Part> parts,
            int hours,
            int minutes,
            List<String> languages,
            String standing,
            String way,
            Optional<LocalDate> until,
            String reason,
            String field,
            String problem,
            Outcome outcome)
            implements Page {

        @Override
        public int status() {
            return outcome.status();
        }

        @Override
        public int retryAfter() {
            return outcome.retryAfter();
        }
    }

    public record Part(Title title, List<Item> items, int minutes) {}

    /** @param kind text key of the kind's name, or blank */
    public record Item(Title title, String kind, int minutes) {}

    @GetMapping("/catalogue/{course}")
    @Allow(Who.ANYONE)
    EntryPage show(@PathVariable UUID course, Visitor visitor) {
        return page(course, visitor, "", "", Outcome.FINE);
    }

    @PostMapping("/catalogue/{course}/enrolment")
    @Allow(Who.LEARNER)
    Object join(
            @PathVariable UUID course,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String message,
            Visitor visitor,
            T t) {
        try {
            return switch (joining.join(visitor, course, key, message)) {
                case IN -> Redirect.to("/learn/" + course).saying("enrolment.in");
                case ALREADY_IN -> Redirect.to("/learn/" + course).saying("enrolment.already");
                case REQUESTED -> Redirect.to("/catalogue/" + course).saying("enrolment.requested");
                case ALREADY_REQUESTED -> Redirect.to("/catalogue/" + course).saying("enrolment.requested.already");
            };
        } catch (Refused refused) {
            return page(course, visitor, refused.field(), refused.text(t), Outcome.of(refused));
        }
    }

    /** The learner does not want it any more, or takes a request back. */
    @PostMapping("/catalogue/{course}/enrolment/end")
    @Allow(Who.LEARNER)
    Redirect leave(@PathVariable UUID course, Visitor visitor) {
        Enrolment mine = enrolments.of(course, visitor.person()).orElseThrow(NotFound::new);
        if (mine.state().equals("requested")) {
            enrolments.leave(mine, "");
        }
        return Redirect.to("/catalogue/" + course).saying("enrolment.withdrawn");
    }

    private EntryPage page(UUID course, Visitor visitor, String field, String problem, Outcome outcome) {
        EntryStore.Entry entry = entries.find(course)
                .filter(found -> found.listed() || visitor.learner())
                .orElseThrow(NotFound::new);
        Optional<Enrolment> mine = visitor.learner() ? enrolments.of(course, visitor.person()) : Optional.empty();
        Release release = releases.get(entry.releaseId());
        String reader = visitor.language();
        List<Part> parts = parts(release, reader);
        return new EntryPage(
                course,
                Title.of(entry.title(), reader),
                Title.of(entry.summary(), reader),
                Title.of(entry.audience(), reader),
                entry.outcomes().list().stream()
                        .map(one -> Title.of(one.text(), reader))
                        .toList(),
                parts,
                entry.hours(),
                parts.stream().mapToInt(Part::minutes).sum(),
                Languages.list(entry.languages()),
                standing(visitor, mine),
                entry.way(joining.today()),
                Optional.ofNullable(entry.enrolUntil()),
                mine.filter(one -> one.state().equals("refused"))
                        .map(Enrolment::reason)
                        .orElse(""),
                field,
                problem,
                outcome);
    }

    private static String standing(Visitor visitor, Optional<Enrolment> mine) {
        if (!visitor.signedIn()) {
            return "stranger";
        }
        return visitor.learner() ? mine.map(Enrolment::state).orElse("none") : "outsider";
    }

    private List<Part> parts(Release release, String reader) {
        Map<String, String> names = kinds.nameKeys();
        return release.outline().parts().stream()
                .map(part -> new Part(
                        Title.of(part.title(), reader),
                        part.blocks().stream()
                                .map(block -> new Item(
                                        Title.of(block.title(), reader),
                                        names.getOrDefault(block.kind(), ""),
                                        block.minutes()))
                                .toList(),
                        part.blocks().stream()
                                .mapToInt(block -> block.minutes())
                                .sum()))
                .toList();
    }
}
