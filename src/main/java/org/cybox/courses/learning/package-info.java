/** What a learner sees: home, course, lessons. */
@NullMarked
package org.cybox.courses.learning;

import org.jspecify.annotations.NullMarked;
