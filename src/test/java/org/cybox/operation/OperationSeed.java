package org.cybox.operation;

import java.util.List;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

/** The operator's page of spaces. */
class OperationSeed implements RobotSeed {

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        return List.of(new Sample("operator's spaces", cast.op(), "/operator/spaces", 8));
    }
}
