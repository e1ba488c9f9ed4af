package org.cybox.people;

import java.util.List;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;
import org.cybox.platform.web.Role;

/** A group with a learner in it. */
class PeopleSeed implements RobotSeed {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        Browser dan = cast.also(marker.secret("Dan") + " Learner", Role.LEARNER);
        cast.run(() -> {
            Groups groups = cast.program().get(Groups.class);
            Group group = groups.named(marker.secret("group"));
            groups.add(group.id(), List.of(dan.person(), cast.ben().person()));
        });
        return List.of();
    }
}
