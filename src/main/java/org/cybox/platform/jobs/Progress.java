package org.cybox.platform.jobs;

import java.util.Map;

/** How far a job is, for the person who waits. Written at most a few times a second, apart from the running work. */
public interface Progress {

    /** How many steps there will be; told anew when more turn up. */
    void total(int n);

    /** One more step is done. */
    void step();

    /**
     * What came out. {@code link} is the path of ours where it lies; {@code 0}, {@code 1} … are the arguments of the
     * text {@code <kind>.done}, if the module has one.
     */
    void result(Map<String, String> result);
}
