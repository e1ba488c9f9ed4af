package org.cybox.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.platform.web.Writes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own notices. */
@Controller
class NoticeController {

    private static final int SOME = 30;
    private static final String LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final NoticeStore store;
    private final UnreadNotices counts;

    NoticeController(NoticeStore store, UnreadNotices counts) {
        this.store = store;
        this.counts = counts;
    }

    /** @param next query of the next part, or blank */
    public record NoticesPage(List<Line> notices, int unread, boolean first, String next) implements Page {}

    public record Line(UUID id, String subject, String text, boolean linked, boolean unread, Instant at, String when) {}

    @GetMapping("/notices")
    @Allow(Who.LEARNER)
    NoticesPage list(
            @RequestParam(defaultValue = "true") boolean unread,
            @RequestParam(defaultValue = LAST) UUID before,
            Visitor visitor,
            Space space,
            T t) {
        List<NoticeStore.Row> rows = store.page(visitor.person(), unread, before, SOME + 1);
        boolean more = rows.size() > SOME;
        List<NoticeStore.Row> shown = more ? rows.subList(0, SOME) : rows;
        String next = more
                ? "?unread=" + shown.getLast().unread() + "&before="
                        + shown.getLast().id()
                : "";
        return new NoticesPage(
                shown.stream().map(row -> line(row, t)).toList(),
                counts.unread(visitor, space).orElse(0),
                before.toString().equals(LAST),
                next);
    }

    private static Line line(NoticeStore.Row row, T t) {
        Told told = Told.in(t, row);
        return new Line(
                row.id(),
                told.subject(),
                told.text(),
                !row.link().isBlank(),
                row.unread(),
                row.createdAt(),
                t.moment(row.createdAt()));
    }

    /** Leads to what the notice is about and notes that it was read; nothing else happens. */
    @GetMapping("/notices/{id}")
    @Allow(Who.LEARNER)
    @Writes
    Redirect open(@PathVariable UUID id, Visitor visitor) {
        NoticeStore.Row notice = store.find(id, visitor.person()).orElseThrow(NotFound::new);
        read(notice.id(), visitor);
        return Redirect.to(notice.link().isBlank() ? "/notices" : notice.link());
    }

    @PostMapping("/notices/{id}/read")
    @Allow(Who.LEARNER)
    Redirect read(@PathVariable UUID id, Visitor visitor) {
        NoticeStore.Row notice = store.find(id, visitor.person()).orElseThrow(NotFound::new);
        if (notice.unread()) {
            store.read(id, visitor.person());
            counts.changed(List.of(visitor.person()));
        }
        return Redirect.to("/notices");
    }

    @PostMapping("/notices/read")
    @Allow(Who.LEARNER)
    Redirect readAll(Visitor visitor) {
        int count = store.readAll(visitor.person());
        counts.changed(List.of(visitor.person()));
        return Redirect.to("/notices").saying("notifications.allRead", count);
    }
}
