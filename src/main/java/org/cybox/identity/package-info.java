/** Floor 2: a person's account in the world, sign-in at the bare host, sessions at every host. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy"})
package org.cybox.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
