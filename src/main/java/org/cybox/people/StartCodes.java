package org.cybox.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.identity.Accounts;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Makes start codes to print. They are shown this once; only their digests are kept. */
@Component
class StartCodes {

    private static final int MOST = 100;

    private final People people;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    StartCodes(People people, Accounts accounts, Audit audit, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    public record Card(String name, String username, String code) {}

    /** A page to print and to cut. @param address where one signs in; @param until the codes work */
    public record StartCodesPage(String address, Instant until, List<Card> cards) implements Page {}

    /** Earlier codes and passwords of these people stop working. Those with an e-mail address are passed over. */
    StartCodesPage print(Visitor by, Space space, Collection<UUID> ids) {
        if (ids.size() > MOST) {
            throw new Refused("ids", "people.startCode.many", MOST);
        }
        List<Card> cards = new ArrayList<>();
        for (Person person : people.all(ids).values().stream()
                .filter(one -> one.email() == null && !one.left())
                .sorted(java.util.Comparator.comparing(Person::sortName))
                .toList()) {
            cards.add(new Card(person.name(), person.sign(), accounts.startCode(person.id())));
            audit.record(by, "people.startCode", "person", person.id(), "", Map.of());
        }
        if (cards.isEmpty()) {
            throw new Refused("ids", "people.startCode.nobody");
        }
        return new StartCodesPage(space.address(), clock.instant().plus(Accounts.START_CODE), cards);
    }
}
