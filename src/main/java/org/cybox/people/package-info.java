/** Floor 3: members of a tenant, their groups and roles. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity"})
package org.cybox.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
