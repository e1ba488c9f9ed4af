/**
 * Measures the program as it runs in production – its own process, its own durable database – against a bare page in the
 * same run. Started by {@code bin/bench}; {@link org.cybox.bench.KillTest} is the one part that a build runs.
 */
@NullMarked
package org.cybox.bench;

import org.jspecify.annotations.NullMarked;
