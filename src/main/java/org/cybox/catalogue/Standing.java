package org.cybox.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.web.Visitor;

/** How a visitor stands to what hangs here: the module that pinned it up knows. One question for a whole page. */
public interface Standing {

    /** By the offer's identifier; offers that say nothing are left out. */
    Map<UUID, Mark> of(Visitor visitor, Collection<UUID> offers);

    /** @param key of the words; @param kind of chip: blank, info, good, warn */
    record Mark(String key, String kind) {}
}
