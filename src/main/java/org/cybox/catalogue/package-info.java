/** Floor 4: a noticeboard of what one may join or read in a space. Feature modules pin their offers here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "people"})
package org.cybox.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
