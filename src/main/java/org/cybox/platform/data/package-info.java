@NullMarked
package org.cybox.platform.data;

import org.jspecify.annotations.NullMarked;
