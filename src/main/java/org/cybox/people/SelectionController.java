package org.cybox.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done with several chosen members at once. */
@Controller
class SelectionController {

    private final People people;
    private final Groups groups;
    private final Invitations invitations;
    private final StartCodes startCodes;

    SelectionController(People people, Groups groups, Invitations invitations, StartCodes startCodes) {
        this.people = people;
        this.groups = groups;
        this.invitations = invitations;
        this.startCodes = startCodes;
    }

    /** @param act join, leave, invite or codes; @param group of join and leave */
    @PostMapping("/people/selection")
    @Allow(Who.MANAGER)
    Object act(
            @RequestParam(required = false) List<UUID> ids,
            @RequestParam String act,
            @RequestParam Optional<UUID> group,
            Visitor visitor,
            Space space) {
        List<UUID> chosen = ids == null ? List.of() : ids;
        if (chosen.isEmpty()) {
            throw new Refused("ids", "people.selection.none");
        }
        return switch (act) {
            case "join" ->
                Redirect.to(address(group))
                        .saying(
                                "people.group.joined",
                                groups.add(wanted(group), chosen),
                                groups.get(wanted(group)).name());
            case "leave" ->
                Redirect.to(address(group))
                        .saying(
                                "people.group.leftBy",
                                groups.remove(wanted(group), chosen),
                                groups.get(wanted(group)).name());
            case "invite" ->
                Redirect.to("/people?state=invited").saying("people.invited.many", invite(visitor, chosen));
            case "codes" -> startCodes.print(visitor, space, chosen);
            default -> throw new NotFound();
        };
    }

    private int invite(Visitor visitor, List<UUID> chosen) {
        List<Person> waiting = people.all(chosen).values().stream()
                .filter(person -> person.invited() && person.email() != null)
                .toList();
        waiting.forEach(person -> invitations.again(visitor, person.id()));
        return waiting.size();
    }

    private static UUID wanted(Optional<UUID> group) {
        return group.orElseThrow(() -> new Refused("group", "people.group.choose"));
    }

    private static String address(Optional<UUID> group) {
        return "/people?group=" + wanted(group);
    }
}
