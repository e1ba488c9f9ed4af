@NullMarked
package org.cybox.platform.jobs;

import org.jspecify.annotations.NullMarked;
