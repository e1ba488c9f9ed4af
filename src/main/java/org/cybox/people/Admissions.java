package org.cybox.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Takes a whole list in, one person a transaction: who was in already when it is done again is passed over. */
@Component
class Admissions implements Task {

    static final String KIND = "people.list";

    private final People people;
    private final Groups groups;
    private final Invitations invitations;
    private final UserNames userNames;
    private final Work work;

    Admissions(People people, Groups groups, Invitations invitations, UserNames userNames, Work work) {
        this.people = people;
        this.groups = groups;
        this.invitations = invitations;
        this.userNames = userNames;
        this.work = work;
    }

    /** @param role and group for lines that name none; @param account and person who ordered it */
    record Order(String list, String role, String group, String language, UUID account, UUID person) {

        String payload() {
            return Json.write(this);
        }

        PastedList read() {
            return PastedList.read(list, Role.of(role), group);
        }

        Visitor by() {
            return new Visitor(
                    account,
                    person,
                    Visitor.NOBODY,
                    "",
                    java.util.Optional.of(Role.MANAGER),
                    false,
                    false,
                    language,
                    false);
        }
    }

    /** How it went. */
    record Result(int invited, int named, int refused) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String payload, Progress progress) {
        Result result = take(Json.read(payload, Order.class), progress);
        progress.result(Map.of(
                "link", "/people?state=invited",
                "0", String.valueOf(result.invited()),
                "1", String.valueOf(result.named()),
                "2", String.valueOf(result.refused())));
    }

    Result take(Order order, Progress progress) {
        PastedList read = order.read();
        PastedList list = read.against(work.here(() -> people.byEmails(read.emails())));
        List<PastedList.Line> useful =
                list.lines().stream().filter(PastedList.Line::useful).toList();
        progress.total(useful.size());
        int invited = 0;
        int named = 0;
        for (PastedList.Line line : useful) {
            boolean done = one(order, line);
            invited += done && !line.email().isBlank() ? 1 : 0;
            named += done && line.email().isBlank() ? 1 : 0;
            progress.step();
        }
        return new Result(invited, named, list.lines().size() - invited - named);
    }

    private boolean one(Order order, PastedList.Line line) {
        try {
            return work.here(() -> {
                if (line.email().isBlank()) {
                    Person person = people.addOfficer(
                            userNames.propose(line.name()), line.name(), "", line.role(), order.language());
                    if (!line.group().isBlank()) {
                        groups.add(groups.named(line.group()).id(), List.of(person.id()));
                    }
                } else {
                    invitations.invite(
                            order.by(),
                            new Invitations.Guest(
                                    line.email(), line.name(), "", line.role(), line.group(), order.language()));
                }
                return true;
            });
        } catch (Refused refused) {
            return false;
        }
    }
}
