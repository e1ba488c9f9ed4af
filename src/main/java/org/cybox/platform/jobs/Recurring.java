package org.cybox.platform.jobs;

import java.time.Duration;

/**
 * Work that comes round: once over all nodes, in the world, without a transaction. It enters tenants by {@code Work}.
 */
public interface Recurring {

    /** {@code module.what}, for life. */
    String kind();

    /** From the end of one run to the begin of the next. */
    Duration every();

    void run();
}
