/** Floor 8: certificates - templates, issue, PDF, revocation, and the public check that outlives everything else. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "tenancy",
            "identity",
            "people",
            "records",
            "notifications",
            "catalogue",
            "courses",
            "assessment"
        })
package org.cybox.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
