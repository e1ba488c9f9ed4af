package org.cybox.courses.authoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Course;
import org.cybox.courses.CoursePackage;
import org.cybox.courses.Offer;
import org.cybox.courses.Offers;
import org.cybox.courses.Release;
import org.cybox.courses.Title;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.SpaceSource;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the programme offers to institutions. */
@Controller
@RequestMapping("/courses")
@Allow(Who.TRAINER)
class OfferController {

    private final Offers offers;
    private final SpaceSource spaces;

    OfferController(Offers offers, SpaceSource spaces) {
        this.offers = offers;
        this.spaces = spaces;
    }

    /** @param takes this space can take them: it is not the one that offers */
    public record OffersPage(List<Line> lines, boolean takes) implements Page {}

    /** @param running address of the course that runs it here, or blank; @param newer it runs an older release */
    public record Line(
            UUID id,
            Title title,
            Title summary,
            int release,
            int hours,
            String languages,
            String running,
            int runs,
            boolean newer) {}

    public record OfferPage(Line line, List<Part> parts, boolean takes) implements Page {}

    public record Part(Title title, String kind, List<Item> items) {}

    public record Item(Title title, String kind, int minutes) {}

    @GetMapping("/offers")
    OffersPage list(Visitor visitor, Space space) {
        return new OffersPage(
                offers.current(visitor).stream().map(one -> line(one, visitor)).toList(), !space.programme());
    }

    @GetMapping("/offers/{offer}")
    OfferPage show(@PathVariable UUID offer, Visitor visitor, Space space) {
        Offers.Offered offered = offers.get(visitor, offer);
        CoursePackage content = offers.content(offered.offer());
        String language = visitor.language();
        return new OfferPage(
                line(offered, visitor),
                content.parts().stream()
                        .map(part -> new Part(
                                Title.of(part.title(), language),
                                part.kind(),
                                part.blocks().stream()
                                        .map(block -> new Item(
                                                Title.of(block.title(), language), block.kind(), block.minutes()))
                                        .toList()))
                        .toList(),
                !space.programme());
    }

    private static Line line(Offers.Offered one, Visitor visitor) {
        Offer offer = one.offer();
        Optional<Course> running = one.running();
        return new Line(
                offer.id(),
                Title.of(offer.title(), visitor.language()),
                Title.of(offer.summary(), visitor.language()),
                offer.releaseNumber(),
                offer.hours(),
                offer.languages(),
                running.map(course -> "/courses/" + course.id()).orElse(""),
                running.map(Course::releaseNumber).orElse(0),
                one.newer());
    }

    @PostMapping("/offers/{offer}/runs")
    Redirect run(@PathVariable UUID offer, Visitor visitor, Space space) {
        Course course = offers.run(visitor, space, offer, institution());
        return Redirect.to("/courses/" + course.id() + "/settings").saying("courses.offers.ran");
    }

    @PostMapping("/offers/{offer}/copies")
    Redirect copy(@PathVariable UUID offer, Visitor visitor, Space space) {
        Course course = offers.copy(visitor, space, offer, institution());
        return Redirect.to("/courses/" + course.id()).saying("courses.offers.copied");
    }

    /** The newest offered release, on purpose. */
    @PostMapping("/{course}/renewals")
    Redirect renew(@PathVariable UUID course, Visitor visitor) {
        Release release = offers.renew(visitor, course);
        return Redirect.to("/courses/" + course).saying("courses.offers.taken", release.number());
    }

    private String institution() {
        Words name = spaces.programme().name();
        return name.in("en");
    }
}
