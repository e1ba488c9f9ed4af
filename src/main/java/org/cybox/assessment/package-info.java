/** Floor 7: assessment - tests: their content, attempts, answers and marks. Plugs the kind {@code test} into courses. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "tenancy",
            "identity",
            "people",
            "records",
            "notifications",
            "courses",
            "courses::authoring"
        })
package org.cybox.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
