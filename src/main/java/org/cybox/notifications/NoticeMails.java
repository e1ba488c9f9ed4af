package org.cybox.notifications;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.identity.Accounts;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.data.Scope;
import org.cybox.platform.mail.MailLayout;
import org.cybox.platform.mail.MailLayout.Button;
import org.cybox.platform.mail.MailLayout.Letter;
import org.cybox.platform.mail.Mails;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.SpaceSource;
import org.springframework.stereotype.Component;

/** Notices as mail, to each in their language; how to turn it down stands below. */
@Component
class NoticeMails {

    private final People people;
    private final Accounts accounts;
    private final SpaceSource spaces;
    private final Texts texts;
    private final MailLayout layout;
    private final Mails mails;

    NoticeMails(People people, Accounts accounts, SpaceSource spaces, Texts texts, MailLayout layout, Mails mails) {
        this.people = people;
        this.accounts = accounts;
        this.spaces = spaces;
        this.texts = texts;
        this.layout = layout;
        this.mails = mails;
    }

    private record Reader(String email, T t) {}

    /** Only those who have an address and are still here. */
    private Map<UUID, Reader> readers(Collection<UUID> persons) {
        Space space = spaces.space(Scope.tenant());
        Map<UUID, String> languages = accounts.languages(persons);
        Map<UUID, Reader> readers = new HashMap<>();
        for (Person person : people.all(persons).values()) {
            String email = person.email();
            if (email != null && !person.state().equals("left")) {
                String own = person.language().isBlank() ? languages.getOrDefault(person.id(), "") : person.language();
                readers.put(
                        person.id(),
                        new Reader(
                                email,
                                texts.in(own.isBlank() ? space.language() : own).at(space.zone())));
            }
        }
        return readers;
    }

    void one(List<NoticeStore.Row> notices) {
        Map<UUID, Reader> readers =
                readers(notices.stream().map(NoticeStore.Row::personId).toList());
        for (NoticeStore.Row notice : notices) {
            Optional.ofNullable(readers.get(notice.personId())).ifPresent(reader -> mails.send(letter(reader, notice)));
        }
    }

    private org.cybox.platform.mail.Mail letter(Reader reader, NoticeStore.Row notice) {
        T t = reader.t();
        Told told = Told.in(t, notice);
        Optional<Button> button = notice.link().isBlank()
                ? Optional.empty()
                : Optional.of(new Button(t.of("notifications.mail.open"), notice.link()));
        return layout.mail(new Letter(
                reader.email(), t.language(), told.subject(), paragraphs(told.text()), button, List.of(turnDown(t))));
    }

    /** @param notices of these persons, in the order of persons */
    void digest(List<NoticeStore.Row> notices) {
        Map<UUID, List<NoticeStore.Row>> byPerson = new HashMap<>();
        notices.forEach(notice -> byPerson.computeIfAbsent(notice.personId(), id -> new ArrayList<>())
                .add(notice));
        readers(byPerson.keySet())
                .forEach((person, reader) -> mails.send(digest(reader, byPerson.getOrDefault(person, List.of()))));
    }

    private org.cybox.platform.mail.Mail digest(Reader reader, List<NoticeStore.Row> notices) {
        T t = reader.t();
        String subject = t.of("notifications.digest.subject", notices.size());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(t.of("notifications.digest.text", notices.size()));
        for (NoticeStore.Row notice : notices) {
            Told told = Told.in(t, notice);
            paragraphs.add("• " + told.subject());
            paragraphs.addAll(paragraphs(told.text()));
        }
        Button button = new Button(t.of("notifications.digest.open"), "/notices");
        return layout.mail(new Letter(
                reader.email(), t.language(), subject, paragraphs, Optional.of(button), List.of(turnDown(t))));
    }

    private String turnDown(T t) {
        return t.of("notifications.mail.turnDown", spaces.space(Scope.tenant()).address() + "/notices/settings");
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
