package org.cybox.tenancy;

import java.util.List;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

/** The front pages and the settings. */
class TenancySeed implements RobotSeed {

    @Override
    public int order() {
        return 4;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        return List.of(
                new Sample("front page", cast.stranger(), cast.program().address() + "/", 3),
                new Sample("welcome", cast.stranger(), "/", 3),
                new Sample("settings", cast.chi(), "/settings", 8));
    }
}
