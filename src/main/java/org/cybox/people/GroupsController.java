package org.cybox.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The groups of a space. Who is in one is changed from the list of people. */
@Controller
class GroupsController {

    private final Groups groups;
    private final GroupStore store;
    private final Audit audit;

    GroupsController(Groups groups, GroupStore store, Audit audit) {
        this.groups = groups;
        this.store = store;
        this.audit = audit;
    }

    /** @param typed a name that was refused; @param of the group it was for, or nobody for a new one */
    public record GroupsPage(List<GroupStore.Counted> groups, String typed, UUID of, String problem) implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/people/groups")
    @Allow(Who.MANAGER)
    GroupsPage list() {
        return page("", Visitor.NOBODY, "");
    }

    @PostMapping("/people/groups")
    @Allow(Who.MANAGER)
    Object open(@RequestParam(defaultValue = "") String name, T t) {
        try {
            return Redirect.to("/people/groups")
                    .saying("people.group.opened", groups.open(name).name());
        } catch (Refused refused) {
            return page(name, Visitor.NOBODY, refused.text(t));
        }
    }

    @PostMapping("/people/groups/{id}/name")
    @Allow(Who.MANAGER)
    Object rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, T t) {
        try {
            groups.rename(id, name);
            return Redirect.to("/people/groups").saying("people.group.renamed");
        } catch (Refused refused) {
            return page(name, id, refused.text(t));
        }
    }

    @PostMapping("/people/groups/{id}/removal")
    @Allow(Who.MANAGER)
    Redirect delete(@PathVariable UUID id, Visitor visitor) {
        String name = groups.get(id).name();
        groups.delete(id);
        audit.record(visitor, "people.group.removed", "group", id, "", Map.of("name", name));
        return Redirect.to("/people/groups").saying("people.group.removed", name);
    }

    private GroupsPage page(String typed, UUID of, String problem) {
        return new GroupsPage(store.counted(), typed, of, problem);
    }
}
