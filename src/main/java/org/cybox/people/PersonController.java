package org.cybox.people;

import java.util.List;
import java.util.UUID;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.audit.AuditEntry;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One member: who they are here and what they may do. */
@Controller
class PersonController {

    private final People people;
    private final GroupStore places;
    private final Invitations invitations;
    private final StartCodes startCodes;
    private final Audit audit;

    PersonController(People people, GroupStore places, Invitations invitations, StartCodes startCodes, Audit audit) {
        this.people = people;
        this.places = places;
        this.invitations = invitations;
        this.startCodes = startCodes;
        this.audit = audit;
    }

    /** @param mayPrint a start code can be made; @param history newest first, for managers */
    public record PersonPage(
            Person person,
            List<GroupStore.Place> groups,
            boolean manager,
            boolean mayPrint,
            List<AuditEntry> history,
            String field,
            String problem)
            implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/people/{id}")
    @Allow(Who.TRAINER)
    PersonPage show(@PathVariable UUID id, Visitor visitor) {
        if (!people.sees(visitor, id)) {
            throw new NotFound();
        }
        return page(people.get(id), visitor, "", "");
    }

    @PostMapping("/people/{id}/name")
    @Allow(Who.MANAGER)
    Object rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String surname,
            @RequestParam(defaultValue = "") String institution,
            Visitor visitor,
            T t) {
        try {
            people.rename(visitor, id, name, surname, institution);
            return Redirect.to("/people/" + id).saying("people.name.saved");
        } catch (Refused refused) {
            return page(people.get(id), visitor, refused.field(), refused.text(t));
        }
    }

    @PostMapping("/people/{id}/role")
    @Allow(Who.MANAGER)
    Object change(
            @PathVariable UUID id,
            @RequestParam String role,
            @RequestParam(defaultValue = "false") boolean onlyOwnGroups,
            Visitor visitor,
            T t) {
        if (!role.matches("learner|trainer|manager")) {
            throw new NotFound();
        }
        try {
            people.change(visitor, id, Role.of(role), onlyOwnGroups);
            return Redirect.to("/people/" + id).saying("people.role.saved");
        } catch (Refused refused) {
            return page(people.get(id), visitor, refused.field(), refused.text(t));
        }
    }

    @PostMapping("/people/{id}/invitation")
    @Allow(Who.MANAGER)
    Redirect inviteAgain(@PathVariable UUID id, Visitor visitor) {
        invitations.again(visitor, id);
        return Redirect.to("/people/" + id).saying("people.invited.again");
    }

    @PostMapping("/people/{id}/start-code")
    @Allow(Who.MANAGER)
    StartCodes.StartCodesPage startCode(@PathVariable UUID id, Visitor visitor, Space space) {
        return startCodes.print(visitor, space, List.of(id));
    }

    @PostMapping("/people/{id}/removal")
    @Allow(Who.MANAGER)
    Object remove(@PathVariable UUID id, Visitor visitor, T t) {
        try {
            people.remove(visitor, id);
            return Redirect.to("/people")
                    .saying("people.removed", people.get(id).name());
        } catch (Refused refused) {
            return page(people.get(id), visitor, refused.field(), refused.text(t));
        }
    }

    private PersonPage page(Person person, Visitor visitor, String field, String problem) {
        return new PersonPage(
                person,
                places.places(List.of(person.id())),
                visitor.manager(),
                visitor.manager() && person.email() == null && !person.left(),
                visitor.manager() ? audit.of(person.id()) : List.of(),
                field,
                problem);
    }
}
