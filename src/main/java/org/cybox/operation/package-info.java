/** Floor 11: start-up, demo content, the operator's pages. */
@NullMarked
@ApplicationModule
package org.cybox.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
