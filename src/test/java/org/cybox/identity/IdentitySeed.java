package org.cybox.identity;

import java.util.List;
import org.cybox.testing.Cast;
import org.cybox.testing.Marker;
import org.cybox.testing.RobotSeed;

/** The ways in and the page of one's account. */
class IdentitySeed implements RobotSeed {

    @Override
    public int order() {
        return 5;
    }

    @Override
    public List<Sample> plant(Cast cast, Marker marker) {
        String bare = cast.program().address();
        return List.of(
                new Sample("account", cast.ben(), "/me", 8),
                new Sample("address", cast.ben(), "/me/email", 4),
                new Sample("new address, too late", cast.stranger(), bare + "/email?code=old", 3),
                new Sample("spaces", cast.ben(), bare + "/spaces", 3),
                new Sample("link", cast.stranger(), bare + "/sign-in/link", 3),
                new Sample("forgotten password", cast.stranger(), bare + "/password/forgotten", 3),
                new Sample("new password, too late", cast.stranger(), bare + "/password/new?code=old", 3),
                new Sample("invitation, too late", cast.stranger(), bare + "/invitation?code=old", 3));
    }
}
