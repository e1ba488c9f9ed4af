@NullMarked
package org.cybox.platform.files;

import org.jspecify.annotations.NullMarked;
