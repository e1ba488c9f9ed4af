@NullMarked
package org.cybox;

import org.jspecify.annotations.NullMarked;
