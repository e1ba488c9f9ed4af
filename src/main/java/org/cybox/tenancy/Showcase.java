package org.cybox.tenancy;

import java.util.List;
import org.cybox.platform.text.Words;

/** What the front page of an institution shows a stranger of what is inside: the module that knows pins it there. */
public interface Showcase {

    /** A few, at most; of the tenant one is in, and only what is open to anyone. */
    List<Shown> shown();

    /** @param hours of learning, or 0 */
    record Shown(String address, Words title, Words summary, int hours) {}
}
