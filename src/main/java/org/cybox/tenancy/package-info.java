/** Floor 1: institutions, the hosts they live at and how they look. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.cybox.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
