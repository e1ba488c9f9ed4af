@NullMarked
package org.cybox.platform.audit;

import org.jspecify.annotations.NullMarked;
