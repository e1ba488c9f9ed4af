@NullMarked
package org.cybox.platform.mail;

import org.jspecify.annotations.NullMarked;
