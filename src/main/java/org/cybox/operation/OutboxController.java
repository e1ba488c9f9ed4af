package org.cybox.operation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cybox.platform.files.Html;
import org.cybox.platform.mail.Outbox;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mail that a demonstration would have sent. At the bare host, for the operator; not there in production. */
@Controller
class OutboxController implements ShellContributor {

    private static final int SOME = 40;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private final Outbox outbox;

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param next query of the next part, or blank */
    public record OutboxPage(List<Line> messages, boolean first, String next) implements Page {}

    public record Line(String id, String subject, String language, String to, String space, Instant at, String when) {}

    /**
     * @param pieces the plain text with its links; @param html sanitised
     * @param direction of both
     */
    public record LetterPage(Line message, String direction, List<Piece> pieces, String html) implements Page {}

    /** @param link blank for mere words */
    public record Piece(String text, String link) {}

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        return visitor.operator() && space.programme() && outbox.open()
                ? List.of(new Entry(60, "operation.outbox", "/operator/outbox"))
                : List.of();
    }

    @GetMapping("/operator/outbox")
    @Allow(Who.OPERATOR)
    @NoTransaction
    OutboxPage list(@RequestParam(defaultValue = "") String before, Space space, T t) {
        requireOpen(space);
        List<Outbox.Message> messages = outbox.list(before, SOME + 1);
        boolean more = messages.size() > SOME;
        List<Outbox.Message> shown = more ? messages.subList(0, SOME) : messages;
        return new OutboxPage(
                shown.stream().map(message -> line(message, t)).toList(),
                before.isBlank(),
                more ? "?before=" + shown.getLast().id() : "");
    }

    @GetMapping("/operator/outbox/{id}")
    @Allow(Who.OPERATOR)
    @NoTransaction
    LetterPage show(@PathVariable String id, Space space, T t) {
        requireOpen(space);
        Outbox.Message message = outbox.find(id).orElseThrow(NotFound::new);
        return new LetterPage(
                line(message, t),
                Languages.direction(message.language()),
                pieces(message.text()),
                html(message.html()));
    }

    @GetMapping("/operator/outbox/{id}/message.eml")
    @Allow(Who.OPERATOR)
    @NoTransaction
    ResponseEntity<Resource> download(@PathVariable String id, Space space) {
        requireOpen(space);
        Path file = outbox.file(id).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "message/rfc822")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".eml\"")
                .cacheControl(CacheControl.noStore())
                .body(new FileSystemResource(file));
    }

    private void requireOpen(Space space) {
        if (!outbox.open() || !space.programme()) {
            throw new NotFound();
        }
    }

    private static Line line(Outbox.Message message, T t) {
        return new Line(
                message.id(),
                message.subject(),
                message.language(),
                message.to(),
                message.space(),
                message.at(),
                t.moment(message.at()));
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        int from = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(from, found.start()), ""));
            pieces.add(new Piece(found.group(), found.group()));
            from = found.end();
        }
        pieces.add(new Piece(text.substring(from), ""));
        return pieces;
    }

    /** Mail is laid out by tables; here only what it says is of interest. */
    private static String html(String html) {
        Document letter = Jsoup.parse(html);
        letter.select("td").stream().filter(cell -> !cell.ownText().isBlank()).forEach(cell -> cell.tagName("p"));
        letter.select("table, tbody, tr, td").unwrap();
        return Html.clean(letter.body().html());
    }
}
