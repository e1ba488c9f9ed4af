@NullMarked
package org.cybox.platform.demo;

import org.jspecify.annotations.NullMarked;
