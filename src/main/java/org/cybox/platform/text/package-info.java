@NullMarked
package org.cybox.platform.text;

import org.jspecify.annotations.NullMarked;
