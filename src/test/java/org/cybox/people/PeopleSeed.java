package org.cybox.people;

import java.util.List;
import org.cybox.platform.web.Role;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Fixtures;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

/** A group with a learner in it, somebody who is invited, somebody without e-mail. */
class PeopleSeed implements RobotSeed {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        Browser dan = cast.also(marker.secret("Dan") + " Learner", Role.LEARNER);
        Person invited = cast.in(() -> {
            Groups groups = cast.program().get(Groups.class);
            Group group = groups.named(marker.secret("group"));
            groups.add(group.id(), List.of(dan.person(), cast.ben().person()));
            String name = marker.secret("officer");
            cast.program()
                    .get(People.class)
                    .addOfficer(name.toLowerCase(java.util.Locale.ROOT), name, "", Role.LEARNER, "en");
            return cast.program()
                    .get(Invitations.class)
                    .invite(
                            Fixtures.visitor(cast.chi(), Role.MANAGER),
                            new Invitations.Guest(
                                    marker.secret("guest") + "@court.example",
                                    marker.secret("guest"),
                                    "",
                                    Role.TRAINER,
                                    "",
                                    "en"));
        });
        return List.of(
                new Sample("people", cast.chi(), "/people", 8),
                new Sample("people of a trainer", cast.ada(), "/people?role=learner", 8),
                new Sample("person", cast.chi(), "/people/" + cast.ben().person(), 8),
                new Sample("person who is invited", cast.chi(), "/people/" + invited.id(), 8),
                new Sample("add people", cast.chi(), "/people/new", 8),
                new Sample("add a list", cast.chi(), "/people/new/list", 8),
                new Sample("add without e-mail", cast.chi(), "/people/new/officer", 8),
                new Sample("groups", cast.chi(), "/people/groups", 8));
    }
}
