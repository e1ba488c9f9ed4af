package org.cybox.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.identity.Account;
import org.cybox.identity.Accounts;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Scope;
import org.cybox.platform.mail.MailLayout;
import org.cybox.platform.mail.Mails;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Asks people by mail to become members of the present tenant. */
@Component
public class Invitations {

    private final People people;
    private final Groups groups;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Mails mails;
    private final MailLayout layout;
    private final Texts texts;
    private final Audit audit;

    Invitations(
            People people,
            Groups groups,
            Accounts accounts,
            Tenants tenants,
            Mails mails,
            MailLayout layout,
            Texts texts,
            Audit audit) {
        this.people = people;
        this.groups = groups;
        this.accounts = accounts;
        this.tenants = tenants;
        this.mails = mails;
        this.layout = layout;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Who is to be invited.
     *
     * @param group name of a group, made when there is none; blank for none
     * @param language BCP 47 tag of the mail, for whoever has not chosen one yet
     */
    public record Guest(String email, String name, String surname, Role role, String group, String language) {}

    /** Refused for a member, a malformed address or a missing name. */
    public Person invite(Visitor by, Guest guest) {
        String name = guest.name().isBlank() ? guest.email().replaceFirst("@.*", "") : guest.name();
        Person person = people.expect(guest.email(), name, guest.surname(), guest.role(), guest.language());
        if (!guest.group().isBlank()) {
            groups.add(groups.named(guest.group()).id(), List.of(person.id()));
        }
        send(person);
        audit.record(
                by,
                "people.invited",
                "person",
                person.id(),
                "",
                Map.of("role", guest.role().word()));
        return person;
    }

    /** Another mail with a new link; the one before stops working. */
    public void again(Visitor by, UUID id) {
        Person person = people.get(id);
        if (!person.invited() || person.email() == null) {
            throw new Refused("", "people.invitation.none");
        }
        send(person);
        audit.record(by, "people.invitedAgain", "person", id, "", Map.of());
    }

    private void send(Person person) {
        Account account = accounts.find(person.sign()).orElseThrow(NotFound::new);
        Space space = tenants.space(Scope.tenant());
        T t = texts.in(account.passwordHash() == null ? person.language() : account.language());
        String institution = space.name().in(t.language());
        mails.send(layout.mail(new MailLayout.Letter(
                person.sign(),
                t.language(),
                t.of("people.letter.subject", institution),
                List.of(
                        t.of("people.letter.greeting", person.name()),
                        t.of("people.letter.text", institution, t.of("people.as." + person.role())),
                        t.of("people.letter.how", Accounts.INVITATION.toDays())),
                Optional.of(new MailLayout.Button(t.of("people.letter.button"), accounts.invitation(account))),
                List.of(t.of("people.letter.notYou")))));
    }
}
