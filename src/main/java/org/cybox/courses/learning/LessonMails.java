package org.cybox.courses.learning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cybox.courses.BlockVersion;
import org.cybox.courses.Lesson;
import org.cybox.courses.Material;
import org.cybox.courses.Title;
import org.cybox.people.People;
import org.cybox.platform.data.Json;
import org.cybox.platform.mail.MailLayout;
import org.cybox.platform.mail.MailLayout.Button;
import org.cybox.platform.mail.MailLayout.Letter;
import org.cybox.platform.mail.Mails;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Limit;
import org.cybox.platform.web.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a lesson to oneself: its words to read on the way, and a link back to its place. */
@Component
class LessonMails {

    private static final int AN_HOUR = 20;
    private static final String BREAK = "\u2029";

    private final People people;
    private final Mails mails;
    private final MailLayout layout;
    private final Texts texts;
    private final Limit sent = new Limit(AN_HOUR, Duration.ofHours(1));

    LessonMails(People people, Mails mails, MailLayout layout, Texts texts) {
        this.people = people;
        this.mails = mails;
        this.layout = layout;
        this.texts = texts;
    }

    enum Result {
        SENT,
        NO_ADDRESS
    }

    Result send(Lesson lesson, BlockVersion version, Visitor visitor) {
        @Nullable String address = people.get(visitor.person()).email();
        if (address == null) {
            return Result.NO_ADDRESS;
        }
        sent.check(visitor.person(), "", "learning.mail.often");
        mails.send(layout.mail(letter(lesson, version, visitor, address)));
        return Result.SENT;
    }

    private Letter letter(Lesson lesson, BlockVersion version, Visitor visitor, String address) {
        Material material = Json.read(version.content(), Material.class);
        T t = texts.in(visitor.language());
        Title title = Title.of(lesson.block().title(), visitor.language());
        Title course = Title.of(lesson.release().title(), visitor.language());
        Words transcript =
                material.media() == null ? Words.NONE : material.media().transcript();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(t.of("learning.mail.intro", title.text(), course.text()));
        Stream.of(material.text(), transcript)
                .filter(words -> !words.isBlank())
                .forEach(words -> paragraphs.addAll(paragraphs(words.in(visitor.language()))));
        return new Letter(
                address,
                t.language(),
                title.text(),
                paragraphs,
                new Button(t.of("learning.mail.back"), lesson.address(lesson.block())));
    }

    /** The words of a lesson, block by block. */
    static List<String> paragraphs(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("li").forEach(item -> item.prependText("– "));
        document.select("th, td").forEach(cell -> cell.appendText("  "));
        document.select(
                        "h2, h3, h4, p, li, tr, caption, blockquote, dt, dd, summary, figcaption, div, section, aside, table, ul, ol")
                .forEach(block -> {
                    block.prependText(BREAK);
                    block.appendText(BREAK);
                });
        return Stream.of(document.body().text().split(BREAK))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("–"))
                .toList();
    }
}
