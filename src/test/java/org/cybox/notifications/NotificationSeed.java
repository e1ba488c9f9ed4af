package org.cybox.notifications;

import java.util.List;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

class NotificationSeed implements RobotSeed {

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        return List.of(
                new Sample("notices", cast.ben(), "/notices", 3),
                new Sample("settings of notices", cast.ben(), "/notices/settings", 3));
    }
}
