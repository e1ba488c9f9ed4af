package org.cybox.testing;

import java.util.List;

/**
 * What a module puts into a tenant for the tests of the whole house: the isolation robot, the budget of statements, the
 * look of every page. Implement it once in the test folder of the module ({@code org.cybox.courses.CourseSeed}); it is
 * found by itself. Data is made by the doors or by forms, with words of the {@link Marker} in every text field. Made the
 * same way twice, it must give the same kinds of rows in the same order: the robot swaps identifiers pairwise.
 */
public interface RobotSeed {

    /** Small first: people 10, files 20, courses 30, tests 40, enrolment and progress 50, certificates 60. */
    int order();

    /** Fills the first tenant of the cast. @return the pages to look at, with what they may cost */
    List<Sample> plant(Cast cast, Marker marker);

    /**
     * A page of one person.
     *
     * @param name for the report; @param statements at most, the setting of the tenant included: 3 for what learners live
     *     in, 8 for officers
     */
    record Sample(String name, Browser person, String address, int statements) {
        @Override
        public String toString() {
            return name + " " + address;
        }
    }
}
