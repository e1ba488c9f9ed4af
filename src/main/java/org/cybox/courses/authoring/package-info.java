/** Writing courses: outline, editors, translation, releases, transfer. */
@NullMarked
@NamedInterface("authoring")
package org.cybox.courses.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
