/** Floor 4: what concerns a person, in the page and by mail, as they wish. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "people"})
package org.cybox.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
