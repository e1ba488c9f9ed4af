/** Writing courses: outline, editors, translation, releases, transfer. */
@NullMarked
package org.cybox.courses.authoring;

import org.jspecify.annotations.NullMarked;
