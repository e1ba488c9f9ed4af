@NullMarked
package org.cybox.platform.web;

import org.jspecify.annotations.NullMarked;
