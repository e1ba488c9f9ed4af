package org.cybox.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.cybox.catalogue.CatalogueStore.Entry;
import org.cybox.catalogue.CatalogueStore.Search;
import org.cybox.platform.text.Languages;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one may join or read here. Strangers see what is open to anyone. */
@Controller
class CatalogueController {

    private static final int SIZE = 24;
    private static final List<String> JOININGS = List.of("open", "key", "approval", "closed");

    private final CatalogueStore store;
    private final Supplier<List<Standing>> standings;

    CatalogueController(CatalogueStore store, ObjectProvider<Standing> standings) {
        this.store = store;
        this.standings = SingletonSupplier.of(() -> standings.stream().toList());
    }

    /** @param more address of the next page, or blank; @param searched something was asked for */
    public record CataloguePage(
            String words,
            String language,
            String joining,
            List<String> languages,
            List<Card> cards,
            String more,
            boolean first,
            boolean searched)
            implements Page {}

    /** @param language of the title, {@code summaryLanguage} of the summary: what the reader gets */
    public record Card(
            String address,
            String title,
            String language,
            String summary,
            String summaryLanguage,
            List<String> languages,
            int hours,
            String joining,
            Optional<Standing.Mark> mark) {}

    @GetMapping("/catalogue")
    @Allow(Who.ANYONE)
    CataloguePage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String joining,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor,
            Space space) {
        String tag = Languages.valid(language) ? language : "";
        String how = JOININGS.contains(joining) ? joining : "";
        Search search = new Search(q, tag, how, visitor.learner() ? "members" : "anyone");
        Place place = Place.of(after);
        List<Entry> rows = store.page(search, place.title(), place.id(), SIZE + 1);
        List<Entry> shown = rows.subList(0, Math.min(SIZE, rows.size()));
        Map<UUID, Standing.Mark> marks = marks(visitor, shown);
        return new CataloguePage(
                q,
                tag,
                how,
                space.languages(),
                shown.stream().map(entry -> card(entry, visitor, marks)).toList(),
                rows.size() > SIZE ? address(q, tag, how, shown.getLast()) : "",
                after.isBlank(),
                !q.isBlank() || !tag.isBlank() || !how.isBlank());
    }

    private Map<UUID, Standing.Mark> marks(Visitor visitor, List<Entry> entries) {
        Map<UUID, Standing.Mark> marks = new HashMap<>();
        if (visitor.learner() && !entries.isEmpty()) {
            List<UUID> ids = entries.stream().map(Entry::id).toList();
            standings.get().forEach(standing -> marks.putAll(standing.of(visitor, ids)));
        }
        return marks;
    }

    private static Card card(Entry entry, Visitor visitor, Map<UUID, Standing.Mark> marks) {
        String reader = visitor.language();
        return new Card(
                entry.address(),
                entry.title().in(reader),
                entry.title().languageFor(reader),
                entry.summary().in(reader),
                entry.summary().languageFor(reader),
                Languages.list(entry.languages()),
                entry.hours(),
                entry.joining(),
                Optional.ofNullable(marks.get(entry.id())));
    }

    private static String address(String words, String language, String joining, Entry last) {
        StringBuilder address = new StringBuilder("/catalogue?after=").append(Place.word(last));
        new TreeMap<>(Map.of("q", words, "language", language, "joining", joining)).forEach((name, value) -> {
            if (!value.isBlank()) {
                address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return address.toString();
    }

    /** The last row of the page before. */
    private record Place(String title, UUID id) {

        private static final Place START = new Place("", new UUID(0, 0));

        static String word(Entry last) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((last.id() + last.sortTitle()).getBytes(StandardCharsets.UTF_8));
        }

        static Place of(String word) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
                return plain.length() < 36
                        ? START
                        : new Place(plain.substring(36).replace("\0", ""), UUID.fromString(plain.substring(0, 36)));
            } catch (IllegalArgumentException e) {
                return START;
            }
        }
    }
}
