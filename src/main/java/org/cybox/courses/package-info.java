/** Floor 6: courses - outline, blocks, releases, enrolment, progress. Kinds of activity plug in from above. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "tenancy", "identity", "people", "records", "notifications", "catalogue"})
package org.cybox.courses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
